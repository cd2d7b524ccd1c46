const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  "○": 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

const VALUES = new Map(Object.entries(DIGITS));
const NUMERALS = new Set([...Object.keys(DIGITS), "十", "拾", "百", "千"].map((digit) => digit.charCodeAt(0)));

/** True for a character a Chinese number of an ordinal label is written with. */
export const isChineseDigit = (code: number): boolean => NUMERALS.has(code);

/** Value of a Chinese number below ten thousand (二十一, 一百零三, 廿 is not used); 0 when it is none. */
export function chineseNumber(text: string): number {
  let value = 0;
  let digit = 0;
  let positional = "";
  for (const char of text) {
    const own = VALUES.get(char);
    if (own !== undefined) {
      digit = own;
      positional += digit;
    } else {
      const unit = char === "千" ? 1000 : char === "百" ? 100 : char === "十" || char === "拾" ? 10 : 0;
      if (unit === 0) return 0;
      value += (digit || 1) * unit;
      digit = 0;
      positional = "";
    }
  }
  return positional.length > 1 && value === 0 ? Number(positional) : value + digit;
}

/** Value of a number written in either numerals (12, １２, 十二); 0 for anything else. */
export function numberOf(words: string): number {
  const arabic = arabicNumber(words, 0);
  return arabic ? (arabic.end === words.length ? arabic.value : 0) : chineseNumber(words);
}

/** Digits in half or full width at `at`: their value and where they end; null where there are none. */
export function arabicNumber(text: string, at: number): { value: number; end: number; digits: number } | null {
  let end = at;
  let value = 0;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code >= 0x30 && code <= 0x39) value = value * 10 + code - 0x30;
    else if (code >= 0xff10 && code <= 0xff19) value = value * 10 + code - 0xff10;
    else break;
  }
  return end === at ? null : { value, end, digits: end - at };
}
