import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineColumn } from "../../src/model/place.ts";
import { expectExactPlaces, readAs, textsOf } from "./read-bytes.ts";

describe("plain text", () => {
  test("one block a line, empty lines too, so that paragraph is the line", async () => {
    const source = await readAs("a.txt", "关于精简会议的通知\n\n　　各县：\n");
    expect(textsOf(source)).toEqual(["关于精简会议的通知", "", "　　各县："]);
    expect(source.blocks.map((block) => block.paragraph)).toEqual([1, 2, 3]);
    expect(source).toMatchObject({ format: "text", encoding: "utf-8", cut: [] });
  });

  test("LF, CR LF and CR end a line; U+2028 and a form feed end a block inside it", async () => {
    const source = await readAs("a.txt", "甲\r\n乙\r丙\u2028丁\f戊\n己");
    expect(textsOf(source)).toEqual(["甲", "乙", "丙", "丁", "戊", "己"]);
    expect(source.blocks.map((block) => lineColumn(block, 0))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 3 },
      { line: 3, column: 5 },
      { line: 4, column: 1 },
    ]);
  });

  test("what a limit cuts off is said", async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `第${i}行`).join("\n");
    const byLines = await readAs("a.txt", lines, { paragraphs: 10 });
    expect(byLines.blocks).toHaveLength(10);
    expect(byLines.cut).toEqual([{ limit: "paragraphs", value: 12, max: 10 }]);
    const byLength = await readAs("a.txt", lines, { textCharacters: 7 });
    expect(textsOf(byLength).join("\n")).toBe(lines.slice(0, 7));
    expect(byLength.cut).toEqual([{ limit: "textCharacters", value: lines.length, max: 7 }]);
    expect((await readAs("a.txt", "甲\n乙\n", { paragraphs: 2 })).cut).toEqual([]);
  });

  test("no character is lost or moved, whatever the line ends", async () => {
    const piece = fc.constantFrom("字", "　", " ", "a", "\n", "\r\n", "\r", "\u2028", "\f", "𠀀", "\t");
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 60 }), async (pieces) => {
        const text = `字${pieces.join("")}`;
        const source = await readAs("a.txt", text);
        expect(textsOf(source).join("")).toBe(text.replace(/[\n\r\u2028\f]/g, ""));
        expectExactPlaces(source, text);
      }),
    );
  });
});
