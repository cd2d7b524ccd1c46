import type { Language } from "../language/say.ts";
import type { ArchiveRuleResult } from "../model/archive.ts";
import type { ScanRun } from "../model/scan.ts";
import type { Row, TableName } from "../report/archive/rows.ts";
import type { Survey } from "../report/archive/survey.ts";
import type { FoundDocument } from "./found.ts";

export const VIEW_FORMATS = ["xlsx", "html", "csv"] as const;
export type ViewFormat = (typeof VIEW_FORMATS)[number];

/** What all views tell, whatever their format. */
export interface ViewSetting {
  formats: readonly ViewFormat[];
  language: Language;
  version: string;
  today: string;
  survey: Survey;
  archive: readonly ArchiveRuleResult[];
  run: ScanRun | null;
}

/** One format: a table, row by row; that of findings is fed a document at a time. */
export interface Sink {
  begin(table: TableName): Promise<void>;
  row(row: Row): Promise<void>;
  /** Null where there is nothing to wait for: of a million documents few fill a buffer. */
  document(document: FoundDocument): Promise<void> | null;
  /** Names of the files, which now stand in their places. */
  finish(): Promise<string[]>;
  abandon(): Promise<void>;
}
