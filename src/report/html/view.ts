import type { Checked } from "../../model/checked.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import type { DocumentResult, WireEvidence, WireFinding, WireNotChecked } from "../../model/result.ts";
import { type Rule, SEVERITIES, type Severity } from "../../model/rule.ts";
import type { Dossier } from "../dossier.ts";
import { type Figure, figuresOf } from "./figures-of.ts";

/** What a finding counts as: its severity, or that it was excused. */
export const STANDINGS = [...SEVERITIES, "suppressed"] as const;
export type Standing = Severity | "suppressed";

/** Signs beside the colours: none of them says anything alone. */
export const SIGN: Record<Standing, string> = { error: "✗", warning: "!", info: "·", suppressed: "○" };

/** A finding with its number in the document, counted from 1 in reading order: what joins list, draft and print. */
export interface FindingView {
  number: number;
  standing: Standing;
  finding: WireFinding;
  span: Span | null;
  /** Copied passages it rests on, as numbers in `DocumentView.copies`, from 1. */
  copies: number[];
}

/** All findings of one rule (or of rules that meet) in one document: basis and advice are the same for each. */
export interface RuleGroup {
  number: number;
  standing: Standing;
  first: WireFinding;
  /** What more than half of them say, so that it is said once; empty where each says something of its own. */
  message: string;
  findings: FindingView[];
}

/** A passage of the draft beside the superior's. */
export interface CopyView {
  number: number;
  found: FindingView;
  evidence: WireEvidence & { draft: object; other: object };
}

/** Rules that could not decide for one and the same reason. */
export interface OpenQuestion {
  reason: string;
  remedy: string;
  rules: { rule: string; title: string }[];
  /** Facts that would settle it, by name; empty where something else is missing. */
  settledBy: readonly string[];
}

/** Everything a page says about one document; what the components below are handed. */
export interface DocumentView {
  /** Begins every id of this document: d1. */
  id: string;
  result: DocumentResult;
  /** Null where only the result is at hand: no draft is shown then. */
  draft: OfficialDocument | null;
  findings: FindingView[];
  groups: RuleGroup[];
  counts: Record<Standing, number>;
  copies: CopyView[];
  figures: Figure[];
  open: OpenQuestion[];
  dossier: Dossier | null;
  /** Titles of the rules in force by id. */
  titles: ReadonlyMap<string, string>;
}

export interface ViewOptions {
  id: string;
  rules: readonly Rule[];
  titles: ReadonlyMap<string, string>;
  dossier: Dossier | null;
  /** What to do about an open rule where its own words do not fit the place they are read in: a page has no options. */
  remedy?(open: WireNotChecked): string;
}

/** Result and checked document → view. `checked.findings` and `result.findings` are the same ones in the same order. */
export function documentView(result: DocumentResult, checked: Checked | null, options: ViewOptions): DocumentView {
  const counts: Record<Standing, number> = { error: 0, warning: 0, info: 0, suppressed: 0 };
  const copies: CopyView[] = [];
  const findings = result.findings.map((finding, at): FindingView => {
    const standing: Standing = finding.suppressed ? "suppressed" : finding.severity;
    counts[standing]++;
    const found = {
      number: at + 1,
      standing,
      finding,
      span: checked?.findings[at]?.span ?? null,
      copies: [] as number[],
    };
    for (const evidence of finding.evidence) {
      if (evidence.kind !== "copy" || !evidence.draft || !evidence.other) continue;
      copies.push({ number: copies.length + 1, found, evidence: evidence as CopyView["evidence"] });
      found.copies.push(copies.length);
    }
    return found;
  });
  return {
    id: options.id,
    result,
    draft: checked?.document ?? null,
    findings,
    groups: groupsOf(findings),
    counts,
    copies,
    figures: figuresOf(result, options.rules),
    open: openQuestions(result, options.remedy ?? ((open) => open.remedy)),
    dossier: options.dossier,
    titles: options.titles,
  };
}

/** By standing, then in the order of the first place. */
function groupsOf(findings: readonly FindingView[]): RuleGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const found of findings) {
    const { rules, pack, advice } = found.finding;
    // What gwlint says about exceptions shares an id and differs in what to do.
    const key = [found.standing, ...rules, pack === "gwlint" ? advice : ""].join(" ");
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return [...groups.values()]
    .sort((a, b) => STANDINGS.indexOf(a[0]!.standing) - STANDINGS.indexOf(b[0]!.standing))
    .map((group, at) => {
      const first = group[0]!.finding;
      return {
        number: at + 1,
        standing: group[0]!.standing,
        first,
        message: commonMessage(group),
        findings: group,
      };
    });
}

function commonMessage(group: readonly FindingView[]): string {
  const { message } = group[0]!.finding;
  return 2 * group.filter(({ finding }) => finding.message === message).length > group.length ? message : "";
}

/** 第三部分（二）第2项 of 第三部分（二）第2项，第31段; empty outside clauses. */
export function clauseWords({ clause, place }: WireFinding): string {
  const end = Math.max(place.lastIndexOf("，"), place.lastIndexOf(", "));
  return clause && end > 0 ? place.slice(0, end) : (clause ?? "");
}

/** A file's name without the folders before it, for places where the whole path was said before. */
export const baseName = (path: string) => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

function openQuestions({ notChecked }: DocumentResult, remedyFor: (open: WireNotChecked) => string): OpenQuestion[] {
  const questions = new Map<string, OpenQuestion>();
  for (const open of notChecked) {
    const { rule, title, reason, settledBy } = open;
    const remedy = remedyFor(open);
    const key = `${reason}\n${remedy}`;
    const question = questions.get(key) ?? { reason, remedy, settledBy, rules: [] };
    questions.set(key, question);
    question.rules.push({ rule, title });
  }
  return [...questions.values()];
}
