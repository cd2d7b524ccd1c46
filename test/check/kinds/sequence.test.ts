import { describe, expect, it } from "vitest";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const plan = (...labels: string[]) =>
  `某某市防汛工作方案\n\n为做好防汛工作，制定本方案。\n\n${labels.map((label) => `${label}做好相应工作。\n\n`).join("")}`;

const faults = async (...labels: string[]) => {
  const document = await draft(plan(...labels));
  const hits = hitsOf(await verdictOf(document, "sequence", {}));
  return hits.map((hit, index) => `${places(document, hits)[index]} ${hit.note!.key.replace("check.sequence-", "")}`);
};

describe("sequence", () => {
  it.each([
    ["一、", "二、", "三、"],
    ["一、", "1. ", "2. ", "二、", "3. ", "4. "],
    ["一、", "（一）", "（二）", "二、", "（一）", "（二）"],
    ["一、", "1. ", "2. ", "二、", "1. ", "2. "],
    ["第一条　", "第二条　", "第三条　"],
  ])("holds %s %s %s …", async (...labels) => {
    expect(await faults(...labels)).toEqual([]);
  });

  it.each([
    [["一、", "二、", "四、"], ["四 skipped"]],
    [["一、", "二、", "二、", "三、"], ["二 repeated"]],
    [["一、", "1. ", "2. ", "二、", "5. "], ["二5 start"]],
    [["一、", "（一）", "（三）"], ["一（三） skipped"]],
    [
      ["1. ", "（一）", "（二）", "2. ", "（一）"],
      ["1（一） levels", "1（二） levels", "2（一） levels"],
    ],
  ])("finds the fault in %j", async (labels, expected) => {
    expect(await faults(...labels)).toEqual(expected);
  });

  it("takes a number that lost its line break for there", async () => {
    const document = await draft(
      "某某市防汛工作方案\n\n为做好工作，制定本方案。\n\n一、落实责任1.加强巡查。\n\n2.备足物资。\n",
    );
    expect(hitsOf(await verdictOf(document, "sequence", {}))).toEqual([]);
  });

  it("looks only for the faults the rule names", async () => {
    const document = await draft(plan("一、", "三、"));
    expect(hitsOf(await verdictOf(document, "sequence", { skipped: false }))).toEqual([]);
  });

  it("is not applicable to a text without labels", async () => {
    const verdict = await verdictOf(await draft("某某市防汛形势\n\n今年降雨偏多。\n"), "sequence", {});
    expect(verdict).toMatchObject({ outcome: "not-applicable", because: { key: "check.no-clauses" } });
  });

  it.each([
    ["一、落实责任。\n\n二、加强巡查，做到全覆盖。 三、备足物资\n\n6月底前备齐。\n\n四、加强值守。\n"],
    ["第三十七条　加强巡查。\n\n第三十八条　备足物资。第三十九条　加强值守。\n\n第四十条　本办法自发布之日起施行。\n"],
  ])("looks for the missing number in the text before, in either script", async (items) => {
    const document = await draft(`某某市防汛工作方案\n\n为做好工作，制定本方案。\n\n${items}`);
    const keys = hitsOf(await verdictOf(document, "sequence", {})).map(({ note }) => note!.key);
    expect(keys).not.toContain("check.sequence-skipped");
  });

  it("only hints in a text saved from a page, which loses lines", async () => {
    const text = plan("一、", "三、");
    const faults = async (name: string) => hitsOf(await verdictOf(await draft(text, {}, name), "sequence", {}));
    expect(await faults("plan.txt")).toMatchObject([{ atMost: "info" }]);
    expect((await faults("plan.md"))[0]!.atMost).toBeUndefined();
  });
});
