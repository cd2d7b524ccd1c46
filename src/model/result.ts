import type { PartName, Span } from "./document.ts";
import type { FactName } from "./facts.ts";
import type { Basis, Rule, Severity } from "./rule.ts";
import type { Status } from "./source.ts";

/** A piece of evidence a check gives with a hit, still in spans. */
export interface HitEvidence {
  kind: "copy" | "unit" | "count" | "text" | "fact";
  draft: Span | null;
  /** The other document's side, e.g. the superior's passage. */
  other?: { name: string; clause: string | null; start: number; end: number; text: string };
  /** Edit script of a copied passage, draft against superior. */
  edits?: Edit[];
  /** What a count is made of: unit, actual, limit. */
  values?: Record<string, string | number>;
}

/** One step of an edit script: `draft` became of `source`; equal steps carry both. */
export interface Edit {
  kind: "equal" | "replace" | "insert" | "delete";
  draft: string;
  source: string;
  /** What a change is about: level word, place name, number or date, synonym, other wording, words moved to another place. */
  about?: "level" | "place" | "number" | "synonym" | "wording" | "moved";
}

/** What a check kind reports: a span and the values its rule's message needs. */
export interface Hit {
  /** Null: the whole document (or part). */
  span: Span | null;
  part?: PartName;
  values?: Record<string, string | number>;
  evidence?: HitEvidence[];
  /** Lowers the rule's severity for this hit, never raises it. */
  atMost?: Severity;
  /** Only in kinds whose bounds make one hit graver than the rule says, e.g. whole clauses copied with names changed. */
  atLeast?: Severity;
  /** A sentence added to the message: why it was lowered, what is peculiar here. */
  note?: Note;
  /** Set by the run, not by kinds: which unknown facts were taken to apply. */
  assumption?: Note;
}

/** A catalogue key and what fills its sentence. */
export interface Note {
  key: string;
  values?: Record<string, string | number>;
}

/** Why a rule could not decide. `reason` and `remedy` are catalogue keys. */
export interface NotChecked {
  reason: string;
  remedy: string;
  values: Record<string, string | number>;
  /** Facts that nobody told; once they are declared the rule decides. */
  settledBy?: readonly FactName[];
}

/** What a check kind returns for one rule on one document. */
export type Outcome =
  | { hits: Hit[] }
  | { notChecked: NotChecked }
  /** `because` is a catalogue key: the document has nothing the rule could concern. */
  | { notApplicable: { because: string; values: Record<string, string | number> } };

/** Every rule on every document ends as one of four. */
export type Verdict =
  | { rule: Rule; outcome: "held"; note?: Note }
  /** `leftOpen`: beside what was found, something could not be looked at. */
  | { rule: Rule; outcome: "broken"; hits: Hit[]; leftOpen?: NotChecked }
  | { rule: Rule; outcome: "not-applicable"; because: { key: string; values: Record<string, string | number> } }
  | { rule: Rule; outcome: "not-checked"; why: NotChecked }
  /** The check itself threw: a finding about the rule, and the document counts as not fully checked. */
  | { rule: Rule; outcome: "crashed"; error: string };

/** A hit with its rule, severity and words settled; still in spans. */
export interface Finding {
  rule: string;
  pack: string;
  /** Every rule that meets here, this one first: rules of one kind on one span are one finding with several bases. */
  rules: string[];
  check: string;
  severity: Severity;
  title: string;
  message: string;
  advice: string;
  basis: Basis[];
  /** The pack author's own threshold stands behind it. */
  threshold: boolean;
  part: PartName;
  span: Span | null;
  evidence: HitEvidence[];
  fingerprint: string;
  /** Set when an exemption hides it: kept, counted, and no longer decisive. */
  suppressed: Suppression | null;
  /** 1-based line of the file where it stands in none of its blocks: a comment, an entry of a YAML file. */
  line?: number;
}

export interface Suppression {
  kind: "inline" | "exemption" | "baseline";
  reason: string;
  approvedBy?: string;
  until?: string;
}

/* ---- wire types: what `json` and `jsonl` carry and other programs rely on ---------------------------------------- */

/** Place of a finding, of a passage, of an element. Null where it concerns the whole document. */
export interface WirePosition {
  /** docx: 1-based ordinal of the paragraph in the main part; text: the line. */
  paragraph: number | null;
  line: number | null;
  column: number | null;
}

export interface WireFact {
  value: string | boolean | string[] | null;
  origin: "declared" | "recognised" | "unknown";
  evidence?: string;
}

export interface WireCounts {
  words: number;
  characters: number;
  han: number;
}

export interface WirePart {
  name: PartName;
  title: string | null;
  body: { firstLine: number; lastLine: number } | null;
  counts: WireCounts;
}

export interface WireEvidence {
  kind: HitEvidence["kind"];
  draft: { start: WirePosition; end: WirePosition; text: string } | null;
  other?: { name: string; clause: string | null; start: number; end: number; text: string };
  edits?: Edit[];
  values?: Record<string, string | number>;
}

export interface WireFinding extends WirePosition {
  rule: string;
  pack: string;
  /** All rules that meet here, `rule` first. */
  rules: string[];
  /** Where its words end; null for the whole document. */
  end: WirePosition | null;
  severity: Severity;
  title: string;
  message: string;
  /** Printed path of the clause, 三（二）2; null outside clauses. */
  clause: string | null;
  /** The place as a person says it: 第三部分（二）第2项，第31段. */
  place: string;
  part: PartName;
  /** The words the finding is about; empty for the whole document. */
  text: string;
  /** The sentence around `text`, and where in it `text` begins. */
  sentence: string;
  offset: number;
  basis: Basis[];
  threshold: boolean;
  advice: string;
  fingerprint: string;
  evidence: WireEvidence[];
  suppressed: Suppression | null;
}

/** A rule that could not decide, and why, as a sentence and as a name that stays the same in every language. */
export interface WireNotChecked {
  rule: string;
  pack: string;
  title: string;
  code: string;
  reason: string;
  remedy: string;
  /** Facts to declare (`--fact`) so that it can decide; empty where something else is missing. */
  settledBy: readonly string[];
}

/** Everything said about one file. `findings` is empty where the file could not be read. */
export interface DocumentResult {
  path: string;
  status: Status;
  /** Why it was not checked (or only in part) and what to do, in the language asked for. */
  problem: { code: string; message: string; advice: string } | null;
  title: string | null;
  facts: Record<string, WireFact>;
  parts: WirePart[];
  pages: PageEstimate | null;
  responsibility: { measures: number; clear: number; vague: number } | null;
  findings: WireFinding[];
  notChecked: WireNotChecked[];
  notApplicable: { rule: string; because: string }[];
  held: string[];
  /** Milliseconds it took; left out of the machine formats, which have to be reproducible. */
  elapsed: number;
}

/** Pages with the interval they certainly lie in; `witness` is what Word or WPS saved, shown and never used. */
export interface PageEstimate {
  low: number;
  best: number;
  high: number;
  witness: number | null;
}

export interface Summary {
  documents: number;
  byStatus: Partial<Record<Status, number>>;
  bySeverity: Record<Severity, number>;
  suppressed: number;
  rules: { held: number; broken: number; notChecked: number; notApplicable: number };
}
