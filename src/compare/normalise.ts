import { simplifyTable } from "../model/simplify.ts";
import { enumeratorEnd } from "./enumerator.ts";
import { placeEnd } from "./places.ts";
import { unspaced } from "./unspaced.ts";

/** Stands for every level word: 省 市 县 区 州 盟 旗 镇 乡, the 国 of 全国 and the 国家 of 国家级. */
export const LEVEL = 0xa7;
/** Stands for a place name without its level word, or for a chain of them: 甘肃省天水(市). */
export const PLACE = 0xb6;
/** Stands for a run of digits. */
export const DIGITS = 0x30;

/**
 * Changes with everything that changes what a text is normalised to, the gazetteer and the simplified table included: what
 * was stored of texts under another number does not fit.
 */
export const NORMALISER_VERSION = 1;

/** A text as alignment sees it: one code a unit, and the stretch of the original that each unit stands for. */
export interface Normalised {
  codes: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  /** 1 where a unit belongs to an enumerator (第七条, 二、): a renumbered clause is the same clause. */
  enumerators: Uint8Array;
  /** 1 where a sentence, an item or a line ends before a unit; one longer than the text, the last always 1. */
  stops: Uint8Array;
}

/** Characters that a level word may be; index of the first is the highest. */
export const LEVEL_WORDS = "省市县区州盟旗镇乡";

/** Han with 々 and 〇, the halves of rare Han, letters of other scripts; no punctuation, no symbols. */
const LETTERS = [
  [0x3400, 0x9fff],
  [0xd800, 0xdfff],
  [0xf900, 0xfaff],
  [0x3005, 0x3005],
  [0x3007, 0x3007],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x370, 0x4ff],
] as const;
/** From a half-width character to its full-width twin. */
const FULL_WIDTH = 0xfee0;

let table: Uint16Array | null = null;

/** Code unit → its class: 0 dropped, digits `DIGITS`, level words `LEVEL`, Latin lower case, Han simplified. */
export function classTable(): Uint16Array {
  if (table) return table;
  const simple = simplifyTable();
  const classes = new Uint16Array(0x10000);
  for (const [from, to] of LETTERS) for (let code = from; code <= to; code++) classes[code] = simple[code]!;
  for (const shift of [0, FULL_WIDTH]) {
    for (let code = 0x30; code <= 0x39; code++) classes[code + shift] = DIGITS;
    for (let code = 0x61; code <= 0x7a; code++) classes[code + shift] = classes[code - 0x20 + shift] = code;
  }
  const levels = setOf(LEVEL_WORDS);
  for (let code = 0x3400; code < 0xa000; code++) if (levels[simple[code]!] === 1) classes[code] = LEVEL;
  table = classes;
  return classes;
}

/** How many letters, digits and Han a text has. */
export function lettersIn(text: string): number {
  const classes = classTable();
  let count = 0;
  for (let i = 0; i < text.length; i++) if (classes[text.charCodeAt(i)] !== 0) count++;
  return count;
}

type CharacterSets = Record<"numeral" | "counted" | "begins" | "stops", Uint8Array>;

let sets: CharacterSets | null = null;

function characterSets(): CharacterSets {
  if (sets) return sets;
  sets = { numeral: setOf(NUMERALS), counted: setOf(COUNTED), begins: setOf(ITEM_ENDS), stops: setOf(STOPS) };
  return sets;
}

function setOf(characters: string): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

const NUMERALS = "〇零一二三四五六七八九十百千万亿";
/** After 第, or before one of these, a Chinese numeral is a number: 第十二条, 五万元. */
const COUNTED = "条款项章节次届号元倍";
/** After these an enumerator may stand: new lines, sentences and items. */
const ITEM_ENDS = "\n。；;：:";
/** After these a sentence is over. */
const STOPS = "\n。；;：:！!？?";
const ORDINAL = 0x7b2c; // 第
const WHOLE = 0x5168; // 全
const COUNTRY = 0x56fd; // 国
const HOME = 0x5bb6; // 家
const GRADE = 0x7ea7; // 级

/**
 * One pass over the text without its blanks (济 南 市): simplified, half width, lower case, digit runs and place names one unit each, runs of level words one unit,
 * everything else (blanks, punctuation, control characters) dropped. Every unit knows its stretch of the original.
 */
export function normalise(original: string): Normalised {
  const { text, at: places } = unspaced(original);
  const classes = classTable();
  const { numeral, counted, begins, stops: stop } = characterSets();
  const size = text.length;
  const codes = new Uint16Array(size);
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  const enumerators = new Uint8Array(size);
  const stops = new Uint8Array(size + 1);
  stops[0] = 1;
  let numbered = 0;
  let behind = 0;
  let n = 0;
  for (let at = 0; at < size; at++) {
    if (at === 0 || begins[text.charCodeAt(at - 1)] === 1) numbered = enumeratorEnd(text, at);
    let code = classes[text.charCodeAt(at)]!;
    if (code === 0) {
      if (stop[text.charCodeAt(at)] === 1) stops[n] = 1;
      continue;
    }
    let end = at + 1;
    const stem = placeEnd(text, at);
    if (stem > 0) {
      // 甘肃省天水: the level word between two names belongs to the chain.
      if (n > 1 && codes[n - 1] === LEVEL && codes[n - 2] === PLACE && ends[n - 1] === at) stops[n--] = 0;
      code = PLACE;
      end = stem;
    } else if (numeral[code] === 1) {
      if (behind <= at) behind = at + 1;
      while (numeral[classes[text.charCodeAt(behind)]!] === 1) behind++;
      if (at < numbered || (n > 0 && codes[n - 1] === ORDINAL) || counted[classes[text.charCodeAt(behind)]!] === 1) {
        code = DIGITS;
        end = behind;
      }
    } else if (code === COUNTRY) {
      if (n > 0 && codes[n - 1] === WHOLE && ends[n - 1] === at) code = LEVEL;
      else if (classes[text.charCodeAt(at + 1)] === HOME && classes[text.charCodeAt(at + 2)] === GRADE) {
        code = LEVEL;
        end = at + 2;
      }
    }
    if (n > 0 && code === codes[n - 1] && joins(code, text, ends[n - 1]!, at)) {
      ends[n - 1] = end;
      stops[n] = 0;
    } else {
      codes[n] = code;
      starts[n] = at;
      ends[n] = end;
      if (at < numbered) enumerators[n] = 1;
      n++;
    }
    at = end - 1;
  }
  if (places) {
    for (let i = 0; i < n; i++) {
      starts[i] = places[starts[i]!]!;
      ends[i] = places[ends[i]! - 1]! + 1;
    }
  }
  stops[n] = 1;
  return {
    codes: codes.subarray(0, n),
    starts: starts.subarray(0, n),
    ends: ends.subarray(0, n),
    enumerators: enumerators.subarray(0, n),
    stops: stops.subarray(0, n + 1),
  };
}

/** Level words and places run together over punctuation (省、市、县); digits only side by side or over a decimal point. */
function joins(code: number, text: string, end: number, at: number): boolean {
  if (code === LEVEL || code === PLACE) return at - end <= 1;
  if (code !== DIGITS) return false;
  return end === at || (at === end + 1 && (text[end] === "." || text[end] === "．" || text[end] === ","));
}
