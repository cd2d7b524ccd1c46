import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";

/** Our text of one file beside mammoth's: why they differ, where they do. */
export type Opinion =
  | { verdict: "refused"; reason: string }
  | { verdict: "compared"; causes: Set<string>; unexplained: Difference[] };

export interface Difference {
  ours: string;
  theirs: string;
}

/** mammoth alone prints U+2011 for the hyphen that does not break and ⦁ for the bullet of Symbol; both are ours too. */
const squeeze = (text: string) =>
  text
    .replace(/[\s\u200b\ufeff]+/g, "")
    .replaceAll("\u2011", "-")
    .replaceAll("⦁", "●");

/** Reads the document twice and explains every place where the texts, labels of lists removed, are not the same. */
export async function secondOpinion(bytes: Uint8Array): Promise<Opinion> {
  const result = readDocx(bytes, DEFAULT_LIMITS);
  if (!result.ok) return { verdict: "refused", reason: result.failure.reason };
  const { source } = result;
  const blocks = source.blocks.filter(({ region }) => region === "body" || region === "text-box");
  const ours = squeeze(blocks.map(({ text, labelLength }) => text.slice(labelLength)).join("\n"));
  const theirs = squeeze((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
  const causes = new Set<string>();
  const unexplained: Difference[] = [];
  if (ours === theirs) return { verdict: "compared", causes, unexplained };
  const xml = strFromU8(mainPart(unzipSync(bytes)));
  const explain = explainer(xml, source);
  for (const difference of differences(ours, theirs)) {
    const found = explain(difference);
    if (found.length === 0) unexplained.push(difference);
    for (const cause of found) causes.add(cause);
  }
  if (unexplained.length > 0 && SYMBOL_FONT.test(xml) && differInSigns(ours, theirs)) {
    causes.add("signs of symbol fonts: another likeness, or none");
    unexplained.length = 0;
  }
  return { verdict: "compared", causes, unexplained };
}

const SYMBOL_FONT = /<w:sym\b|w:(?:ascii|hAnsi)="(?:Wingdings|Symbol|Webdings|Zapf)/;

/** Whether all that differs are signs, numbers in circles, Greek letters, and digits that mammoth has no likeness for. */
function differInSigns(ours: string, theirs: string): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{Nd}]|\p{Script=Greek}|ƒ/gu, "");
  const whole = plain(ours);
  let at = 0;
  for (const character of plain(theirs)) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return whole.length - plain(theirs).length < whole.length / 100;
}

/** Equal characters that end a difference: where one side only has more, and where both differ. */
const SURE = 8;
const LIKELY = 4;
/** How far two differing texts are searched for a common continuation. */
const REACH = 60;

/** Places where two texts differ, left to right. */
function differences(ours: string, theirs: string): Difference[] {
  const found: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < ours.length || j < theirs.length) {
    if (ours[i] === theirs[j]) {
      i++;
      j++;
      continue;
    }
    const [more, less] = resume(ours, i, theirs, j);
    found.push({ ours: ours.slice(i, i + more), theirs: theirs.slice(j, j + less) });
    i += more;
    j += less;
  }
  return found;
}

/** How many characters of each text to pass over until both go on alike. */
function resume(ours: string, i: number, theirs: string, j: number): [number, number] {
  const inOurs = j < theirs.length ? ours.indexOf(theirs.slice(j, j + SURE), i) - i : ours.length - i;
  const inTheirs = i < ours.length ? theirs.indexOf(ours.slice(i, i + SURE), j) - j : theirs.length - j;
  if (inOurs >= 0 && (inTheirs < 0 || inOurs <= inTheirs)) return [inOurs, 0];
  if (inTheirs >= 0) return [0, inTheirs];
  for (let sum = 1; sum <= REACH; sum++) {
    for (let more = 0; more <= sum; more++) {
      if (alike(ours, i + more, theirs, j + sum - more, LIKELY)) return [more, sum - more];
    }
  }
  return [ours.length - i, theirs.length - j];
}

const alike = (a: string, i: number, b: string, j: number, length: number) =>
  i < a.length && j < b.length && a.slice(i, i + length) === b.slice(j, j + length);

/** What we print and mammoth passes over, by the element that holds it. */
const MORE: [cause: string, element: string][] = [
  ["formulas: mammoth passes them over", "m:oMath"],
  ["base text of ruby: mammoth passes it over", "w:rubyBase"],
  ["characters set in a ring by an EQ field: mammoth passes them over", "w:instrText"],
  ["results of simple fields: mammoth passes them over", "w:fldSimple"],
];

/** Gives the causes of a difference from what the file itself says; none where nothing in it explains it. */
function explainer(xml: string, source: SourceDocument): (difference: Difference) => string[] {
  const held = MORE.map(([cause, element]) => ({ cause, text: textIn(xml, element) }));
  const traces = source.traces.filter(({ kind }) => kind === "hidden-text");
  const hidden = squeeze(traces.map(({ text }) => text).join(""));
  const explainOne = ({ ours, theirs }: Difference): string | null => {
    if (ours === "") return hidden.includes(theirs) ? "hidden text: mammoth prints it" : null;
    if (theirs !== "") return null;
    if (/^[☐☒]+$/.test(ours) && xml.includes("<w:checkBox")) return "check boxes of forms: mammoth passes them over";
    return held.find(({ text }) => text.includes(ours))?.cause ?? null;
  };
  return (difference) => {
    const { ours, theirs } = difference;
    const whole = explainOne(difference);
    if (whole !== null) return [whole];
    // Two things that it passes over, with or without words in between that it has.
    for (let at = 0; ours !== "" && at + theirs.length <= ours.length; at++) {
      if (!ours.startsWith(theirs, at)) continue;
      const parts = [ours.slice(0, at), ours.slice(at + theirs.length)].filter((part) => part !== "");
      const causes = parts.flatMap((part) => explainOne({ ours: part, theirs: "" }) ?? []);
      if (causes.length === parts.length) return causes;
    }
    return [];
  };
}

const mainPart = (files: Record<string, Uint8Array>): Uint8Array =>
  Object.entries(files).find(([name]) => /^word\/document\d*\.xml$/i.test(name))?.[1] ?? new Uint8Array();

/** The printed characters inside all elements of this name. */
function textIn(xml: string, element: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (;;) {
    const start = xml.indexOf(`<${element}`, from);
    const end = start < 0 ? -1 : xml.indexOf(`</${element}>`, start);
    if (end < 0) return squeeze(pieces.join(""));
    for (const [, text] of xml.slice(start, end).matchAll(/<(?:[wm]:t|w:instrText)(?:\s[^>]*)?>([^<]*)/g)) {
      pieces.push(text!.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
    }
    from = end;
  }
}
