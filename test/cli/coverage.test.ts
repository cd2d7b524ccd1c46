import { describe, expect, it } from "vitest";
import { PROVINCE } from "../compare/document.ts";
import { folderWith, gwlint } from "./run.ts";

const DRAFT = [
  "乐平市人民政府办公室关于加强农村水利设施管护工作的通知",
  "各乡镇人民政府，市政府各部门：",
  "为管好用好农村水利设施，现将有关事项通知如下：",
  "一、明确管护主体",
  "1.市水利局牵头建立全市小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向市政府办公室报送一次变动情况。",
  "2.各乡镇力争在2020年6月底前完成灌溉渠道确权颁证，确权率不低于80%，未确权的渠道不安排市级维修资金。",
  "二、其他",
  "3.每个村组织一次爱国卫生大扫除，清理房前屋后的杂物，由妇联评比。",
  "乐平市人民政府办公室",
  "2019年5月8日",
].join("\n");
const FILES = { "草稿.txt": DRAFT, "上级.txt": PROVINCE.join("\n") };
const table = (...options: string[]) =>
  gwlint(folderWith(FILES), ["compare", "草稿.txt", "上级.txt", "--coverage", ...options]);

describe("compare --coverage", () => {
  it("says of every task how it is taken up, what was changed, and what is new", async () => {
    const { out, status } = await table();
    expect(status).toBe(0);
    expect(out).toMatch(/= 照抄.*一1（第 6 行或段）/);
    expect(out).toMatch(/✗ 没有承接.*二3/);
    expect(out).toContain("打折扣：指标低了（上级“95%”，草稿“80%”）");
    expect(out).toContain("打折扣：时限晚了");
    expect(out).toMatch(/\* 本稿新增.*二3（第 8 行或段）/);
    expect(out).toMatch(/上级任务 4 项：.*没有承接 2.*本稿新增 1/);
  });

  it("has the headings of the language asked for", async () => {
    expect((await table("--lang", "en")).out).toContain("Tasks of the superior");
    expect((await table("--lang", "en", "--format", "csv")).out).toContain("superior,its clause,its line");
  });

  it("gives the same rows as JSON", async () => {
    const rows = JSON.parse((await table("--format", "json")).out);
    expect(rows.tasks[0]).toMatchObject({
      state: "copied",
      source: { name: "上级.txt", path: "一1", line: 6 },
      draft: { name: "草稿.txt", path: "一1", line: 5 },
    });
    expect(rows.clauses.at(-1)).toMatchObject({ state: "new", source: null, draft: { path: "二3", line: 8 } });
  });

  it("gives a Markdown table with as many cells in every row as in its head", async () => {
    const { out } = await table("--format", "markdown");
    const rows = out.split("\n").filter((line) => line.startsWith("|"));
    expect(rows[0]).toContain("| 对照 | 上级文件 |");
    expect(rows.length).toBeGreaterThan(6);
    const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
    for (const row of rows) expect(cells(row)).toBe(cells(rows[0]!));
  });

  it("gives a CSV that Excel reads as UTF-8", async () => {
    const { out } = await table("--format", "csv");
    expect(out.startsWith("\ufeff对照,上级文件,")).toBe(true);
    expect(out.endsWith("\r\n")).toBe(true);
    expect(out).toMatch(/上级任务,上级\.txt,二3,9,.*,没有承接,,,,0%,/);
  });

  it("prints Markdown and CSV of the coverage table only", async () => {
    const ran = await gwlint(folderWith(FILES), ["compare", "草稿.txt", "上级.txt", "--format", "csv"]);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain("--coverage");
  });

  it("says so where no task is recognised", async () => {
    const folder = folderWith({ "草稿.txt": "随便写一句话。", "上级.txt": "另外一句话，没有编号。" });
    expect((await gwlint(folder, ["compare", "草稿.txt", "上级.txt", "--coverage"])).out).toContain("没有认出任务");
  });
});
