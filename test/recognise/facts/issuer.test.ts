import { describe, expect, test } from "vitest";
import { bodyOf, issuerOfTitle, levelOf } from "../../../src/recognise/facts/issuer.ts";

describe("level and body of an issuer", () => {
  test.each([
    ["国务院", "central", "government"],
    ["国务院办公厅", "central", "government"],
    ["中共中央办公厅", "central", "party"],
    ["国家发展改革委", "central", "department"],
    ["工业和信息化部办公厅", "central", "department"],
    ["海关总署", "central", "department"],
    ["最高人民法院", "central", null],
    ["山东省人民政府办公厅", "province", "government"],
    ["中共河北省委", "province", "party"],
    ["省财政厅", "province", "department"],
    ["北京市经济和信息化局", "province", "department"],
    ["广西壮族自治区人民政府", "province", "government"],
    ["新疆生产建设兵团办公厅", "province", "department"],
    ["景德镇市人民政府", "city", "government"],
    ["中共天水市委办公室", "city", "party"],
    ["广州市卫生健康委员会", "city", "department"],
    ["市城市管理局", "city", "department"],
    ["市市场监督管理局", "city", "department"],
    ["内蒙古自治区包头市人民政府", "city", "government"],
    ["黔东南苗族侗族自治州人民政府", "city", "government"],
    ["北京市海淀区人民政府", "county", "government"],
    ["广州市天河区市场监督管理局", "county", "department"],
    ["高唐县人民政府", "county", "government"],
    ["区教育局", "county", "department"],
    ["某县某镇人民政府", "town", "government"],
    ["广州市天河区前进街道办事处", "town", "government"],
    ["天水市安全生产委员会办公室", "city", "coordinating"],
    ["国务院安全生产委员会", "central", "coordinating"],
    ["某市优化营商环境工作领导小组办公室", "city", "coordinating"],
    ["人才工作领导小组", null, "coordinating"],
  ])("%s", (name, level, body) => {
    expect(levelOf(name)).toBe(level);
    expect(bodyOf(name)).toBe(body);
  });
});

test.each([
  ["国务院办公厅关于推进政务新媒体健康有序发展的意见", "国务院办公厅"],
  ["广州市卫生健康委等4部门关于印发实施方案的通知", "广州市卫生健康委"],
  ["中山市人民政府令", "中山市人民政府"],
  ["中华人民共和国最高人民法院公告", "中华人民共和国最高人民法院"],
  ["国务院办公厅转发国家地震局意见报告的通知", "国务院办公厅"],
  ["中共天水市委办公室 天水市人民政府办公室关于为基层减负的措施", "中共天水市委办公室 天水市人民政府办公室"],
  ["中共河北省委河北省人民政府关于作风整顿的意见", "中共河北省委 河北省人民政府"],
  ["中共中央办公厅 国务院办公厅印发《若干规定》", "中共中央办公厅 国务院办公厅"],
  ["关于加强安全生产工作的通知", null],
  ["进一步提升工作质量实施方案", null],
])("head of the title: %s", (title, issuer) => {
  expect(issuerOfTitle(title)).toBe(issuer);
});
