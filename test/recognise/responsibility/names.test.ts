import { describe, expect, test } from "vitest";
import { splitNames } from "../../../src/recognise/responsibility/names.ts";
import { isOrgan, isVague } from "../../../src/recognise/responsibility/organs.ts";

const split = (text: string) => splitNames(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe("a list of names", () => {
  test.each([
    ["省财政厅、省税务局", ["省财政厅", "省税务局"]],
    ["市委和市政府", ["市委", "市政府"]],
    ["人力资源和社会保障部、住房和城乡建设部", ["人力资源和社会保障部", "住房和城乡建设部"]],
    ["工业和信息化部和文化和旅游部", ["工业和信息化部", "文化和旅游部"]],
    ["市发展和改革委员会及市统计局", ["市发展和改革委员会", "市统计局"]],
    ["各级党委和政府", ["各级党委和政府"]],
    ["各有关部门以及各市政府", ["各有关部门", "各市政府"]],
    ["各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]],
    ["市、区两级财政部门", ["市、区两级财政部门"]],
    ["各市、县（市、区）政府", ["各市、县（市、区）政府"]],
    ["各市、各有关部门", ["各市", "各有关部门"]],
    ["省财政厅等", ["省财政厅"]],
    ["省财政厅等部门", ["省财政厅"]],
    ["海关总署、商务部等有关部门", ["海关总署", "商务部", "有关部门"]],
    ["财政、审计部门", ["财政、审计部门"]],
    ["省高等教育局", ["省高等教育局"]],
  ])("%s", (text, want) => {
    expect(split(text)).toEqual(want);
  });
});

test.each([
  "各有关部门",
  "有关部门",
  "各市",
  "相关单位",
  "各级各部门",
  "分管领导",
  "成员单位",
  "县（市、区）政府",
  "行业主管部门",
  "责任单位",
])("%s names no one", (name) => {
  expect(isVague(name)).toBe(true);
});

test.each([
  "省财政厅",
  "崂山区政府",
  "教育部门",
  "税务机关",
  "地方金融监管局",
  "政府办公厅(室)",
  "市教育体育局",
  "省人民政府",
  "国务院办公厅",
])("%s names someone", (name) => {
  expect(isVague(name)).toBe(false);
});

test.each(["全社会", "内部", "干部", "推进会", "城市", "景区", "长处", "督办"])("%s is no organisation", (word) => {
  expect(isOrgan(word)).toBe(false);
});
