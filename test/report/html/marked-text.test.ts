import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/block.ts";
import type { WireFinding } from "../../../src/model/result.ts";
import { markedText } from "../../../src/report/html/marked-text.ts";
import type { FindingView } from "../../../src/report/html/view.ts";
import { wordIn } from "../../../src/report/html/word.ts";
import { all, parsed, words } from "./parsed.ts";

const block = (text: string, more: Partial<Block> = {}): Block => ({
  index: 0,
  kind: "paragraph",
  region: "body",
  text,
  labelLength: 0,
  paragraph: 1,
  headingLevel: 0,
  ...more,
});

const found = (
  number: number,
  start: number,
  end: number,
  standing: FindingView["standing"] = "warning",
): FindingView => ({
  number,
  standing,
  finding: { title: "标题" } as WireFinding,
  span: { block: 0, start, end },
  copies: [],
});

function drawn(of: Block, findings: FindingView[]) {
  const inOrder = [...findings].sort((a, b) => a.span!.start - b.span!.start);
  const { root, errors } = parsed(markedText(of, { id: "d1", findings: inOrder, word: wordIn("zh") }).text, true);
  expect(errors).toEqual([]);
  const marks = all(root, "mark").map((mark) => ({
    numbers: String(mark.properties["dataF"]).split(" ").map(Number),
    text: words(mark),
    classes: [mark.properties["className"]].flat(),
  }));
  const of_ = (number: number) =>
    marks
      .filter(({ numbers }) => numbers.includes(number))
      .map(({ text }) => text)
      .join("");
  const references = all(root, "a.ref").map(({ properties }) => String(properties["id"]));
  return { marks, wordsOf: of_, references, text: words(root) };
}

describe("a paragraph with findings", () => {
  it("marks the words of each, and names both where two overlap", () => {
    const { marks, wordsOf, references } = drawn(block("各单位要加强组织领导。"), [
      found(1, 3, 8),
      found(2, 6, 10, "error"),
    ]);
    expect(wordsOf(1)).toBe("要加强组织");
    expect(wordsOf(2)).toBe("组织领导");
    expect(marks.map(({ numbers }) => numbers)).toEqual([[1], [1, 2], [2]]);
    expect(marks[1]!.classes).toEqual(["error", "several"]);
    expect(references).toEqual(["d1-m1", "d1-m2"]);
  });

  it("keeps looks and automatic numbers under the marks", () => {
    const runs = [
      { start: 0, end: 4, bold: true },
      { start: 4, end: 8, italic: true, underline: true, eastAsianFont: "黑体" },
    ];
    const of = block("一、加强领导组织", { labelLength: 2, format: { section: 0, runs } });
    const text = markedText(of, { id: "d1", findings: [found(1, 0, 6)], word: wordIn("zh") }).text;
    const { root } = parsed(text, true);
    expect(all(root, "span.auto").map(words)).toEqual(["一、"]);
    expect(all(root, "b").map(words)).toEqual(["一、", "加强"]);
    expect(all(root, "i").map(words)).toEqual(["领导", "组织"]);
    expect(all(root, "span.hei").map(words)).toEqual(["领导", "组织"]);
  });

  it("has a place for a finding without words, and for one at the very end", () => {
    expect(drawn(block("无标点"), [found(1, 3, 3), found(2, 0, 0)]).references).toEqual(["d1-m2", "d1-m1"]);
    expect(drawn(block(""), [found(1, 0, 0)]).references).toEqual(["d1-m1"]);
  });

  it("loses no character and gives each finding its words, however they lie", () => {
    const text = "一二三四五六七八九十甲乙丙丁";
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 10 }), fc.array(span, { maxLength: 4 }), (spans, looks) => {
        const cuts = [...new Set([0, ...looks.flat(), text.length])].sort((a, b) => a - b);
        const runs = cuts.slice(1).map((end, i) => ({ start: cuts[i]!, end, bold: i % 2 === 0 }));
        const findings = spans.map(([start, end], i) => found(i + 1, start, end));
        const { wordsOf, references, text: all } = drawn(block(text, { format: { section: 0, runs } }), findings);
        expect(all.replace(/!\d+/g, "")).toBe(text);
        expect(references).toHaveLength(spans.length);
        for (const { number, span } of findings) expect(wordsOf(number)).toBe(text.slice(span!.start, span!.end));
      }),
    );
  });
});
