import { describe, expect, it } from "vitest";
import { compareReport } from "../../src/compare/report.ts";
import { textOf } from "../../src/model/place.ts";
import { document, PROVINCE } from "./document.ts";

const superior = document("上级.txt", ...PROVINCE);
const draft = document(
  "草稿.txt",
  "乐平市人民政府办公室关于加强农村水利设施管护工作的通知",
  "乐府办发〔2019〕30号",
  "各乡镇人民政府，市政府各部门：",
  "为管好用好农村水利设施，经市政府同意，现将有关事项通知如下：",
  "一、明确管护主体",
  "1.市水利局牵头建立全市小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向市政府办公室报送一次变动情况。",
  "2.共产主义水库由涌山镇派驻3名巡坝员，汛期每天上坝两次，记录交市水利局水管股核对。",
  "二、落实管护经费",
  "3.市财政局按照每座小型水库每年8000元的标准安排市级补助资金，资金直接拨付到安化县，任何单位不得截留挪用。",
  "乐平市人民政府办公室",
  "2019年5月8日",
);

describe("compareReport on documents", () => {
  const report = compareReport(draft, [superior]);

  it("tells each copied paragraph with the clause on both sides, the textbook case first", () => {
    const [first, second] = report.passages;
    expect(report.passages).toHaveLength(2);
    expect([first!.class, first!.textbook, first!.draftClause, first!.sourceClause]).toEqual([
      "names",
      false,
      "一1",
      "一1",
    ]);
    expect([second!.draftClause, second!.sourceClause]).toEqual(["二3", "二3"]);
    expect(textOf(draft, first!.draftSpans[0]!)).toContain("市水利局牵头");
    expect(textOf(superior, first!.sourceSpans[0]!)).toContain("省水利厅牵头");
  });

  it("ranks a long copy with only names changed as textbook, by the caller's bounds", () => {
    const strict = compareReport(draft, [superior], { textbook: 40, textbookIdentity: 0.8 });
    expect(strict.passages[0]!.textbook).toBe(true);
    expect(strict.passages[0]!.draftClause).toBe("一1");
  });

  it("counts what is the draft's own, what of it is copied, and clauses copied whole or with something local", () => {
    expect(report.copied).toBeLessThan(report.own);
    expect(report.share).toBeCloseTo(report.copied / report.own);
    expect(report.sources).toEqual([
      { name: "上级.txt", copied: report.copied, share: report.share, longest: expect.any(Number) },
    ]);
    const byPath = new Map(report.clauses.map((clause) => [clause.path, clause]));
    expect(byPath.get("一1")).toMatchObject({ whole: true, local: false });
    expect(byPath.get("一2")).toMatchObject({ share: 0, whole: false, local: true });
    expect(report.wholeClauses).toBeGreaterThanOrEqual(1);
    expect(report.longest.edited).toBeGreaterThanOrEqual(report.longest.exact);
  });

  it("leaves title, number, addressees, signature and date out, and counts masked copying beside", () => {
    const told = report.passages.flatMap((passage) => passage.draftSpans.map((span) => textOf(draft, span))).join("");
    expect(told).not.toContain("关于加强农村水利设施管护工作的通知");
    const cited = compareReport(`按《${PROVINCE[0]}》办理，其余从略。`, [superior]);
    expect(cited.passages).toEqual([]);
    expect(cited.maskedCopied).toBeGreaterThan(15);
  });

  it("points at a place of another area that came along", () => {
    expect(report.foreign!.map((place) => [place.text, textOf(draft, place.span)])).toEqual([["安化县", "安化县"]]);
  });

  it("does not take another name for something of one's own", () => {
    const words = (place: string) =>
      `${place}水利部门逐座登记坝高、库容、管护人和巡查路线，并把台账交${place}档案部门留存。`;
    const copy = document(
      "草稿.txt",
      "关于建立台账的通知",
      "各乡镇：",
      `一、${words("乐平市")}`,
      "乐平市水利局",
      "2019年5月8日",
    );
    const { clauses } = compareReport(copy, [{ name: "上级", text: words("上饶市") }]);
    expect(clauses.map((clause) => [clause.whole, clause.local])).toEqual([[true, false]]);
  });

  it("does not take a clause's own number for local content", () => {
    const copy = document(
      "草稿.txt",
      "关于建立台账的通知",
      "各乡镇：",
      "1.要高度重视，把台账建好。",
      "2.水库台账由水利股逐座建立。",
      "乐平市水利局",
      "2019年5月8日",
    );
    expect(compareReport(copy, [superior]).localClauses).toBe(0);
  });

  it("takes no common word for a district", () => {
    const words =
      "市水利局牵头建立全市小型水库台账，逐座登记新城区坝高、库容、管护人和巡查路线，每季度报送一次变动情况。";
    const copy = document(
      "草稿.txt",
      "乐平市水利局关于建立台账的通知",
      "各乡镇：",
      `一、${words}`,
      "乐平市水利局",
      "2019年5月8日",
    );
    expect(compareReport(copy, [{ name: "上级", text: words }]).foreign).toEqual([]);
  });

  it("does not know foreign places where the issuer is unknown", () => {
    expect(compareReport("水利工作照旧。", [superior]).foreign).toBeNull();
  });
});

describe("text that a document passes on", () => {
  const printed = (title: string, own: string) =>
    document(
      "转.txt",
      title,
      "各乡镇人民政府：",
      "现将省里的通知发给你们，请照此办理。",
      "乐平市人民政府办公室",
      "2019年5月8日",
      own,
      ...PROVINCE.slice(3, 10),
    );

  it("is not held against a 转发", () => {
    const report = compareReport(
      printed("乐平市人民政府办公室转发省政府办公厅关于加强农村水利设施管护工作的通知", PROVINCE[0]!),
      [superior],
    );
    expect(report.relayed?.reason).toBe("forwarding");
    expect(report.passages).toEqual([]);
  });
});

describe("compareReport on plain texts", () => {
  it("takes lines for clauses", () => {
    const report = compareReport(`镇里自己写的一句话，谁也没有抄。\n${PROVINCE[5]}`, [
      { name: "上级", text: PROVINCE.join("\n") },
    ]);
    expect(report.clauses.map((clause) => [clause.span.block, clause.whole])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(report.passages[0]!.draftSpans[0]!.block).toBe(1);
    expect(report.passages[0]!.class).toBe("verbatim");
  });
});
