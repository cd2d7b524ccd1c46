import { visible } from "./terminal.ts";

const ENTITY: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** Text for XML 1.0: control characters shown as code points, halves of surrogate pairs and non-characters replaced. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, replacement);
}

/** The same for the value of an attribute, in which line ends would be read as blanks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/["\n\t]/g, (sign) => ENTITY[sign]!);
}

/** One class, so that ten thousand findings are gone through once each. Surrogates: halves alone, by the flag u. */
const FORBIDDEN =
  /[&<>\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]/gu;

function replacement(sign: string): string {
  return ENTITY[sign] ?? (/[\ud800-\udfff\ufffe\uffff]/u.test(sign) ? "\ufffd" : visible(sign));
}
