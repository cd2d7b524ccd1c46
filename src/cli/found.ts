import type { Basis, Severity } from "../model/rule.ts";
import { SEVERITIES } from "../model/rule.ts";
import type { ScanLine } from "../model/scan.ts";
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
  rules: Utf8;
  message: Utf8;
  text: Utf8;
  basis: Utf8;
  advice: Utf8;
}

/** No byte of UTF-8. */
const END = "\u00ff";
/** Fields of a document, and of each finding behind them. */
const HEAD = 4;
const FIELDS = 7;
/** Packs have some hundreds; a quotation may be made for a document. */
const MOST_BASES = 4_096;

/** Bases in words; the findings of a rule have the same ones, and each is worded once. */
function basisTexts(words: Words): (basis: readonly Basis[]) => Utf8 {
  const known = new Map<Utf8, Utf8>();
  const between = utf8(words.list);
  const one = (basis: Basis) => {
    const { issuer, document, year, clause, quote, gist, verified, inForce, practice } = basis;
    const examples = practice && practice.text + END + practice.examples.join(END);
    const key = [issuer, document, year, clause, quote, gist, verified, inForce, examples].join(END);
    let text = known.get(key);
    if (text === undefined) {
      text = utf8(words.bases([decoded(basis)]));
      if (known.size < MOST_BASES) known.set(key, text);
    }
    return text;
  };
  return (basis) => (basis.length === 1 ? one(basis[0]!) : basis.map(one).join(between));
}

/** A document's findings as one text and back: a line of the master is parsed once, what views need of it waits beside it. */
export function foundRecords(words: Words) {
  const nobody = utf8(words.issuer(null));
  const bases = basisTexts(words);
  // As many bytes are no more characters.
  const short = (text: Utf8) => (text.length <= CELL ? text : utf8(cut(textOf(text))));
  return {
    record(line: ScanLine): Utf8 {
      let record = [issuerOfLine(line) ?? nobody, line.path, line.title ?? "", dayOfLine(line) ?? ""].join(END);
      for (const { severity, place, rules, message, text, basis, advice, suppressed } of line.findings) {
        if (suppressed) continue;
        record += `${END}${SEVERITIES.indexOf(severity)}${END}${place}${END}${rules.join(" ")}${END}${short(message)}${END}${short(text)}${END}${bases(basis)}${END}${short(advice)}`;
      }
      return record;
    },
    document(record: Utf8): FoundDocument {
      const fields = record.split(END);
      const findings: Found[] = [];
      for (let i = HEAD; i < fields.length; i += FIELDS) {
        findings.push({
          severity: SEVERITIES[Number(fields[i])]!,
          place: fields[i + 1]!,
          rules: fields[i + 2]!,
          message: fields[i + 3]!,
          text: fields[i + 4]!,
          basis: fields[i + 5]!,
          advice: fields[i + 6]!,
        });
      }
      return { issuer: fields[0]!, path: fields[1]!, title: fields[2]!, day: fields[3]!, findings };
    },
  };
}
