import { describe, expect, it } from "vitest";
import { type LedgerRow, ledger } from "../../src/ledger/ledger.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { docx, p } from "../read/docx/build.ts";
import { draft } from "../recognise/draft.ts";
import { documentOf } from "../revise/covered.ts";

async function markdown(text: string) {
  const result = await read(new TextEncoder().encode(text), "plan.md", DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "plan.md", {});
}

const PLAN = `某某市安全检查工作方案

为防范安全事故，制定本方案。

一、开展排查整治。2026年年底前完成。（市应急局牵头，市消防救援支队、市住房城乡建设局配合）
（一）摸清底数。对辖区内企业逐户排查，2026年3月底前建立台账，6月底前全部核实，排查率达到100%。
（二）落实整改。（责任单位：市住房城乡建设局；完成时限：长期坚持）隐患整改率不低于95%，坚决做到“两个维护”。
二、强化保障
加强宣传。每季度开展1次集中宣传，发放资料不少于5000份。（市委宣传部负责）加强督查。将督查结果纳入考核，
压减会议20%。（市政府督查室、市应急局按职责分工负责）
三、加强领导。由市政府办公室牵头推进各项工作。
四、严守纪律。严格落实各项要求。

某某市人民政府办公室

2026年2月12日
`;

const rows = ledger(draft(PLAN)).rows;
const row = (start: string): LedgerRow => rows.find(({ task }) => task.startsWith(start))!;
const units = ({ units }: LedgerRow) => units.map(({ name, role }) => `${name} ${role}`);

describe("ledger", () => {
  it("has a row for every task, in the order of the draft, and its title", () => {
    expect(ledger(draft(PLAN)).title).toBe("某某市安全检查工作方案");
    expect(rows.map(({ path, task }) => `${path} ${task.slice(0, 4)}`)).toEqual([
      "一（一） 摸清底数",
      "一（二） 落实整改",
      "二 加强宣传",
      "二 加强督查",
      "三 加强领导",
      "四 严守纪律",
    ]);
  });

  it("words a task by its measure, without the bracket that names units", () => {
    for (const { task } of rows) expect(task).not.toMatch(/责任单位|牵头，|负责）|完成时限/);
    expect(row("落实整改").task).toBe("落实整改。隐患整改率不低于95%，坚决做到“两个维护”。");
  });

  it("gives every sentence that a mark closes its own row, under the heading of its clause", () => {
    expect(units(row("加强宣传"))).toEqual(["市委宣传部 负责"]);
    expect(units(row("加强督查"))).toEqual(["市政府督查室 负责", "市应急局 负责"]);
    expect(row("加强督查")).toMatchObject({
      headings: [{ path: "二", text: "二、强化保障" }],
      task: "加强督查。将督查结果纳入考核，压减会议20%。",
    });
  });

  it("takes a mark behind the head of a clause for what follows", () => {
    expect(row("落实整改").task).toContain("隐患整改率");
    expect(units(row("落实整改"))).toEqual(["市住房城乡建设局 负责"]);
  });

  it("hands on the units of a heading to tasks that have none, and says whose they are", () => {
    expect(units(row("摸清底数"))).toEqual(["市应急局 牵头", "市消防救援支队 配合", "市住房城乡建设局 配合"]);
    expect(row("摸清底数").unitsFrom).toBe("一");
    expect(row("落实整改")).toMatchObject({ unitsFrom: null });
    expect(units(row("落实整改"))).toEqual(["市住房城乡建设局 负责"]);
  });

  it("leaves a task without units empty", () => {
    expect(row("严守纪律")).toMatchObject({ units: [], unitsFrom: null });
  });

  it("takes units from running text", () => {
    expect(units(row("加强领导"))).toContain("市政府办公室 牵头");
  });

  it("has every time limit as it is printed, with its last day where the words fix one", () => {
    expect(row("摸清底数").times).toEqual([
      { text: "2026年3月底前", until: "2026-03-31", recurring: false },
      { text: "6月底前", until: "2026-06-30", recurring: false },
    ]);
    expect(row("落实整改").times).toEqual([{ text: "长期坚持", until: null, recurring: false }]);
    expect(row("加强宣传").times).toEqual([{ text: "每季度", until: null, recurring: true }]);
  });

  it("lists target numbers in their words; names like “两个维护” are none", () => {
    expect(row("摸清底数").targets.map(({ text, value, bound }) => [text, value, bound])).toEqual([
      ["6月底前全部核实，排查率达到100%", 100, "least"],
    ]);
    expect(row("落实整改").targets.map(({ text }) => text)).toEqual(["隐患整改率不低于95%"]);
    expect(row("加强督查").targets).toMatchObject([{ value: 20, unit: "%", bound: "cut" }]);
  });

  it("takes tasks from the articles of a regulation where there are no others", () => {
    const rules = draft("某某市停车管理办法\n\n第一条 市公安局负责停车秩序管理。\n第二条 市城管局负责泊位施划。\n");
    expect(ledger(rules).rows.map((one) => units(one))).toEqual([["市公安局 负责"], ["市城管局 负责"]]);
  });

  it("keeps the last item free of the closing words and of the title of a second text", () => {
    const two = draft(`关于支持某产业发展的若干政策

一、支持平台建设。对新建平台给予补助。
二、支持企业上市
鼓励企业上市融资。
支持设立产业基金。
本政策自2026年1月1日起施行，由市发展改革委负责解释。
某某市产业发展行动计划
（2026—2028年）
为推动产业发展，特制定本行动计划。
一、夯实基础。新建一批示范园区。
二、培育企业。培育10家龙头企业。
本行动计划由市工业和信息化局负责解释。
`);
    expect(ledger(two).rows.map(({ task }) => task)).toEqual([
      "支持平台建设。对新建平台给予补助。",
      "鼓励企业上市融资。\n支持设立产业基金。",
      "夯实基础。新建一批示范园区。",
      "培育企业。培育10家龙头企业。",
    ]);
  });

  it("takes a restart of the numbers without a title for no second text", () => {
    const one = draft("某某市工作方案\n\n一、开展排查。\n逐户排查隐患。\n建立台账。\n一、落实整改。逐项销号。\n");
    expect(ledger(one).rows.map(({ task }) => task)[0]).toContain("建立台账");
  });

  it("has no rows for articles where only measures are asked for", () => {
    const rules = draft("某某市停车管理办法\n\n第一条 市公安局负责停车秩序管理。\n");
    expect(ledger(rules).rows).toHaveLength(1);
    expect(ledger(rules, "measures").rows).toEqual([]);
  });
});

describe("a plan that is a table", () => {
  const table = (...lines: string[]) =>
    markdown(`# 某某市2026年重点任务分工方案\n\n为做好工作，制定本方案。\n\n${lines.join("\n")}\n`);

  it("gives a row a task: who leads, who assists, by when, how much", async () => {
    const { rows } = ledger(
      await table(
        "| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |",
        "| --- | --- | --- | --- | --- |",
        "| 1 | 改造农村公路200公里以上 | 市交通运输局 | 市财政局、各县（市、区）人民政府 | 2026年10月底前 |",
        "| 2 | 开展燃气安全排查 | 市住房城乡建设局 | | 长期坚持 |",
        "| 3 | 编制规划 | | | |",
      ),
    );
    expect(rows.map(({ task }) => task)).toEqual(["改造农村公路200公里以上", "开展燃气安全排查", "编制规划"]);
    expect(rows.map(units)).toEqual([
      ["市交通运输局 牵头", "市财政局 配合", "各县（市、区）人民政府 配合"],
      ["市住房城乡建设局 牵头"],
      [],
    ]);
    expect(rows.map(({ times }) => times.map(({ text, until }) => `${text} ${until}`))).toEqual([
      ["2026年10月底前 2026-10-31"],
      ["长期坚持 null"],
      [],
    ]);
    expect(rows[0]!.targets).toMatchObject([{ value: 200, bound: "least" }]);
    expect(rows.map(({ clause, path, line }) => [clause, path, line])).toEqual([
      [null, null, 7],
      [null, null, 8],
      [null, null, 9],
    ]);
  });

  it("lets the first of a list lead where the column says so", async () => {
    const { rows } = ledger(
      await table(
        "| 任务 | 责任单位（排在第一位的为牵头单位） |",
        "| --- | --- |",
        "| 开展排查 | 市应急局、市消防救援支队 |",
      ),
    );
    expect(units(rows[0]!)).toEqual(["市应急局 牵头", "市消防救援支队 负责"]);
  });

  it("puts a merged cell, or a row of one cell, above its tasks", () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const line = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
    const merged = (start: boolean) => `<w:vMerge${start ? ' w:val="restart"' : ""}/>`;
    const bytes = docx(
      `${p("某某市2026年重点任务分工方案")}<w:tbl>${[
        line(cell("类别"), cell("工作任务"), cell("责任单位")),
        line(cell("一、城市建设", '<w:gridSpan w:val="3"/>')),
        line(cell("安全", merged(true)), cell("开展燃气排查"), cell("市住房城乡建设局")),
        line(cell("", merged(false)), cell("开展消防排查"), cell("市消防救援支队")),
      ].join("")}</w:tbl>`,
    );
    const { rows } = ledger(documentOf(bytes));
    expect(rows.map(({ headings, task }) => [...headings.map(({ text }) => text), task])).toEqual([
      ["一、城市建设", "安全", "开展燃气排查"],
      ["一、城市建设", "安全", "开展消防排查"],
    ]);
  });
});
