import { concat } from "../docx/zip.ts";
import type { TextEdit } from "./text.ts";

/**
 * The bytes of a text file with edits done, in the encoding it has: what no edit touches keeps its bytes, byte order
 * mark and line ends included. Null where the encoding cannot write what comes.
 */
export function editBytes(bytes: Uint8Array, encoding: string, edits: readonly TextEdit[]): Uint8Array | null {
  const size = SIZES[encoding];
  if (!size) return null;
  const sorted = [...edits].sort((a, b) => a.at - b.at);
  const chunks: Uint8Array[] = [];
  let offset = markLength(bytes);
  let units = 0;
  let done = 0;
  const go = (to: number) => {
    while (units < to && offset < bytes.length) {
      const [length, wide] = size(bytes, offset);
      offset += length;
      units += wide;
    }
  };
  for (const { at, remove, insert } of sorted) {
    go(at);
    const coming = encode(insert, encoding);
    if (!coming) return null;
    chunks.push(bytes.subarray(done, offset), coming);
    go(at + remove);
    done = offset;
  }
  return concat([...chunks, bytes.subarray(done)]);
}

/** Bytes and UTF-16 units of the character at an offset. */
type Size = (bytes: Uint8Array, at: number) => [length: number, units: number];

const SIZES: Record<string, Size> = {
  "utf-8": (bytes, at) => {
    const byte = bytes[at]!;
    return byte < 0x80 ? [1, 1] : byte < 0xe0 ? [2, 1] : byte < 0xf0 ? [3, 1] : [4, 2];
  },
  "utf-16le": () => [2, 1],
  "utf-16be": () => [2, 1],
  gb18030: (bytes, at) => {
    const [first, second] = [bytes[at]!, bytes[at + 1] ?? 0];
    if (first <= 0x80 || first === 0xff) return [1, 1];
    if (second < 0x30 || second > 0x39) return [2, 1];
    return [4, first >= 0x90 ? 2 : 1];
  },
};

/** A byte order mark is no character of the text. */
function markLength(bytes: Uint8Array): number {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 2;
  return a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33 ? 4 : 0;
}

function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (encoding === "utf-16le") bytes.push(code & 255, code >> 8);
    else if (encoding === "utf-16be") bytes.push(code >> 8, code & 255);
    else {
      const known = code < 0x80 ? [code] : GB18030[text[i]!];
      if (!known) return null;
      bytes.push(...known);
    }
  }
  return Uint8Array.from(bytes);
}

/** The marks that fixes put in, in GB 18030 (the same as in GBK and GB 2312). */
const GB18030: Record<string, readonly number[]> = {
  "，": [0xa3, 0xac],
  "；": [0xa3, 0xbb],
  "：": [0xa3, 0xba],
  "？": [0xa3, 0xbf],
  "！": [0xa3, 0xa1],
  "（": [0xa3, 0xa8],
  "）": [0xa3, 0xa9],
  "、": [0xa1, 0xa2],
  "〔": [0xa1, 0xb2],
  "〕": [0xa1, 0xb3],
};
