import type { Language } from "../language/say.ts";
import type { Checked } from "../model/checked.ts";
import type { DocumentResult, Summary } from "../model/result.ts";
import type { Rule } from "../model/rule.ts";
import type { Dossier } from "./dossier.ts";

/** What a format may know of the run besides its results. */
export interface ReportContext {
  version: string;
  language: Language;
  /** Names of the packs in force and their rules. */
  packs: readonly { name: string; title: string }[];
  rules: readonly Rule[];
  /** Terminal colours wanted. */
  colour: boolean;
  /** Columns of the terminal; 80 where there is none. */
  width: number;
  /** Findings that stop nothing, held rules and the like are left out. */
  quiet: boolean;
  /** Formats that a forge cuts off keep this many results, the gravest; null: all. */
  maxResults?: number | null | undefined;
  /** Day of the run, ISO, for reports that are filed; left out where nobody says it. */
  today?: string;
  /** What else is made of a checked document, by whom knows how; left out where a report is made of results alone. */
  dossier?(checked: Checked): Promise<Dossier>;
}

/** What a report is made of: text, written as UTF-8, or bytes as they are. */
export type Chunk = string | Uint8Array;

/** A report being written: each call returns what to append, so that memory stays flat. */
export interface Reporter {
  begin(): Chunk;
  /** `checked` is null where the file could not be read, and where only its result is at hand. */
  document(result: DocumentResult, checked: Checked | null): Chunk | Promise<Chunk>;
  /** `elapsed` in milliseconds, for people; machine formats leave it out so that two runs give the same bytes. */
  end(summary: Summary, exitCode: number, elapsed: number): Chunk | Promise<Chunk>;
  /** What whoever runs the command has to know of the report and does not see in it; asked after `end`. */
  remarks?(): readonly string[];
}

/** One output format. Pure: no printing, no truncation, no say in the exit code. */
export interface ReportFormat {
  name: string;
  start(context: ReportContext): Reporter;
}
