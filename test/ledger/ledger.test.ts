import { describe, expect, it } from "vitest";
import { type LedgerRow, ledger } from "../../src/ledger/ledger.ts";
import { draft } from "../recognise/draft.ts";

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
});
