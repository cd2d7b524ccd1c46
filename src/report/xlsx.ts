import { say, type Values } from "../language/say.ts";
import type { DocumentResult, Summary, WireFinding } from "../model/result.ts";
import { type Basis, type Rule, SEVERITIES, type Severity } from "../model/rule.ts";
import { type Cell, type Column, type Sheet, startWorkbook } from "../workbook/workbook.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { basisText } from "./pretty-finding.ts";

type Word = (key: string, values?: Values) => string;
type Counts = Record<Severity, number>;

/** A column by its catalogue key: width and, where it is not that of the value, look. */
type ColumnPlan = readonly [key: string, width: number, look?: Column["look"]];

const OVERVIEW: readonly ColumnPlan[] = [
  ["file", 36],
  ["status", 14],
  ["title", 40],
  ["kind", 8],
  ["issuer", 22],
  ["words", 9],
  ["pages", 7],
  ["error", 7],
  ["warning", 7],
  ["info", 7],
  ["suppressed", 9],
  ["measures", 9],
  ["clear", 11],
  ["not-checked", 11],
];
const FINDINGS: readonly ColumnPlan[] = [
  ["file", 28],
  ["severity", 8],
  ["rule", 14],
  ["problem", 18],
  ["place", 22],
  ["text", 44],
  ["message", 40],
  ["basis", 36],
  ["advice", 36],
  ["suppressed", 16],
  ["fingerprint", 27, "muted"],
];
const UNITS: readonly ColumnPlan[] = [
  ["issuer", 32],
  ["documents", 9],
  ["stopped", 11],
  ["error", 7],
  ["warning", 7],
  ["info", 7],
];
const UNCHECKED: readonly ColumnPlan[] = [
  ["file", 36],
  ["what", 30],
  ["reason", 44],
  ["remedy", 44],
];
const RULES: readonly ColumnPlan[] = [
  ["rule", 14],
  ["severity", 8],
  ["problem", 24],
  ["found", 8],
  ["basis", 70],
  ["advice", 44],
  ["pack", 16],
];

/**
 * A workbook for several drafts: 总览, a row a file; 问题清单, a row a finding; 按单位; 未能检查, files and rules; 规则说明.
 * The list of findings is the longest and is written through; the other sheets wait compressed beside it.
 */
export const xlsx: ReportFormat = {
  name: "xlsx",
  start(context) {
    const word: Word = (key, values) => say(context.language, key, values);
    const workbook = startWorkbook();
    const sheet = (key: string, tab: number, columns: readonly ColumnPlan[]) =>
      workbook.sheet({
        name: word(`xlsx.${key}`),
        tab,
        columns: columns.map(([column, width, look]) => ({
          head: word(`xlsx.${column}`),
          width,
          ...(look ? { look } : {}),
        })),
      });
    const findings = sheet("findings", 2, FINDINGS);
    const overview = sheet("overview", 1, OVERVIEW);
    const units = sheet("units", 3, UNITS);
    const unchecked = sheet("unchecked", 4, UNCHECKED);
    const rules = sheet("rules", 5, RULES);
    const byUnit = new Map<string, UnitRow>();
    const byRule = new Map<string, number>();
    const basisWords = basisShort();
    return {
      begin: () => workbook.take(),
      document(result) {
        const counts = countsOf(result);
        overview.row(overviewRow(word, result, counts));
        addToUnits(byUnit, word, result, counts);
        for (const finding of result.findings) {
          findings.row(findingRow(word, result, finding, basisWords));
          if (!finding.suppressed) for (const rule of finding.rules) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
        }
        uncheckedRows(unchecked, word, result);
        return workbook.take();
      },
      end(summary) {
        for (const row of unitRows(byUnit)) units.row(row);
        overview.foot(totalRow(word, summary));
        for (const rule of context.rules) rules.row(ruleRow(word, context, rule, byRule.get(rule.id) ?? 0));
        return workbook.end();
      },
    };
  },
};

function countsOf({ findings }: DocumentResult): Counts & { suppressed: number } {
  const counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const { severity, suppressed } of findings) counts[suppressed ? "suppressed" : severity]++;
  return counts;
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const factText = ({ facts }: DocumentResult, name: string) => {
  const value = facts[name]?.value;
  return typeof value === "string" ? value : null;
};
/** A number that asks for attention. */
const alert = (count: number): Cell => (count > 0 ? { value: count, look: "alert" } : count);

function overviewRow(word: Word, result: DocumentResult, counts: ReturnType<typeof countsOf>): Cell[] {
  const part = result.parts.find(({ name }) => name === "annex") ?? result.parts[0];
  return [
    result.path,
    word(`status.${result.status}`),
    result.title && flat(result.title),
    factText(result, "kind"),
    factText(result, "issuer"),
    part?.counts.words ?? null,
    result.pages?.best ?? null,
    alert(counts.error),
    counts.warning,
    counts.info,
    counts.suppressed,
    result.responsibility?.measures ?? null,
    result.responsibility?.clear ?? null,
    result.notChecked.length,
  ];
}

function totalRow(word: Word, { documents, bySeverity, suppressed, rules }: Summary): Cell[] {
  const total = word("xlsx.total", { count: documents });
  const { error, warning, info } = bySeverity;
  return [total, null, null, null, null, null, null, error, warning, info, suppressed, null, null, rules.notChecked];
}

function findingRow(
  word: Word,
  { path }: DocumentResult,
  finding: WireFinding,
  basisWords: (basis: readonly Basis[]) => string,
): Cell[] {
  const { severity, rules, title, place, message, basis, advice, suppressed, fingerprint } = finding;
  return [
    path,
    severity === "error" ? { value: word("severity.error"), look: "alert" } : word(`severity.${severity}`),
    rules.join("\n"),
    title,
    place,
    passage(finding),
    message,
    basisWords(basis),
    advice,
    suppressed?.reason ?? null,
    fingerprint,
  ];
}

/** Characters of a sentence that stand on either side of the words. */
const AROUND = 60;

/** The sentence with the words in 【】; a long one as far as it is near them. */
function passage({ sentence, offset, text }: WireFinding): string {
  if (text === "") return "";
  const end = offset + text.length;
  const before = sentence.slice(Math.max(0, offset - AROUND), offset);
  const after = sentence.slice(end, end + AROUND);
  const [head, tail] = [offset > AROUND ? "…" : "", end + AROUND < sentence.length ? "…" : ""];
  return flat(`${head}${before}【${text}】${after}${tail}`);
}

/** Where a basis stands, a line each; its sentence is on the sheet of rules. Findings of a rule share theirs. */
function basisShort(): (basis: readonly Basis[]) => string {
  const worded = new WeakMap<Basis, string>();
  const one = (basis: Basis) => {
    const known =
      worded.get(basis) ??
      (basis.practice ? basis.practice.text : `${basis.issuer}《${basis.document}》${basis.clause}`);
    worded.set(basis, known);
    return known;
  };
  return (basis) => basis.map(one).join("\n");
}

function uncheckedRows(sheet: Sheet, word: Word, { path, status, problem, notChecked }: DocumentResult): void {
  if (problem) {
    const what: Cell = { value: word(`status.${status}`), look: "alert" };
    sheet.row([path, what, problem.message, problem.advice]);
  }
  for (const { rule, title, reason, remedy } of notChecked) sheet.row([path, `${title}（${rule}）`, reason, remedy]);
}

interface UnitRow extends Counts {
  documents: number;
  /** Documents with an error or a warning. */
  stopped: number;
}

function addToUnits(units: Map<string, UnitRow>, word: Word, result: DocumentResult, counts: Counts): void {
  const name = factText(result, "issuer") ?? word(result.problem ? "xlsx.unread" : "xlsx.no-issuer");
  const row = units.get(name) ?? { documents: 0, stopped: 0, error: 0, warning: 0, info: 0 };
  row.documents++;
  if (counts.error + counts.warning > 0) row.stopped++;
  for (const severity of SEVERITIES) row[severity] += counts[severity];
  units.set(name, row);
}

/** The unit with the most errors first, then warnings. */
function unitRows(units: ReadonlyMap<string, UnitRow>): Cell[][] {
  return [...units]
    .sort(([a, one], [b, other]) => other.error - one.error || other.warning - one.warning || (a < b ? -1 : 1))
    .map(([name, { documents, stopped, error, warning, info }]) => [
      name,
      documents,
      stopped,
      alert(error),
      warning,
      info,
    ]);
}

function ruleRow(word: Word, { language }: ReportContext, rule: Rule, found: number): Cell[] {
  const { title, advice } = (language === "en" && rule.english) || rule.words;
  const basis = rule.basis.map((one) => basisText({ word }, one));
  if (rule.threshold) basis.push(word("pretty.threshold"));
  return [rule.id, word(`severity.${rule.severity}`), title, found, basis.join("\n"), advice, rule.pack];
}
