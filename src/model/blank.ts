/** Whether `\s` matches a code unit. */
export function isBlank(code: number): boolean {
  if (code < 0x1680) return code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x2000) return code === 0x1680;
  if (code > 0x3000) return code === 0xfeff;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

const BLANK = /\s/;

/** The text without white space; most has none, and a look is done in a third of the time of a replacement. */
export const withoutBlanks = (text: string): string => (BLANK.test(text) ? text.replace(/\s+/g, "") : text);
