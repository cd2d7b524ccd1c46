import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWorkbook, rowsOf } from "../workbook/read-back.ts";
import { folderWith, gwlint } from "./run.ts";

const PLAN = `某某市贯彻《工作规定》实施方案

一、开展排查。（市应急局牵头，市消防救援支队配合）

（一）摸清底数。2026年6月底前完成。

（二）落实整改。对排查出的隐患建立台账。（市住房城乡建设局牵头）=HYPERLINK 一户一档。（市应急局负责）

二、加强领导。严格落实各项要求。

某某市人民政府办公室

2026年3月12日
`;
const folder = () => folderWith({ "方案.txt": PLAN });

describe("ledger", () => {
  it("writes a workbook that is ready to be attached", async () => {
    const cwd = folder();
    const ran = await gwlint(cwd, ["ledger", "方案.txt", "--format", "xlsx:清单.xlsx"]);
    expect(ran).toMatchObject({ status: 0, out: "", err: "" });
    const [sheet] = readWorkbook(readFileSync(join(cwd, "清单.xlsx"))).sheets;
    expect(sheet).toMatchObject({ name: "责任清单", frozenRows: 3, formulas: 0, filter: null });
    const [title, subtitle, head, ...rows] = rowsOf(sheet!);
    expect(title).toEqual(["《某某市贯彻〈工作规定〉实施方案》责任清单"]);
    expect(subtitle).toEqual(["共 4 项任务，1 项没有写责任单位"]);
    expect(head).toEqual([
      "序号",
      "任务类别",
      "条款",
      "工作任务",
      "牵头单位",
      "配合单位",
      "责任单位",
      "完成时限",
      "截止日期",
      "备注",
    ]);
    expect(rows[0]).toEqual([
      1,
      "一、开展排查",
      "一（一）",
      "摸清底数。2026年6月底前完成。",
      "市应急局",
      "市消防救援支队",
      null,
      "2026年6月底前",
      "2026-06-30",
      "责任单位按一",
    ]);
    expect(rows[3]).toEqual([
      4,
      null,
      "二",
      "加强领导。严格落实各项要求。",
      null,
      null,
      null,
      null,
      null,
      "没有写责任单位",
    ]);
    // Heading of the first three tasks, clause of the second and third.
    expect(sheet!.merged).toEqual(expect.arrayContaining(["B4:B6", "C5:C6"]));
    expect(sheet!.styles.get("E7")).not.toBe(sheet!.styles.get("E5"));
  });

  it("writes a table that no spreadsheet takes for formulas", async () => {
    const { out } = await gwlint(folder(), ["ledger", "方案.txt", "--format", "csv"]);
    expect(
      out.startsWith(
        "\ufeff序号,任务类别,条款,工作任务,牵头单位,配合单位,责任单位,完成时限,截止日期,目标指标,备注\r\n",
      ),
    ).toBe(true);
    expect(out).not.toMatch(/(?:^|,)"?[=+@-]/m);
  });

  it("prints Markdown, JSON and a list for the terminal", async () => {
    const cwd = folder();
    const markdown = await gwlint(cwd, ["ledger", "方案.txt", "--format", "markdown"]);
    expect(markdown.out).toMatch(/^# 《某某市.*》责任清单\n/);
    expect(markdown.out.match(/^\| \d/gm)).toHaveLength(4);
    const json = JSON.parse((await gwlint(cwd, ["ledger", "方案.txt", "--format", "json"])).out);
    expect(json.rows[1]).toMatchObject({
      path: "一（二）",
      units: [{ name: "市住房城乡建设局", role: "牵头", vague: false }],
    });
    const pretty = await gwlint(cwd, ["ledger", "方案.txt", "--lang", "en"]);
    expect(pretty.out).toContain("4 tasks, 1 without a unit");
    expect(pretty.out).toContain("Lead");
  });

  it("refuses to send a workbook to a terminal", async () => {
    const ran = await gwlint(folder(), ["ledger", "方案.txt", "--format", "xlsx"], "", undefined, true);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toContain("xlsx:文件名.xlsx");
  });

  it("says so where there is no task", async () => {
    const ran = await gwlint(folderWith({ "函.txt": "关于商请支持的函\n\n某某局：\n\n此函。\n" }), [
      "ledger",
      "函.txt",
    ]);
    expect(ran.status).toBe(0);
    expect(ran.err).toContain("没有认出任务");
  });
});
