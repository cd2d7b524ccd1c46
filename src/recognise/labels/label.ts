import type { LabelStyle } from "../../model/document.ts";

/** An ordinal label as read at one place of a text. */
export interface Label {
  style: LabelStyle;
  /** Style and its variant (1. and 1、, 第一章 and 第一节): labels of one key count on in one sequence. */
  key: string;
  ordinal: number;
  /** `text.slice(start, end)` is the label with its mark. */
  start: number;
  end: number;
  /** Could as well be a decimal, a date or a list of numbers: a label only where it continues a sequence. */
  doubtful: boolean;
  /** Of a decimal label its first number: 3 of 3.1.2. */
  under?: number;
  /** What a doubtful decimal may be instead: 3. of 3.5月底前. */
  or?: Label;
}

/** Key of a number that only a blank follows. */
export const BARE = "arabic:blank";

export const label = (
  style: LabelStyle,
  key: string,
  ordinal: number,
  start: number,
  end: number,
  doubtful = false,
): Label => ({ style, key, ordinal, start, end, doubtful });
