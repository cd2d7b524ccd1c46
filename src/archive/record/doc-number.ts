import type { DocNumber } from "../../model/archive.ts";
import { simplify } from "../../model/simplify.ts";

const NUMBER = /([\u4e00-\u9fffA-Za-z0-9]{1,20}?)[〔[［【（(﹝](\d{4})[〕\]］】）)﹞]第?(\d{1,5})号/;
const FULL_WIDTH = /[０-９]/g;

/** 发文字号 taken apart; null for one without year and serial (第3号令) or with a blank in their place (〔2024〕×号). */
export function parseDocNumber(text: string): DocNumber | null {
  const bare = simplify(text)
    .replace(/[\s\u3000]/g, "")
    .replace(FULL_WIDTH, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const match = NUMBER.exec(bare);
  if (!match) return null;
  const [, code, year, serial] = match as unknown as [string, string, string, string];
  return Number(serial) === 0 ? null : { code, year: Number(year), serial: Number(serial) };
}

/** 鲁政发〔2019〕12号 */
export const numberText = ({ code, year, serial }: DocNumber): string => `${code}〔${year}〕${serial}号`;
