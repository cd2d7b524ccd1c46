import { describe, expect, test } from "vitest";
import { closest } from "../../src/yaml/closest.ts";
import { codeFrame } from "../../src/yaml/frame.ts";

describe("did you mean", () => {
  test.each([
    ["ingore", "ignore"],
    ["pack", "packs"],
    ["Documents", "documents"],
    ["supperiors", "superiors"],
    ["文钟", "文种"],
  ])("%s is near %s", (word, expected) => {
    expect(closest(word, ["packs", "documents", "ignore", "superiors", "facts", "文种"])).toBe(expected);
  });

  test("a word that is near nothing gets no suggestion", () => {
    expect(closest("zzzzzz", ["packs", "documents"])).toBeNull();
  });
});

describe("frame", () => {
  test("the mark stands under the column, Chinese characters two columns wide", () => {
    expect(codeFrame("部署: 专门", 1, 5)).toBe("> 1 | 部署: 专门\n    |       ^");
  });

  test("a long line is cut around the place", () => {
    const frame = codeFrame(`${"a".repeat(500)}X${"b".repeat(500)}`, 1, 501);
    const [line, mark] = frame.split("\n");
    expect(line!.length).toBeLessThan(120);
    expect(line![mark!.indexOf("^")]).toBe("X");
  });

  test("control characters do not reach the terminal", () => {
    expect(codeFrame("a: \u001b[31m\u0007\u202e", 1, 1)).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});
