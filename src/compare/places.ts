import { simplify, simplifyTable } from "../model/simplify.ts";
import { PLACES } from "./places.data.ts";

/** A place of the gazetteer and where it lies. Level 0 province, 1 prefecture, 2 county. */
export interface Place {
  /** Name as printed: 景德镇市. */
  name: string;
  /** Name without its level word: 景德镇. */
  stem: string;
  level: 0 | 1 | 2;
  province: string;
  /** Printed name of the prefecture; empty for provinces and counties directly under one. */
  prefecture: string;
}

const LEVEL_TAIL = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|县|区|州|盟|旗|林区|特区)$/;
/** Peoples' names in 自治 names: 延边朝鲜族自治州 is known as 延边. */
const PEOPLES =
  /(?:各族|蒙古族?|回族?|藏族?|维吾尔族?|苗族?|彝族?|壮族?|布依族?|朝鲜族?|满族?|侗族?|瑶族?|白族?|土家族?|哈尼族?|哈萨克族?|傣族?|黎族?|傈僳族?|佤族?|畲族?|拉祜族?|水族?|东乡族?|纳西族?|景颇族?|柯尔克孜族?|土族?|达斡尔族?|仫佬族?|羌族?|布朗族?|撒拉族?|毛南族?|仡佬族?|锡伯族?|阿昌族?|普米族?|塔吉克族?|怒族?|鄂温克族?|保安族?|裕固族?|独龙族?|鄂伦春族?|门巴族?|珞巴族?|基诺族?)+$/;

/** 景德镇市 → 景德镇; 延边朝鲜族自治州 → 延边; a single remaining character keeps its level word (沛县). */
export function stemOf(name: string): string {
  const plain = name.replace(LEVEL_TAIL, "");
  if (plain === name) return name;
  const bare = /自治[州县旗区]$/.test(name) ? plain.replace(PEOPLES, "") : plain;
  return bare.length >= 2 ? bare : plain.length >= 2 ? plain : name;
}

interface Gazetteer {
  places: Place[];
  /** Stem → places of that stem, the highest level first. */
  byStem: Map<string, Place[]>;
  /** 1 where a pair of characters may begin a stem, by a 16-bit mix. */
  pairs: Uint8Array;
  /** 1 where a character may begin a stem; asked first, so that most characters cost one look. */
  firsts: Uint8Array;
  longest: number;
}

let loaded: Gazetteer | null = null;

const mix = (a: number, b: number) => (Math.imul(a, 0x9e37) ^ b) & 0xffff;

/** The gazetteer, built at first use from the compiled list. */
export function gazetteer(): Gazetteer {
  if (loaded) return loaded;
  const places: Place[] = [];
  for (const line of PLACES.split("\n")) {
    const [province = "", ...prefectures] = line.split(";");
    places.push({ name: province, stem: stemOf(province), level: 0, province, prefecture: "" });
    for (const entry of prefectures) {
      const [prefecture = "", list = ""] = entry.split(":");
      if (prefecture) places.push({ name: prefecture, stem: stemOf(prefecture), level: 1, province, prefecture });
      for (const name of list.split(" ")) {
        if (name) places.push({ name, stem: stemOf(name), level: 2, province, prefecture });
      }
    }
  }
  const byStem = new Map<string, Place[]>();
  const pairs = new Uint8Array(0x10000);
  const firsts = new Uint8Array(0x10000);
  let longest = 0;
  for (const place of places) {
    const same = byStem.get(place.stem);
    if (same) same.push(place);
    else byStem.set(place.stem, [place]);
    firsts[place.stem.charCodeAt(0)] = 1;
    pairs[mix(place.stem.charCodeAt(0), place.stem.charCodeAt(1))] = 1;
    longest = Math.max(longest, place.stem.length);
  }
  for (const same of byStem.values()) same.sort((a, b) => a.level - b.level);
  loaded = { places, byStem, pairs, firsts, longest };
  return loaded;
}

/** What may follow a two-character name of a prefecture or county for it to be one: 天水市, 天水市委; not 平安 by itself. */
const OFFICE = /^(?:省|市|县|区|州|盟|旗|地区|党委|政府|人民政府|人大|政协|纪委|办公)/;
const PEOPLES_AUTONOMY = /^.{0,14}?族自治(?=[县州区旗])/;

/**
 * End of the place stem that begins at `at`, or 0. Longest match. Names of provinces and stems of three and more
 * characters stand alone; shorter ones need a level or office word behind them.
 */
export function placeEnd(text: string, at: number): number {
  const { firsts, pairs, byStem, longest } = gazetteer();
  const map = simplifyTable();
  const first = map[text.charCodeAt(at)]!;
  if (firsts[first] === 0 || at + 1 >= text.length) return 0;
  if (pairs[mix(first, map[text.charCodeAt(at + 1)]!)] === 0) return 0;
  let stem = "";
  for (let i = at; i < Math.min(text.length, at + longest); i++) stem += String.fromCharCode(map[text.charCodeAt(i)]!);
  for (; stem.length >= 2; stem = stem.slice(0, -1)) {
    const found = byStem.get(stem);
    if (!found) continue;
    const end = at + stem.length;
    if (found[0]!.level === 0 || (stem.length >= 3 && !stem.endsWith("县"))) return autonomy(text, end);
    if (stem.endsWith("县")) return standsAlone(text, at, found) ? end - 1 : 0;
    if (OFFICE.test(text.slice(end, end + 4))) return end;
    const behind = autonomy(text, end);
    if (behind > end) return behind;
  }
  return 0;
}

/** Characters that stand before 县 in any sentence: 市和县, 各县, 新县. */
const COMMON = /[和成单应新高大理南古代道各]/;

const PHRASE_START = /[\s，。、；：（）()“”《》—]/;

/** A county of one character (沛县) is one behind the name it belongs to, or at the start of a phrase. */
function standsAlone(text: string, at: number, found: Place[]): boolean {
  if (found.some((place) => isBehind(text, at, place))) return true;
  return !COMMON.test(text[at]!) && (at === 0 || PHRASE_START.test(text[at - 1]!));
}

/** Whether the text before `at` ends with the name or stem of the prefecture or province that the place lies in. */
export function isBehind(text: string, at: number, place: Place): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return [place.prefecture, place.province].some(
    (outer) => outer !== "" && (before.endsWith(outer) || before.endsWith(stemOf(outer))),
  );
}

/** 宁夏回族自治区: the people's name belongs to the stem. */
function autonomy(text: string, end: number): number {
  const rest = text.slice(end, end + 18);
  const found = PEOPLES_AUTONOMY.exec(rest);
  return found ? end + found[0].length : rest.startsWith("自治") && /^自治[县州区旗]/.test(rest) ? end + 2 : end;
}

/** A place name in running text, with the places it may be. */
export interface PlaceMention {
  start: number;
  end: number;
  places: Place[];
}

const LEVEL_WORD = /^(?:特别行政区|自治[区州县旗]|新区|矿区|林区|地区|省|市|县|区|州|盟|旗)/;

/** Place names that carry their level word (平乐县, 江西省): what stands alone may be a person, a product, a road. */
export function placeMentions(text: string): PlaceMention[] {
  const { byStem, firsts } = gazetteer();
  const map = simplifyTable();
  const found: PlaceMention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (firsts[map[text.charCodeAt(at)]!] === 0) continue;
    const stemEnd = placeEnd(text, at);
    if (stemEnd === 0) continue;
    const level = LEVEL_WORD.exec(text.slice(stemEnd, stemEnd + 6))?.[0] ?? "";
    const name = simplify(text.slice(at, stemEnd + level.length));
    const places = level ? (byStem.get(stemOf(name)) ?? []).filter((place) => place.name === name) : [];
    if (places.length > 0) found.push({ start: at, end: stemEnd + level.length, places });
    at = stemEnd - 1;
  }
  return found;
}
