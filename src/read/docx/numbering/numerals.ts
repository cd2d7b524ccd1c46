const DIGITS = "〇一二三四五六七八九";
const TRADITIONAL_STEMS = "甲乙丙丁戊己庚辛壬癸";
const ZODIAC = "子丑寅卯辰巳午未申酉戌亥";

type Numeral = (value: number) => string;

/** Digits and units of a Chinese way to write numbers. */
interface Spelling {
  digits: string;
  ten: string;
  hundred: string;
  thousand: string;
  tenThousand: string;
  /** 十 for 10 and 十一 for 11 rather than 一十, 一十一. */
  bareTen: boolean;
}

const COUNTING: Spelling = {
  digits: "零一二三四五六七八九",
  ten: "十",
  hundred: "百",
  thousand: "千",
  tenThousand: "万",
  bareTen: true,
};
const LEGAL: Spelling = {
  digits: "零壹贰叁肆伍陆柒捌玖",
  ten: "拾",
  hundred: "佰",
  thousand: "仟",
  tenThousand: "萬",
  bareTen: false,
};
const LEGAL_TRADITIONAL: Spelling = { ...LEGAL, digits: "零壹貳參肆伍陸柒捌玖" };

/** Number formats of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59) that Chinese files use; the rest count in digits. */
const NUMERALS: Record<string, Numeral> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => "",
  upperLetter: (value) => letters(value, "A"),
  lowerLetter: (value) => letters(value, "a"),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  ordinal: (value) => value + ordinalSuffix(value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => enclosed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => enclosed(value, 0x3280, 10),
  chineseCounting: countingThenDigits,
  taiwaneseCounting: countingThenDigits,
  chineseCountingThousand: (value) => spell(value, COUNTING),
  taiwaneseCountingThousand: (value) => spell(value, COUNTING),
  japaneseCounting: (value) =>
    spell(value, COUNTING)
      .replace(/^一(?=[百千])/, "")
      .replaceAll("零", ""),
  chineseLegalSimplified: (value) => spell(value, LEGAL),
  ideographLegalTraditional: (value) => spell(value, LEGAL_TRADITIONAL),
  japaneseLegal: (value) => spell(value, LEGAL_TRADITIONAL),
  ideographDigital: (value) => digitByDigit(value, DIGITS),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, DIGITS),
  taiwaneseDigital: (value) => digitByDigit(value, `○${DIGITS.slice(1)}`),
  ideographTraditional: (value) => cycle(value, TRADITIONAL_STEMS),
  ideographZodiac: (value) => cycle(value, ZODIAC),
  ideographZodiacTraditional: (value) => cycle(value, TRADITIONAL_STEMS) + cycle(value, ZODIAC),
};

/** `value` as the format prints it, e.g. 12 in `chineseCounting` is 十二. Unknown formats give digits. */
export function numeral(value: number, format: string): string {
  if (value < 0) return String(value);
  return (Object.hasOwn(NUMERALS, format) ? NUMERALS[format]! : String)(value);
}

function fullWidth(value: number): string {
  return String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** After Z Word doubles the letter: AA, BB … */
function letters(value: number, first: string): string {
  if (value < 1 || value > 26 * 30) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const ROMAN: [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 32767) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

/** ⓪ ①–⑳ ㉑–㉟ ㊱–㊿; beyond 50 Unicode has no circles. */
function circled(value: number): string {
  if (value === 0) return "⓪";
  if (value <= 20) return enclosed(value, 0x2460, 20);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value);
}

function enclosed(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);
}

function cycle(value: number, signs: string): string {
  return value < 1 ? String(value) : signs[(value - 1) % signs.length]!;
}

function digitByDigit(value: number, digits: string): string {
  return String(value).replace(/[0-9]/g, (digit) => digits[Number(digit)]!);
}

/** Up to 99 spelt with 十, from 100 on digit by digit with ○, as the standard's algorithm for these two has it. */
function countingThenDigits(value: number): string {
  if (value === 0) return "○";
  return value < 100 ? spell(value, COUNTING) : digitByDigit(value, `○${DIGITS.slice(1)}`);
}

/** 1 to 99,999,999 spelt out; 零 stands for any gap of zeros between digits. */
function spell(value: number, spelling: Spelling): string {
  if (value === 0) return spelling.digits[0]!;
  if (value > 99_999_999) return String(value);
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  let text = high > 0 ? below10000(high, spelling) + spelling.tenThousand : "";
  if (low > 0) text += (high > 0 && low < 1000 ? spelling.digits[0]! : "") + below10000(low, spelling);
  return spelling.bareTen && value < 20 && value >= 10 ? text.slice(1) : text;
}

function below10000(value: number, { digits, ten, hundred, thousand }: Spelling): string {
  const units = [thousand, hundred, ten, ""];
  let text = "";
  let gap = false;
  String(value)
    .padStart(4, "0")
    .split("")
    .forEach((character, place) => {
      const digit = Number(character);
      if (digit === 0) {
        gap = text !== "";
        return;
      }
      text += (gap ? digits[0]! : "") + digits[digit]! + units[place]!;
      gap = false;
    });
  return text;
}
