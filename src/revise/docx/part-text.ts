import { decodeXml } from "../../read/docx/xml/decode.ts";

/** An XML part as text, and the way back into its own encoding. */
export interface PartText {
  text: string;
  encode(text: string): Uint8Array;
}

/**
 * Opens a part that is to be changed. Null where its encoding cannot be written (GB2312 …, which Word never uses): the
 * way back has to give the same bytes.
 */
export function openPart(bytes: Uint8Array, name: string): PartText | null {
  const text = decodeXml(bytes, name);
  for (const encode of [
    utf8,
    markedUtf8,
    utf16(true, true),
    utf16(false, true),
    utf16(true, false),
    utf16(false, false),
  ]) {
    if (sameBytes(encode(text), bytes)) return isUnicode(text) ? { text, encode } : null;
  }
  return null;
}

/** A part that declares another encoding may be plain ASCII so far, and what we add is not. */
function isUnicode(text: string): boolean {
  const label = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(text.slice(0, 200))?.[1];
  return label === undefined || /^utf-?(?:8|16)/i.test(label);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const markedUtf8 = (text: string) => utf8(`\ufeff${text}`);

function utf16(little: boolean, marked: boolean): (text: string) => Uint8Array {
  return (text) => {
    const all = marked ? `\ufeff${text}` : text;
    const view = new DataView(new ArrayBuffer(all.length * 2));
    for (let i = 0; i < all.length; i++) view.setUint16(2 * i, all.charCodeAt(i), little);
    return new Uint8Array(view.buffer);
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
