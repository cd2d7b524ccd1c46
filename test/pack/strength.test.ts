import { describe, expect, it } from "vitest";
import { cappedBy, severityOfWord } from "../../src/pack/strength.ts";

describe("the word of a provision gives the severity", () => {
  it.each([
    ["严禁", "error"],
    ["一律不得", "error"],
    ["必须", "error"],
    ["应当", "error"],
    ["要", "warning"],
    ["不再", "warning"],
    ["提倡", "warning"],
    ["倡导", "info"],
    ["可以", "info"],
  ])("%s → %s", (word, severity) => expect(severityOfWord(word)).toBe(severity));

  it.each([
    ["一般不得", "warning"],
    ["原则上只得", "warning"],
    ["原则上应当", "warning"],
    ["不得…可以", "info"],
  ])("the softer word of %s wins", (word, severity) => expect(severityOfWord(word)).toBe(severity));

  it.each(["努力", "本单位", "", "不可"])("%j is none", (word) => expect(severityOfWord(word)).toBeNull());
});

describe("the evidence caps it", () => {
  it("direct keeps, measured is a warning at most, inferred a hint", () => {
    expect(cappedBy("direct", "error")).toBe("error");
    expect(cappedBy("measured", "error")).toBe("warning");
    expect(cappedBy("measured", "info")).toBe("info");
    expect(cappedBy("inferred", "error")).toBe("info");
  });
});
