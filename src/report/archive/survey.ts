import { SEVERITY_ORDER, type Severity } from "../../model/rule.ts";
import type { ScanLine } from "../../model/scan.ts";
import type { Status } from "../../model/source.ts";

export type Counts = Record<Severity, number> & { suppressed: number };

/** Sums of all documents of a year, of an issuer or of the whole archive. */
export interface Sum {
  files: number;
  /** Read, whole or in part. */
  checked: number;
  withFindings: number;
  counts: Counts;
}

/** What a rule came to in all documents. */
export interface RuleSum {
  title: string;
  pack: string;
  severity: Severity | null;
  findings: number;
  documents: number;
  held: number;
  notChecked: number;
  notApplicable: number;
}

/** Sums of a whole master: as many numbers as there are statuses, years and rules, however many lines. */
export interface Survey {
  all: Sum;
  byStatus: Map<Status, number>;
  /** Null: no day and no 文号 tells the year. */
  byYear: Map<number | null, Sum>;
  byRule: Map<string, RuleSum>;
  /** Files that no rule over the archive sees: not read, or classified. */
  unseen: number;
  /** And those read whose line came from a cache, in a scan without such rules. */
  unrecorded: number;
}

export const emptySum = (): Sum => ({
  files: 0,
  checked: 0,
  withFindings: 0,
  counts: { error: 0, warning: 0, info: 0, suppressed: 0 },
});

export const emptySurvey = (): Survey => ({
  all: emptySum(),
  byStatus: new Map(),
  byYear: new Map(),
  byRule: new Map(),
  unseen: 0,
  unrecorded: 0,
});

export function addLine(survey: Survey, line: ScanLine, counts: Counts): void {
  addToSum(survey.all, line.status, counts);
  const year = yearOfLine(line);
  survey.byStatus.set(line.status, (survey.byStatus.get(line.status) ?? 0) + 1);
  addToSum(entry(survey.byYear, year, emptySum), line.status, counts);
  addRules(survey.byRule, line);
  if (line.archive !== null) return;
  if (line.status === "checked-clean" && line.problem === null && line.file.bytes !== null) survey.unrecorded++;
  else survey.unseen++;
}

export function addToSum(sum: Sum, status: Status, counts: Counts): void {
  sum.files++;
  if (isChecked(status)) sum.checked++;
  if (counts.error + counts.warning + counts.info > 0) sum.withFindings++;
  for (const name of ["error", "warning", "info", "suppressed"] as const) sum.counts[name] += counts[name];
}

export const isChecked = (status: Status) => status.startsWith("checked");

export function countsOf({ findings }: ScanLine): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const { severity, suppressed } of findings) counts[suppressed ? "suppressed" : severity]++;
  return counts;
}

/** 发文机关 that comes first; null where nobody told. */
export function issuerOfLine({ archive, facts }: ScanLine): string | null {
  const value = archive?.issuer ?? facts["issuer"]?.value;
  return typeof value === "string" ? (value.split(" ")[0] ?? null) : null;
}

export function dayOfLine({ archive, facts }: ScanLine): string | null {
  const value = archive?.issuedOn ?? facts["issuedOn"]?.value;
  return typeof value === "string" ? value : null;
}

function yearOfLine(line: ScanLine): number | null {
  const day = dayOfLine(line);
  return day === null ? (line.archive?.number?.year ?? null) : Number(day.slice(0, 4));
}

function addRules(rules: Survey["byRule"], line: ScanLine): void {
  const none = (): RuleSum => ({
    title: "",
    pack: "",
    severity: null,
    findings: 0,
    documents: 0,
    held: 0,
    notChecked: 0,
    notApplicable: 0,
  });
  const broken = new Set<string>();
  for (const { rule, rules: all, title, pack, severity, suppressed } of line.findings) {
    for (const id of all.length > 0 ? all : [rule]) {
      const sum = entry(rules, id, none);
      if (id === rule) Object.assign(sum, { title, pack, severity: gravest(sum.severity, severity) });
      if (suppressed) continue;
      sum.findings++;
      broken.add(id);
    }
  }
  for (const id of broken) rules.get(id)!.documents++;
  for (const { rule, title, pack } of line.notChecked)
    Object.assign(entry(rules, rule, none), { title, pack }).notChecked++;
  for (const { rule } of line.notApplicable) entry(rules, rule, none).notApplicable++;
  for (const rule of line.held) entry(rules, rule, none).held++;
}

/** A rule's findings differ where one was lowered: the rule is shown by its gravest. */
const gravest = (a: Severity | null, b: Severity): Severity =>
  a !== null && SEVERITY_ORDER[a] < SEVERITY_ORDER[b] ? a : b;

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
