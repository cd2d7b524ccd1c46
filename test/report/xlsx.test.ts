import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";
import { type ReadSheet, readWorkbook, rowsOf } from "../workbook/read-back.ts";

const NOTICE = `某某市加强管理实施方案

为加强管理，结合实际，制定本方案。

各项工作安排如下。

一、开展排查。对辖区内企业逐户排查。

二、落实整改。=1+1 对发现的隐患建立台账。

某某市人民政府办公室

2026年3月12日
`;

async function sheetsOf(argv: string[]): Promise<ReadSheet[]> {
  const cwd = folderWith({ "甲.txt": NOTICE, "乙.txt": NOTICE.replace("落实", "抓好"), "丙.docx": "不是文稿" });
  const ran = await gwlint(cwd, ["check", ".", "--format", "xlsx:报告.xlsx", ...argv]);
  expect(ran.status).toBe(3);
  expect(ran.out).toBe("");
  return readWorkbook(readFileSync(join(cwd, "报告.xlsx"))).sheets;
}
const column = (sheet: ReadSheet, head: string) => {
  const [heads, ...rows] = rowsOf(sheet);
  const at = heads!.indexOf(head);
  return rows.map((row) => row[at] ?? null);
};

describe("xlsx", () => {
  it("has a sheet for all, for findings, issuers, what was not checked, and rules", async () => {
    const sheets = await sheetsOf([]);
    expect(sheets.map(({ name }) => name)).toEqual(["总览", "问题清单", "按单位", "未能检查", "规则说明"]);
    const [overview, findings, units, unchecked, rules] = sheets as [
      ReadSheet,
      ReadSheet,
      ReadSheet,
      ReadSheet,
      ReadSheet,
    ];
    expect(column(overview, "文件")).toEqual(["丙.docx", "乙.txt", "甲.txt", "合计 3 个文件"]);
    expect(column(overview, "结果").slice(0, 3)).toEqual(["文件损坏", "查过，有问题", "查过，有问题"]);
    // The sums stand below the range that is filtered.
    expect(overview.filter).toBe("A1:N4");
    const warnings = column(overview, "警告").slice(0, 3).map(Number);
    expect(warnings.reduce((sum, count) => sum + count)).toBe(
      column(findings, "程度").filter((severity) => severity === "警告").length,
    );
    expect(column(findings, "原文").some((text) => String(text).includes("【"))).toBe(true);
    expect(column(findings, "依据").every((text) => text !== null)).toBe(true);
    expect(column(units, "发文机关")).toEqual(["某某市人民政府办公室", "（没有读出来的文件）"]);
    expect(column(units, "文件数")).toEqual([2, 1]);
    expect(column(unchecked, "文件")).toContain("丙.docx");
    const found = column(rules, "查出处数").map(Number);
    expect(found.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(column(findings, "规则").length);
    expect(sheets.every(({ frozenRows, formulas }) => frozenRows === 1 && formulas === 0)).toBe(true);
  });

  it("speaks English on request", async () => {
    const sheets = await sheetsOf(["--lang", "en"]);
    expect(sheets.map(({ name }) => name)).toEqual(["Overview", "Findings", "By issuer", "Not checked", "Rules"]);
  });

  it("gives the same bytes twice", async () => {
    const cwd = folderWith({ "甲.txt": NOTICE });
    const made = await Promise.all(
      ["1.xlsx", "2.xlsx"].map(async (file) => {
        await gwlint(cwd, ["check", "甲.txt", "--format", `xlsx:${file}`]);
        return readFileSync(join(cwd, file));
      }),
    );
    expect(made[0]!.equals(made[1]!)).toBe(true);
  });

  it("is not sent to a terminal", async () => {
    const ran = await gwlint(
      folderWith({ "甲.txt": NOTICE }),
      ["check", "甲.txt", "--format", "xlsx"],
      "",
      undefined,
      true,
    );
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain("xlsx:文件名.xlsx");
  });
});
