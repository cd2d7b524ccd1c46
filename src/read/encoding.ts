/** What a text file turned out to be written in, or null for bytes that are no text we can name. */
export interface Decoded {
  /** Without the byte order mark. */
  text: string;
  encoding: string;
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Bytes of a text file to text. Byte order mark first, then strict UTF-8, UTF-16 by its look, strict GB18030 (or Big5
 * where the bytes show it). A mark decides: marked text that does not decode is broken, not something else.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return strict(encoding, bytes.subarray(mark.length));
  }
  const hasNul = bytes.includes(0);
  const utf8 = hasNul ? null : strict("utf-8", bytes);
  if (utf8) return utf8;
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 || hasNul) return utf16;
  if (isBrokenUtf8(bytes)) return null;
  return (looksLikeBig5(bytes) ? strict("big5", bytes) : null) ?? plausible(strict("gb18030", bytes));
}

/**
 * A UTF-8 file that was cut off or damaged in one place decodes as GB18030 too, into nonsense that would be checked as
 * if it were the draft. Three bytes that make one UTF-8 character are nearly all of such a file; in GBK prose they meet
 * by chance, in some 2 % of its bytes.
 */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  let high = 0;
  let inThrees = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    high++;
    const isThree = (bytes[i]! & 0xf0) === 0xe0 && isTail(bytes[i + 1]) && isTail(bytes[i + 2]);
    if (!isThree) continue;
    inThrees += 3;
    high += 2;
    i += 2;
  }
  return inThrees > high * 0.6;
}

const isTail = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

function strict(encoding: string, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch (error) {
    // Node says TypeError with ERR_ENCODING_INVALID_ENCODED_DATA, browsers TypeError: these bytes are not `encoding`.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Characters of Chinese prose: ASCII text, general punctuation, CJK punctuation, kana, ideographs, full-width forms. */
const USUAL = /[\t\n\r\x20-\x7e\u00a0-\u00ff\u2000-\u206f\u2460-\u24ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g;
/** Share of usual characters; a wrong byte order or GBK read as UTF-16 stays below 0.4 on the texts measured. */
const UTF16_SHARE = 0.9;

function unmarkedUtf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const sample = strict(encoding, bytes.subarray(0, 8192 - (highSurrogateAt(bytes, 8190, encoding) ? 2 : 0)));
    if (!sample || sample.text === "" || sample.text.includes("\0")) continue;
    const usual = sample.text.match(USUAL)?.length ?? 0;
    if (usual / sample.text.length < UTF16_SHARE) continue;
    const whole = strict(encoding, bytes);
    if (whole && !whole.text.includes("\0")) return whole;
  }
  return null;
}

function highSurrogateAt(bytes: Uint8Array, at: number, encoding: string): boolean {
  const high = bytes[encoding === "utf-16le" ? at + 1 : at] ?? 0;
  return high >= 0xd8 && high < 0xdc;
}

/**
 * Big5 decodes as GB18030 nearly always, into nonsense. Its second bytes lie below 0xA1 in two of five characters; GBK
 * text with that many is traditional and has first bytes in 0x81–0xA0, where Big5 has none, or above 0xC9, where Big5
 * has only rare characters.
 */
function looksLikeBig5(bytes: Uint8Array): boolean {
  let pairs = 0;
  let low = 0;
  let rare = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const first = bytes[i]!;
    if (first < 0x80) continue;
    if (first < 0xa1 || first > 0xf9) return false;
    pairs++;
    if (first > 0xc9) rare++;
    if (bytes[++i]! < 0xa1) low++;
  }
  return low > pairs * 0.2 && rare < pairs * 0.1;
}

/** GB18030 takes nearly any pairs of bytes; control characters in the outcome show that they were no text. */
function plausible(decoded: Decoded | null): Decoded | null {
  return decoded && !/[\x00-\x08\x0e-\x1f\x7f]/.test(decoded.text) ? decoded : null;
}
