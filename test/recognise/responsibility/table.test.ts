import { describe, expect, test } from "vitest";
import { markdownPlan, row, units } from "./duties.ts";

const BODY = `一、推进数字政府建设

（一）建设一体化平台。统筹平台建设，实现互联互通。

（二）推动数据共享。编制共享目录，开展数据治理。

二、强化基础支撑

（一）完善网络设施。扩大网络覆盖，提升接入能力。`;

const withTable = (table: string) => markdownPlan(`${BODY}\n\n附件：任务分解表\n\n${table}`);

describe("a responsibility table names the clauses", () => {
  test.each([
    [
      "by the words of the item, lead and assisting units in two columns",
      "| 序号 | 主要任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n| 1 | 建设一体化平台 | 市大数据局 | 市财政局、各县区 |\n| 2 | 推动数据共享 | 市大数据局 | 市直各部门 |\n| 3 | 完善网络设施 | 市通信管理局 | 市工信局 |",
      ["市大数据局/牵头", "市财政局/配合", "各县区/配合"],
      ["市通信管理局/牵头", "市工信局/配合"],
    ],
    [
      "with labels before the words",
      "| 重点任务 | 责任单位 | 完成时限 |\n|---|---|---|\n| （一）建设一体化平台 | 市大数据局、市财政局 | 2025年底 |\n| （一）完善网络设施 | 市通信管理局 | 2025年底 |",
      ["市大数据局/负责", "市财政局/负责"],
      ["市通信管理局/负责"],
    ],
    [
      "by a sentence inside the item",
      "| 任务内容 | 责任部门 |\n|---|---|\n| 统筹平台建设，实现互联互通 | 市大数据局 |\n| 扩大网络覆盖，提升接入能力 | 市工信局 |",
      ["市大数据局/负责"],
      ["市工信局/负责"],
    ],
    [
      "beside the section's heading",
      "| 类别 | 任务 | 牵头部门 |\n|---|---|---|\n| 推进数字政府建设 | 建设一体化平台 | 市大数据局 |\n| 强化基础支撑 | 完善网络设施 | 市工信局 |",
      ["市大数据局/牵头"],
      ["市工信局/牵头"],
    ],
    [
      "names parted by spaces",
      "| 工作任务 | 责任单位 |\n|---|---|\n| 建设一体化平台 | 市大数据局 市财政局 |\n| 完善网络设施 | 市工信局 |",
      ["市大数据局/负责", "市财政局/负责"],
      ["市工信局/负责"],
    ],
    [
      "roles inside the cell",
      "| 工作任务 | 责任分工 |\n|---|---|\n| 建设一体化平台 | 市大数据局牵头，市财政局配合 |\n| 完善网络设施 | 市工信局负责 |",
      ["市大数据局/牵头", "市财政局/配合"],
      ["市工信局/负责"],
    ],
    [
      "persons in a column of their own",
      "| 工作事项 | 牵头领导 | 责任单位 |\n|---|---|---|\n| 建设一体化平台 | 王某某 | 市大数据局 |\n| 完善网络设施 | 李某某 | 市工信局 |",
      ["市大数据局/负责"],
      ["市工信局/负责"],
    ],
    [
      "under a title row",
      "| 任务分解表 | | |\n|---|---|---|\n| 序号 | 工作举措 | 主办单位 |\n| 1 | 建设一体化平台 | 市大数据局 |\n| 2 | 完善网络设施 | 市工信局 |",
      ["市大数据局/牵头"],
      ["市工信局/牵头"],
    ],
    [
      "label and list in one cell",
      "| 重点工作 | 责任单位 |\n|---|---|\n| 建设一体化平台 | 牵头单位：市大数据局；配合单位：市财政局 |\n| 完善网络设施 | 市工信局 |",
      ["市大数据局/牵头", "市财政局/配合"],
      ["市工信局/负责"],
    ],
  ])("%s", async (_, table, first, last) => {
    const document = await withTable(table);
    const platform = row(document, "（一）");
    expect(units(platform)).toEqual(first);
    expect(platform.responsibility.form).toBe("table");
    const network = document.clauses.filter((clause) => clause.label.startsWith("（一）")).at(-1)!;
    expect(units(network)).toEqual(last);
  });

  test("a header that says so makes the first unit of each row the leading one", async () => {
    const document = await withTable(
      "| 任务 | 责任单位（列首位的为牵头单位） |\n|---|---|\n| 建设一体化平台 | 市大数据局、市财政局 |\n| 完善网络设施 | 市工信局 |",
    );
    expect(units(row(document, "（一）"))).toEqual(["市大数据局/牵头", "市财政局/负责"]);
  });

  test("by the running number, where the words differ", async () => {
    const document = await markdownPlan(
      "一、任务\n\n1.建设平台。\n\n2.共享数据。\n\n| 序号 | 内容 | 责任单位 |\n|---|---|---|\n| 1 | 打造统一底座 | 市大数据局 |\n| 2 | 打通数据孤岛 | 市财政局 |",
    );
    expect(units(row(document, "1"))).toEqual(["市大数据局/负责"]);
    expect(units(row(document, "2"))).toEqual(["市财政局/负责"]);
  });

  test("an item of a heading that the table names is covered by it", async () => {
    const document = await withTable("| 任务 | 责任单位 |\n|---|---|\n| 推进数字政府建设 | 市大数据局 |");
    expect(row(document, "（二）").responsibility.form).toBe("table");
    expect(units(row(document, "（二）"))).toEqual(["市大数据局/负责"]);
  });

  test("the column that says when dates a clause whose own text does not", async () => {
    const document = await withTable(
      "| 任务 | 责任单位 | 完成时限 |\n|---|---|---|\n| 建设一体化平台 | 市大数据局 | 2025年12月 |\n| 推动数据共享 | 市大数据局 | 持续推进 |",
    );
    expect(row(document, "（一）").deadline).toMatchObject({
      text: "2025年12月",
      until: "2025-12-31",
      recurring: false,
    });
    expect(row(document, "（二）").deadline).toBeNull();
  });

  test("a table that names no clause holds the tasks of the clause it stands in", async () => {
    const document = await markdownPlan(
      "一、主要任务\n\n| 任务 | 责任单位 | 完成时限 |\n|---|---|---|\n| 整修校舍 | 市教育局 | 2025年底前 |\n| 改造食堂 | 市财政局 | 2025年底前 |\n\n二、强化保障措施。",
    );
    expect(units(row(document, "一"))).toEqual(["市教育局/负责", "市财政局/负责"]);
    expect(row(document, "一").responsibility.form).toBe("table");
    expect(row(document, "一").deadline?.text).toBe("2025年底前");
    expect(row(document, "二").responsibility.form).toBe("none");
  });

  test("the cells of a table that names other clauses are no mark of the clause above it", async () => {
    const document = await markdownPlan(
      "一、建设一体化平台。\n\n二、推动数据共享。\n\n| 任务 | 责任单位 |\n|---|---|\n| 建设一体化平台 | 市大数据局 |",
    );
    expect(units(row(document, "一"))).toEqual(["市大数据局/负责"]);
    expect(row(document, "二").responsibility.form).toBe("none");
  });

  test("a table without a column for units says nothing", async () => {
    const document = await withTable(
      "| 序号 | 主要任务 | 目标值 |\n|---|---|---|\n| 1 | 建设一体化平台 | 市大数据局 |",
    );
    expect(row(document, "（一）").responsibility.form).toBe("none");
  });

  test("items that the table leaves out stay without units", async () => {
    const document = await withTable("| 任务 | 责任单位 |\n|---|---|\n| 建设一体化平台 | 市大数据局 |");
    expect(row(document, "（二）").responsibility.form).toBe("none");
  });
});
