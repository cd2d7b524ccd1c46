import type { Span } from "./document.ts";

/** How a task of the superior is taken up: word for word, with something of one's own, in other words, or not at all. */
export const COVERAGE_STATES = ["copied", "localised", "reworded", "missing"] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** What an aligned clause does to the superior's demand. The first four are 打折扣, the others 层层加码. */
export const CHANGE_KINDS = [
  "target-lowered",
  "deadline-later",
  "scope-narrowed",
  "obligation-weaker",
  "target-raised",
  "deadline-earlier",
  "scope-widened",
  "obligation-stronger",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface CoverageChange {
  kind: ChangeKind;
  direction: "discount" | "stricter";
  /** The words that differ, with the span of the clause they stand in. */
  draft: { text: string; span: Span };
  source: { text: string; span: Span };
}

/** A clause on the other side, by its index in `OfficialDocument.clauses`. */
export interface CoverageLink {
  clause: number;
  path: string | null;
  span: Span;
  /** Share of the task's characters that stand in the draft, 0–1. */
  copied: number;
  /** Likeness of the words beyond what is copied, 0–1. */
  likeness: number;
}

/** One task (measure clause) of a superior. */
export interface CoverageTask {
  /** Index of the superior in the list given, and its name. */
  superior: number;
  name: string;
  clause: number;
  path: string | null;
  span: Span;
  text: string;
  state: CoverageState;
  /** The draft's clause that takes it up; null where it is missing. */
  link: CoverageLink | null;
  /** Only units of the superior's own level are named for it: nobody below is asked to do anything. */
  forAbove: boolean;
  changes: CoverageChange[];
}

/** One clause of the draft and where it comes from; `new` where nothing above says it. */
export interface CoverageClause {
  clause: number;
  path: string | null;
  span: Span;
  state: Exclude<CoverageState, "missing"> | "new";
  from: { superior: number; name: string; clause: number; path: string | null } | null;
}

/** 承接对照表: every task of the superiors against the draft, every clause of the draft against the superiors. */
export interface Coverage {
  tasks: CoverageTask[];
  clauses: CoverageClause[];
  counts: Record<CoverageState, number> & { new: number };
}
