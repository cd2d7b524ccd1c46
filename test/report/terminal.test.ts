import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, excerpt, safe, width } from "../../src/report/terminal.ts";

describe("width", () => {
  it("takes two columns for ideographs and full-width marks, one for letters", () => {
    expect(width("公文")).toBe(4);
    expect(width("〔2024〕")).toBe(8);
    expect(width("abc")).toBe(3);
  });
});

describe("safe", () => {
  it("shows what would move a cursor or turn the writing round", () => {
    expect(safe("a\u001b]0;x\u0007b\u202ec")).toBe("a\\u{1b}]0;x\\u{7}b\\u{202e}c");
  });

  it("leaves nothing behind that a terminal obeys", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(safe(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe("cut", () => {
  it("never exceeds its room and never parts a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, room) => {
        const short = cut(text, room);
        expect(width(short)).toBeLessThanOrEqual(room);
        expect(text.startsWith(short.replace(/…$/, ""))).toBe(true);
      }),
    );
  });
});

describe("excerpt", () => {
  it("shows the words with what stands around them", () => {
    const text = "为防范事故，各县区要逐户排查，建立台账。";
    const start = text.indexOf("逐户");
    expect(excerpt(text, start, start + 4, 60)).toEqual({
      before: "为防范事故，各县区要",
      words: "逐户排查",
      after: "，建立台账。",
    });
  });

  it("keeps within its room however long words and surroundings are", () => {
    const text = "排".repeat(400);
    const { before, words, after } = excerpt(text, 100, 300, 60);
    expect(width(before) + width(words) + width(after)).toBeLessThanOrEqual(60);
    expect(words.length).toBeGreaterThan(10);
  });
});
