import { describe, expect, it } from "vitest";
import { createMatcher } from "../../src/check/matcher.ts";

const compile = async (source: string) => (await createMatcher([source]))(source);

describe("a pack's pattern", () => {
  it("gives offsets that slice the text, beyond the first plane too", async () => {
    const text = "甲𠮷𠮷市乙𠮷";
    const matches = (await compile("𠮷+(市)?")).findAll(text);
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(["𠮷𠮷市", "𠮷"]);
    expect(matches.map(({ groups }) => groups)).toEqual([
      ["𠮷𠮷市", "市"],
      ["𠮷", undefined],
    ]);
  });

  it("knows 汉字 as a class", async () => {
    expect((await compile("^\\p{Han}+$")).test("责任单位")).toBe(true);
    expect((await compile("^\\p{Han}+$")).test("责任单位A")).toBe(false);
  });

  it("is compiled once", async () => {
    const matcher = await createMatcher(["甲+", "(甲+)+"]);
    expect(matcher("甲+")).toBe(matcher("甲+"));
  });

  it("takes linear time where a backtracking engine takes seconds", async () => {
    expect((await compile("(a+)+$")).test(`${"a".repeat(5000)}b`)).toBe(false);
  });

  it.each(["(?=甲)", "(?<=甲)乙", "(甲)\\1", "甲{1001}", "(甲", "x".repeat(1001)])("refuses %s", async (source) => {
    await expect(compile(source)).rejects.toThrow();
  });
});

describe("a paragraph as long as a book", () => {
  it("is searched sentence by sentence, every match in its place", async () => {
    const sentence = "各部门要推进落实，责任到人。";
    const text = sentence.repeat(1000);
    const matches = (await compile("责任到人")).findAll(text);
    expect(matches.length).toBe(1000);
    expect(matches.map(({ start }) => start)).toEqual(Array.from({ length: 1000 }, (_, i) => i * sentence.length + 9));
  });

  it("takes no longer for matches that look ahead to its end: in one piece this took minutes", async () => {
    expect((await compile("a.*?z|b")).findAll("ab".repeat(40_000)).length).toBe(40_000);
  });

  it("does not cut a character in two where it has no sentence end", async () => {
    const text = `x${"𠮷".repeat(4000)}`;
    const matches = (await compile("𠮷")).findAll(text);
    expect(matches.length).toBe(4000);
    expect(matches.every(({ start, end }) => text.slice(start, end) === "𠮷")).toBe(true);
  });
});
