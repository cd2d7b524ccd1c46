import { describe, expect, it } from "vitest";
import { openIndex } from "../../src/index-store/open.ts";
import { search } from "../../src/index-store/search.ts";
import { citations, citedForm, versionForm } from "../../src/index-store/titles.ts";
import { buildIndex } from "../../src/index-store/write.ts";
import { document, PROVINCE } from "../compare/document.ts";
import { incoming, newFolder } from "./folder.ts";

describe("titles", () => {
  it("are the same with and without issuer, name of the state, blanks and （试行）", () => {
    expect(citedForm("江西省人民政府办公厅关于加强农村 水利设施管护工作的通知（试行）")).toBe(
      citedForm("关于加强农村水利设施管护工作的通知"),
    );
    expect(citedForm("中华人民共和国水法")).toBe(citedForm("水法"));
    expect(citedForm("甲省关于防汛工作的通知")).not.toBe(citedForm("甲省关于抗旱工作的通知"));
  });

  it("of earlier versions differ in year and stage", () => {
    expect(versionForm("关于做好2024年防汛工作的通知（征求意见稿）")).toBe(versionForm("关于做好2025年防汛工作的通知"));
    expect(versionForm("关于做好2025年防汛工作的通知")).not.toBe(versionForm("关于做好2025年抗旱工作的通知"));
  });

  it("are what the draft rests on where its opening says so", () => {
    const opening = "根据《甲法》《乙条例》和《关于转发〈丙意见〉的通知》精神，参考《丁规范》，制定本方案。\n";
    const text = `${opening}一、按照《戊办法》执行。《没有完`;
    expect(citations(text, opening.length)).toEqual([
      { title: "甲法", basis: true },
      { title: "乙条例", basis: true },
      { title: "关于转发〈丙意见〉的通知", basis: true },
      { title: "丁规范", basis: false },
      { title: "戊办法", basis: false },
    ]);
  });
});

describe("search", () => {
  const ALL = { scope: "all", ownVersions: false } as const;
  const later = (text: readonly string[], date: string) => [...text.slice(0, -1), date].join("\n");

  async function found(files: Record<string, string>, ...lines: string[]) {
    const folder = newFolder();
    await buildIndex(folder, incoming(files));
    const index = openIndex(folder);
    const result = search(index, document("草稿.txt", ...lines), ALL);
    index.close();
    return result;
  }

  it("tells of documents published twice the earliest, and names the others with it", async () => {
    const files = { "转载.txt": later(PROVINCE, "2021年5月1日"), "原文.txt": later(PROVINCE, "2019年3月1日") };
    const result = await found(files, "关于工作的通知", PROVINCE[5]!);
    expect(result.found.map(({ entry, same }) => [entry.path, same.map(({ path }) => path)])).toEqual([
      ["原文.txt", ["转载.txt"]],
    ]);
  });

  it("has a cited document among the first though no word of it was copied", async () => {
    const files = { "水利.txt": PROVINCE.join("\n") };
    const result = await found(files, "关于工作的通知", `根据《${PROVINCE[0]}》，制定本方案。`, "一、打扫卫生。");
    expect(result.found).toMatchObject([{ cited: true, entry: { path: "水利.txt" } }]);
    expect(result.missing).toEqual([]);
  });

  it("names a title that the draft rests on and the index does not have", async () => {
    const files = { "水利.txt": PROVINCE.join("\n") };
    const result = await found(files, "关于工作的通知", "根据《某某省防汛条例》，制定本方案。", "一、打扫卫生。");
    expect(result.missing).toEqual(["某某省防汛条例"]);
  });
});
