import { describe, expect, it } from "vitest";
import { isNational, mayReplace } from "../../src/pack/replaces.ts";
import { rule } from "../check/document.ts";

const by = (issuer: string, year: number | null, changes = {}) =>
  rule({
    basis: [{ issuer, document: "某文", year, clause: "一", quote: "不得", verified: "clause", inForce: "yes" }],
    ...changes,
  });

describe("who is national", () => {
  it.each([
    "中共中央办公厅 国务院办公厅",
    "中共中央",
    "国务院",
    "中办",
    "全国人民代表大会常务委员会",
    "国家发展改革委",
    "工业和信息化部",
    "某省财政厅、财政部",
  ])("%s is", (issuer) => expect(isNational(by(issuer, 2020))).toBe(true));
  it.each([
    "中共天水市委办公室 天水市人民政府办公室",
    "山东省委、省政府",
    "某区财政局",
    "中共河北省委",
    "国家税务总局某市税务局",
    "中共某市委宣传部",
    "国家级某新区管委会",
  ])("%s is not", (issuer) => expect(isNational(by(issuer, 2020))).toBe(false));
});

describe("an older local rule in place of a national one", () => {
  const national = (options: unknown, changes = {}) => by("国务院办公厅", 2024, { options, ...changes });
  const local = (options: unknown, changes = {}) => by("某市人民政府", 2019, { options, ...changes });

  it("has to have bounds as tight", () => {
    expect(mayReplace(local({ max: 4000 }), national({ max: 5000 }))).toBe(true);
    expect(mayReplace(local({ max: 6000 }), national({ max: 5000 }))).toBe(false);
    expect(mayReplace(local({ min: 5 }), national({ min: 3 }))).toBe(true);
    expect(mayReplace(local({ min: 1 }), national({ min: 3 }))).toBe(false);
  });

  it("has to say the same otherwise", () => {
    expect(mayReplace(local({ max: 4, scope: "body" }), national({ max: 5, scope: "document" }))).toBe(false);
    expect(mayReplace(local({}, { check: "pages" }), national({}))).toBe(false);
    expect(mayReplace(local({}, { severity: "info" }), national({}))).toBe(false);
  });

  it("is held to be older where it has no year", () => {
    expect(mayReplace(by("某市人民政府", null, { options: { max: 9 } }), national({ max: 5 }))).toBe(false);
  });

  it("may be national itself", () => {
    expect(mayReplace(by("国务院", 2001, { options: { max: 9 } }), national({ max: 5 }))).toBe(true);
  });
});
