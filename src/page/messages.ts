import type { Language } from "../language/say.ts";
import type { ReadFailure, Status } from "../model/source.ts";
import type { CopyMark } from "../revise/copy-name.ts";

/** A file as it was dropped: its bytes, or why the browser could not give them. */
export interface DroppedFile {
  name: string;
  bytes: Uint8Array | ReadFailure;
}

/** What every check rests on: packs by shipped name or by the name of a dropped file, and the language of all words. */
export interface SetUp {
  packs: readonly string[];
  /** Dropped packs: file name and text. */
  ownPacks: readonly { name: string; text: string }[];
  language: Language;
}

/** One draft with what it is held against; facts as written in the page, by name. */
export interface Job {
  draft: DroppedFile;
  superiors: readonly DroppedFile[];
  facts: Readonly<Record<string, string>>;
}

/** Reports that a run can be saved as. */
export const REPORTS = ["html", "xlsx", "json"] as const;
export type ReportName = (typeof REPORTS)[number];

/** Tables of one draft that can be saved, with the ending of the file. */
export const TABLES = ["ledger-xlsx", "ledger-csv", "coverage-csv"] as const;
export type TableName = (typeof TABLES)[number];

/** What the page asks of the core; every question carries all it needs, so that a stopped core is replaced by a new one. */
export type Ask =
  | { ask: "packs"; setUp: SetUp }
  | { ask: "check"; setUp: SetUp; job: Job; id: string }
  | { ask: "copy"; setUp: SetUp; job: Job; mark: CopyMark }
  | { ask: "table"; setUp: SetUp; job: Job; table: TableName }
  | { ask: "report"; setUp: SetUp; jobs: readonly Job[]; report: ReportName; today: string };

/** A draft as checked: what the list of drafts shows of it, and the article that shows it all. */
export interface CheckedDraft {
  answer: "checked";
  status: Status;
  counts: { error: number; warning: number; info: number };
  notChecked: number;
  article: string;
  /** Names of superiors that could not be read, and why. */
  unread: readonly { name: string; problem: string }[];
  /** What is wrong with the facts as written, a sentence each. */
  factProblems: readonly string[];
}

export type Answer =
  | { answer: "packs"; rules: number }
  | CheckedDraft
  /** A file to save, and what there is to say about it. */
  | { answer: "file"; name: string; bytes: Uint8Array; said: string }
  /** Nothing to save, and why. */
  | { answer: "nothing"; said: string }
  /** The chosen packs cannot be loaded: the mistakes as the command prints them. */
  | { answer: "mistakes"; text: string }
  /** Our own bug. */
  | { answer: "crashed"; text: string };
