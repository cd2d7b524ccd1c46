import type { Line } from "../lines/line.ts";
import { isDocNumber } from "./doc-number.ts";

const PASSAGE = /^[（(](?:\d{4}年|经).{0,400}(?:通过|批准|修正|修订|公布|发布|施行)/;

/** 题注 without brackets, one step of a law's history a line: 2011年11月25日 …常务委员会…修订. */
export const isHistory = (line: Line) =>
  line.bare.length <= 150 &&
  /^\d{4}年\d{1,2}月\d{1,2}日/.test(line.bare) &&
  /(?:通过|批准|修正|修订|公布|发布|施行)$/.test(line.bare);

/** First line behind the 题注 at `at` (（2013年7月29日…会议通过，根据…修正）, on up to four lines); `at` where there is none. */
export function behindPassage(lines: Line[], at: number): number {
  const first = lines[at]!;
  if (!"（(".includes(first.bare[0]!) || first.label || !/\d{4}年|经/.test(first.bare.slice(1, 6))) return at;
  let text = "";
  for (let i = at; i < lines.length && i < at + 4 && text.length < 600; i++) {
    text += lines[i]!.bare;
    if ("）)".includes(lines[i]!.last)) return PASSAGE.test(text) ? i + 1 : at;
  }
  return at;
}

/** A line in brackets below a title: （试行）, 题注. */
export const isTrailer = (line: Line) =>
  /^[（(【〔].{1,80}[）)】〕]$/.test(line.bare) && !line.label && !isDocNumber(line.bare);
