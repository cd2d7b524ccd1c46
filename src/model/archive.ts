import type { Pattern, RuleKind } from "./check.ts";
import type { FactName, FactValues } from "./facts.ts";
import type { Note } from "./result.ts";
import type { Rule } from "./rule.ts";

/**
 * What a document is about, as far as rules over a year's documents ask: a meeting called (会议), papers asked for from
 * below (报表材料), an inspection (督查检查), an assessment (考核); of inspections whether unannounced (暗访暗查), as a
 * standing or special one (常态化、专项), or a general one (综合性).
 */
export const MATTERS = ["meeting", "forms", "inspection", "assessment", "covert", "standing", "comprehensive"] as const;
export type Matter = (typeof MATTERS)[number];

/** Whom a document is sent to or is about: levels of administration, and what stands at the grass roots. */
export const REACHES = ["central", "province", "city", "county", "town", "village", "company", "school"] as const;
export type Reach = (typeof REACHES)[number];

/** 发文字号: 鲁政发〔2019〕12号 → 代字 鲁政发, year 2019, serial 12. */
export interface DocNumber {
  code: string;
  year: number;
  serial: number;
}

/**
 * The facts of one document that rules over an archive need; no text of it but its title and names. Null: nobody told and
 * nothing in the document does. Facts that were declared are named in `declared`; all others were recognised.
 */
export interface ArchiveRecord {
  kind: FactValues["kind"] | null;
  /** 发文机关 that comes first; the others of a joint document follow in `jointly`. */
  issuer: string | null;
  jointly: string[];
  issuerLevel: FactValues["issuerLevel"] | null;
  issuerBody: FactValues["issuerBody"] | null;
  direction: FactValues["direction"] | null;
  deployment: FactValues["deployment"] | null;
  policyDocument: boolean | null;
  number: DocNumber | null;
  /** ISO days. */
  issuedOn: string | null;
  receivedOn: string | null;
  inForceUntil: string | null;
  title: string | null;
  /** Titles of the documents it repeals. */
  repeals: string[];
  /** It says that an earlier document is revised or repealed, named or not. */
  revises: boolean;
  /** 简报 it is an issue of. */
  series: string | null;
  /** Null where there is no title to tell. */
  matters: Matter[] | null;
  reach: Reach[] | null;
  /** Those asked to a meeting, a 32-bit hash a name; null where none are named. */
  audience: number[] | null;
  /** Measure clauses, and those that name no unit of their own (none at all, or 有关部门). */
  measures: { total: number; unnamed: number };
  /** Least hashes of the body's wording, base64; null for a text too short to tell. */
  sketch: string | null;
  declared: FactName[];
}

/** A document of an archive: where it lies, what its bytes are, what is known of it. */
export interface ArchiveDocument {
  path: string;
  /** Empty where it is not known. */
  sha256: string;
  record: ArchiveRecord;
}

/** A document that a finding concerns. */
export interface Concerned {
  path: string;
  title: string | null;
  number: string | null;
  issuedOn: string | null;
}

/** Whose documents a rule judges together: an issuer's, mostly of one year. Null: of all, or of every year. */
export interface Subject {
  issuer: string | null;
  year: number | null;
}

/** A subject that breaks a rule. */
export interface ArchiveHit extends Subject {
  values: Record<string, string | number>;
  /** The first of the documents concerned, and how many there are. */
  documents: Concerned[];
  total: number;
  note?: Note;
}

/** A subject that a rule could not be decided for. */
export interface Undecided extends Subject {
  reason: string;
  remedy: string;
  values: Record<string, string | number>;
}

/** What an archive kind found. The lists hold the first of a kind, the numbers count all. */
export interface ArchiveOutcome {
  hits: ArchiveHit[];
  broken: number;
  undecided: Undecided[];
  open: number;
  held: number;
  /** Set where no document concerned the rule at all. */
  notApplicable?: Note;
}

/** Facts whose want keeps a document from being counted; 标题 and 文号 are told by elements. */
export type WantedFact = FactName | "title" | "number" | "audience" | "sketch";

/** Every rule on an archive ends as one of four; within it each subject does. */
export interface ArchiveVerdict extends ArchiveOutcome {
  rule: Rule;
  outcome: "held" | "broken" | "not-applicable" | "not-checked" | "crashed";
  /** Documents that could not be counted, by the fact that is wanting. */
  uncounted: Partial<Record<WantedFact, number>>;
  error?: string;
}

/** 文号 of the archive as far as a rule asks: what is missing of an issuer's runs in a year. */
export interface NumberRuns {
  /** Numbers missing from the issuer's runs of that year, e.g. 鲁政发〔2019〕3、5—9号; null where none is. */
  gaps(issuer: string, year: number): string | null;
  /** The first gap of any issuer in that year. */
  anyGap(year: number): string | null;
}

/** A plan of the unit (年度发文计划、会议计划、督查计划) as rules over an archive want it. */
export interface ArchivePlan {
  name: string;
  /** Name, titles and first lines, simplified: what tells which plan it is. */
  words: string;
  /** Whose it is: what stands before the year in its title; empty where that is nobody. */
  unit: string;
  /** Null where neither its title nor its name says one. */
  year: number | null;
  entries: string[];
  /** Why it could not be read. */
  problem?: string;
}

/** What an archive kind is given besides its options. */
export interface ArchiveContext {
  rule: Rule;
  pattern(source: string): Pattern;
  /** Complete when `end` is called. */
  runs: NumberRuns;
  plans: readonly ArchivePlan[];
  /** Notes that a document could not be counted. */
  uncounted(fact: WantedFact): void;
}

/** One rule under way. Documents come in the kind's order, every one once; then the pairs; then the end. */
export interface ArchiveCheck {
  document(document: ArchiveDocument): void;
  /** All documents of an issuer have come. Not in the order of days. */
  issuer?(issuer: string): void;
  /** Two documents of one issuer that are alike in wording (`likeness` 0–1, estimated) or subject; `earlier` was issued first. */
  pair?(earlier: ArchiveDocument, later: ArchiveDocument, likeness: number): void;
  end(): ArchiveOutcome;
}

/**
 * A kind of rule over an archive: metadata, option schema, and a check that is fed documents and keeps counts, so that
 * memory does not grow with the archive.
 */
export interface ArchiveKind<Options = unknown> extends RuleKind<Options> {
  scope: "archive";
  /** `issuer`: by issuer, day, path · `number`: by issuer, 代字, year, serial · `date`: by day of issue, path. */
  order: "issuer" | "number" | "date";
  /** Works out the years of `period` itself; else documents outside it are not concerned. */
  ownPeriod?: true;
  /** Compares with the plans of the unit. */
  plans?: true;
  begin(options: Options, context: ArchiveContext): ArchiveCheck;
}

/** A rule over an archive in words: what the views of a finished scan show. */
export interface ArchiveRuleResult {
  rule: string;
  pack: string;
  title: string;
  severity: Rule["severity"];
  basis: Rule["basis"];
  threshold: boolean;
  outcome: ArchiveVerdict["outcome"];
  /** Why it is not applicable, or what went wrong in it; empty otherwise. */
  because: string;
  held: number;
  broken: number;
  open: number;
  findings: (Subject & { message: string; advice: string; documents: Concerned[]; total: number })[];
  undecided: (Subject & { reason: string; remedy: string })[];
  /** What is wanting to count documents, in words, and for how many. */
  uncounted: { fact: string; documents: number }[];
}
