import type { Basis, Severity } from "../model/rule.ts";
import { SEVERITIES } from "../model/rule.ts";
import type { ScanLine } from "../model/scan.ts";
import type { TextShelf } from "../node/shelf.ts";
import { decoded, textOf, type Utf8, utf8 } from "../node/utf8.ts";
import { CELL, cut, type Words } from "../report/archive/rows.ts";
import { dayOfLine, issuerOfLine } from "../report/archive/survey.ts";

/** What the views show of a document with findings: the cells of its rows, texts as UTF-8. */
export interface FoundDocument {
  issuer: Utf8;
  path: Utf8;
  title: Utf8;
  day: Utf8;
  findings: Found[];
}

export interface Found {
  severity: Severity;
  place: Utf8;
  message: Utf8;
  text: Utf8;
  note: RuleNote;
}

/** What the findings of a rule have in common. One object for all of them, so that what is made of it is made once. */
export interface RuleNote {
  rules: Utf8;
  basis: Utf8;
  advice: Utf8;
}

/** Documents with findings that wait to be shown. */
export interface FoundShelf {
  add(line: ScanLine): { start: number; length: number };
  get(start: number, length: number): FoundDocument;
}

/** No byte of UTF-8. */
const END = "\u00ff";
/** Fields of a document, and of each finding behind them. */
const HEAD = 4;
const FIELDS = 5;
/** Notes in memory; packs come to some hundreds. Of further ones, made for single documents, each finding has its own. */
const NOTES = 4_096;

/** Lays down what views need of a line, parsed once, as one text a document. */
export function foundShelf(shelf: TextShelf, words: Words): FoundShelf {
  const nobody = utf8(words.issuer(null));
  const notes = ruleNotes(words);
  return {
    add(line) {
      let record = [issuerOfLine(line) ?? nobody, line.path, line.title ?? "", dayOfLine(line) ?? ""].join(END);
      for (const { severity, place, rules, message, text, basis, advice, suppressed } of line.findings) {
        if (suppressed) continue;
        const [note, at] = notes.of(rules, basis, advice);
        const told = at ?? placeText(shelf.add([note.rules, note.basis, note.advice].join(END)));
        record += `${END}${SEVERITIES.indexOf(severity)}${END}${place}${END}${short(message)}${END}${short(text)}${END}${told}`;
      }
      return shelf.add(record);
    },
    get(start, length) {
      const fields = shelf.get(start, length).split(END);
      const findings: Found[] = [];
      for (let i = HEAD; i < fields.length; i += FIELDS) {
        const told = fields[i + 4]!;
        findings.push({
          severity: SEVERITIES[Number(fields[i])]!,
          place: fields[i + 1]!,
          message: fields[i + 2]!,
          text: fields[i + 3]!,
          note: notes.at(Number(told)) ?? ownNote(told),
        });
      }
      return { issuer: fields[0]!, path: fields[1]!, title: fields[2]!, day: fields[3]!, findings };
    },
  };

  function ownNote(told: string): RuleNote {
    const [start, length] = told.split("+").map(Number);
    const [rules = "", basis = "", advice = ""] = shelf.get(start!, length!).split(END);
    return { rules, basis, advice };
  }
}

const placeText = ({ start, length }: { start: number; length: number }) => `${start}+${length}`;

/** As many bytes are no more characters. */
const short = (text: Utf8) => (text.length <= CELL ? text : utf8(cut(textOf(text))));

/** Notes by what they are made of; the next finding of a rule mostly has that of the one before. */
function ruleNotes(words: Words) {
  type Kept = { note: RuleNote; at: number | null; basis: readonly Basis[]; advice: Utf8 };
  const list: RuleNote[] = [];
  const known = new Map<Utf8, Kept>();
  const latest = new Map<Utf8, Kept>();
  return {
    at: (index: number): RuleNote | undefined => list[index],
    /** A note, and its number where it is kept. */
    of(ids: readonly Utf8[], basis: readonly Basis[], advice: Utf8): readonly [RuleNote, number | null] {
      const rules = ids.length === 1 ? ids[0]! : ids.join(" ");
      let kept = latest.get(rules);
      if (kept && kept.advice === advice && sameBasis(kept.basis, basis)) return [kept.note, kept.at];
      const key = rules + END + advice + END + JSON.stringify(basis);
      kept = known.get(key);
      if (!kept) {
        const note = { rules, basis: utf8(words.bases(decoded([...basis]))), advice: short(advice) };
        if (list.length >= NOTES) return [note, null];
        kept = { note, at: list.push(note) - 1, basis, advice };
        known.set(key, kept);
      }
      latest.set(rules, kept);
      return [kept.note, kept.at];
    },
  };
}

function sameBasis(a: readonly Basis[], b: readonly Basis[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}

/** Equal values of JSON. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let fields = 0;
  for (const name in one) {
    if (!same(one[name], other[name])) return false;
    fields++;
  }
  for (const _name in other) fields--;
  return fields === 0;
}
