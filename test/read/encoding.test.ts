import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/read/encoding.ts";

/** 关于印发 in the encodings offices use; no encoder for these is at hand, so the bytes stand here. */
const GBK = [0xb9, 0xd8, 0xd3, 0xda, 0xd3, 0xa1, 0xb7, 0xa2];
/** 關於印發 in Big5 and in traditional GBK. */
const BIG5 = [0xc3, 0xf6, 0xa9, 0xf3, 0xa6, 0x4c, 0xb5, 0x6f];
const GBK_TRADITIONAL = [0xea, 0x50, 0xec, 0xb6, 0xd3, 0xa1, 0xb0, 0x6c];

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
}

describe("what a text file is written in", () => {
  test.each([
    ["GBK", GBK, "关于印发", "gb18030"],
    ["GB18030 with a character of four bytes", [...GBK, 0x95, 0x32, 0x82, 0x36], "关于印发𠀀", "gb18030"],
    ["traditional GBK", GBK_TRADITIONAL, "關於印發", "gb18030"],
    ["Big5", BIG5, "關於印發", "big5"],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0xe5, 0x85, 0xb3], "关", "utf-8"],
    ["GB18030 with a mark", [0x84, 0x31, 0x95, 0x33, ...GBK], "关于印发", "gb18030"],
    ["UTF-16 with a mark", [0xff, 0xfe, 0x73, 0x51], "关", "utf-16le"],
    ["UTF-16 with a mark, big end first", [0xfe, 0xff, 0x51, 0x73], "关", "utf-16be"],
  ])("%s", (_, bytes, text, encoding) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ text, encoding });
  });

  test.each([
    ["UTF-8 cut off inside a character", [0xef, 0xbb, 0xbf, 0xe5, 0x85]],
    ["GBK cut off inside a character", [...GBK, 0xb9]],
    ["a lone surrogate in UTF-16", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]],
    ["bytes that are no text", [0x00, 0x01, 0x02, 0xff, 0xfe, 0x03]],
    ["GBK with control characters", [...GBK, 0x01, 0x02]],
  ])("%s is not guessed at", (_, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toBeNull();
  });

  test("UTF-16 without a mark is known by its look", () => {
    const text = "关于印发《某某实施方案》的通知\r\n各县（市、区）人民政府：\r\n";
    expect(decode(utf16(text, false))).toEqual({ text, encoding: "utf-16le" });
    expect(decode(utf16(text, true))).toEqual({ text, encoding: "utf-16be" });
  });

  test("any text comes back from UTF-8 and from UTF-16 with a mark", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((s) => !s.includes("\0") && !s.startsWith("\ufeff"));
    fc.assert(
      fc.property(text, (s) => {
        expect(decode(new TextEncoder().encode(s))?.text).toBe(s);
        expect(decode(utf16(`\ufeff${s}`, false))?.text).toBe(s);
      }),
    );
  });
});
