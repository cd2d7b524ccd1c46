import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleKinds } from "../../src/bench/kinds.ts";
import { loadSources, STANDARD_PACKS } from "../../src/pack/load.ts";
import { shippedFiles } from "../pack/files.ts";
import { describeShared, shared } from "../shared.ts";

const { packs } = await loadSources(await shippedFiles.names(), ruleKinds, shippedFiles);

describe("standard packs", () => {
  it.each(STANDARD_PACKS)("%s rests on nothing unverified", (name) => {
    const pack = packs.find((one) => one.name === name)!;
    const bases = pack.rules.flatMap(({ basis }) => basis.filter(({ practice }) => !practice));
    expect(bases.length).toBeGreaterThan(0);
    expect(bases.filter(({ verified }) => verified === "unverified")).toEqual([]);
  });
});

/** Rows of the table of length provisions, by the words that name the document a rule cites. */
const DOCUMENTS: Record<string, RegExp> = {
  1: /整治形式主义为基层减负若干规定/,
  2: /整治形式主义为基层减负若干规定/,
  3: /重大事项请示报告条例/,
  4: /重大事项请示报告条例/,
  5: /精简会议文件改进会风文风/,
  6: /精简会议文件改进会风文风/,
  8: /压缩政策性文件和综合性材料篇幅/,
  9: /“担当作为、狠抓落实”重点任务/,
  10: /十条措施/,
  11: /2022年6月17日/,
  12: /精简规范公文的若干规定/,
  13: /2007年8月2日/,
  14: /2009年3月24日/,
  15: /2014年6月3日/,
  16: /深办发〔2007〕6号/,
  17: /约2008年/,
  18: /防政办发〔2011〕159号/,
  19: /2009年2月13日/,
  20: /2008年3月21日/,
  21: /周政办〔2009〕1号/,
  24: /2009年5月15日/,
  26: /二十五条措施/,
};

/** Rows without a rule: the text is unverified, or nobody knows whose it is, so that no issuer could opt in. */
const LEFT_OUT = ["7", "22", "23", "25"];

describeShared("length provisions", () => {
  const standards = shared("standards.md");
  // Without the reference material the suite is skipped, and there is no table to read.
  const whole = standards === null ? "" : readFileSync(standards, "utf8");
  const text = /^## 6\. [\s\S]*?(?=^### 6\.1)/m.exec(whole)?.[0] ?? "";
  const rows = [...text.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, row, cells]) => {
    const [, , , provision = "", number = ""] = `|${cells}`.split("|");
    const bold = [...`${provision} ${number}`.matchAll(/\*\*([^*]+)\*\*/g)].map(([, said]) => said!).join(" ");
    return { row: row!, numbers: [...new Set(bold.match(/\d+/g) ?? [])].map(Number) };
  });

  it("are all known by their row", () => {
    expect(rows.length).toBeGreaterThan(0);
    const known = [...Object.keys(DOCUMENTS), ...LEFT_OUT].sort();
    expect(rows.map(({ row }) => row).sort()).toEqual(known);
  });

  it.each(rows.filter(({ row }) => !LEFT_OUT.includes(row)))(
    "row $row: every number has its rule",
    ({ row, numbers }) => {
      const rules = packs.flatMap((pack) => pack.rules);
      const own = rules.filter((rule) => rule.basis.some(({ document }) => DOCUMENTS[row]!.test(document)));
      const limits = own.map(({ options }) => (options as { max?: number }).max);
      expect(numbers.length).toBeGreaterThan(0);
      for (const number of numbers) expect(limits).toContain(number);
    },
  );

  it("are opted into by the issuer or the addressee", () => {
    const local = packs.find(({ name }) => name === "limits-local")!;
    for (const { id, conditions } of local.rules.map((rule) => ({
      id: rule.id,
      conditions: JSON.stringify(rule.when),
    }))) {
      expect(conditions, id).toMatch(/"(issuer|addressees)"/);
    }
    expect(local.rules.flatMap(({ basis }) => basis).filter(({ verified }) => verified === "unverified")).toEqual([]);
  });
});
