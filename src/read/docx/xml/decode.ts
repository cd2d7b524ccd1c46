import { decodeByEngine } from "../engine.ts";
import { refuse } from "../refusal.ts";

/** Encodings a producer of office files was ever seen to use, by the label in the XML declaration. */
const LABELS = new Set([
  "utf-8",
  "utf8",
  "us-ascii",
  "ascii",
  "utf-16",
  "utf-16le",
  "utf-16be",
  "iso-8859-1",
  "windows-1252",
  "gb2312",
  "gbk",
  "gb18030",
  "big5",
]);

/**
 * Bytes of an XML part to text: byte order mark, else the look of UTF-16 without one, else the declared encoding,
 * else UTF-8. Strict: bytes that are not of the encoding are damage, never replaced by U+FFFD.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const label = marked(bytes) ?? declared(bytes) ?? "utf-8";
  if (!LABELS.has(label)) refuse("corrupt", "read.xml.encoding", { part, encoding: label });
  const quick = label === "utf-8" ? decodeByEngine(bytes) : null;
  if (quick !== null) return quick;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) refuse("corrupt", "read.xml.bytes", { part, encoding: label });
    throw error;
  }
}

function marked(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  return null;
}

function declared(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return null;
  let head = "";
  for (let i = 0; i < Math.min(bytes.length, 200) && bytes[i] !== 0x3e; i++) head += String.fromCharCode(bytes[i]!);
  const label = /\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1]?.toLowerCase();
  // One byte a character up to here, so a declared UTF-16 cannot be true; readers take such a part for UTF-8.
  return label === undefined || label.startsWith("utf-16") ? null : label;
}
