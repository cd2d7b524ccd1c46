import type { ArchiveRecord } from "./archive.ts";
import type { Summary } from "./result.ts";
import type { WireDocument } from "./wire.ts";

/** One line of `results.jsonl`, the master of a scan: everything said about one file. Lines stand in no order. */
export interface ScanLine extends WireDocument {
  file: ScannedFile;
  /** Facts for the rules over a whole archive; null where the file was not read, or is classified. */
  archive: ArchiveRecord | null;
  /** Entries of the exemption file (by their line in it) that this document met, and those that hid something of it. */
  exemptions?: ExemptionMarks;
}

export interface ScannedFile {
  /** Null where the file could not be opened. */
  bytes: number | null;
  /** Of its bytes, hexadecimal; null where they were not read. */
  sha256: string | null;
  /** Time it was last written, ISO with milliseconds; null where it could not be opened. */
  modified: string | null;
  /** Above 1 where a child process ended over it. */
  attempts: number;
}

export interface ExemptionMarks {
  met: number[];
  used: number[];
}

/** `run.json`: what a scan was told, what its results depend on, and how far it came. */
export interface ScanRun {
  /** Of this run's results: offsets that a cache remembers are good for this one alone. */
  id: string;
  tool: string;
  /** What results depend on, each as a hash: a run goes on, and merges with another, only where all are equal. */
  basis: Record<string, string>;
  packs: ScanPack[];
  /** Folders and files scanned, as named. */
  inputs: string[];
  options: Record<string, unknown>;
  /** Part `index` (from 1) of `of`; null for the whole. */
  shard: { index: number; of: number } | null;
  totals: ScanTotals;
  /** A superior named for the run could not be read: rules that needed it were not checked. */
  superiorUnread: boolean;
  /** ISO times. */
  started: string;
  /** ISO day by which exemptions are judged, however long the run takes. */
  today: string;
  finished: string | null;
  /** Every file found has its line. */
  complete: boolean;
}

export interface ScanPack {
  name: string;
  title: string;
  sha256: string;
}

export interface ScanTotals {
  /** Files found: `summary.documents` is the number of lines, and the two are equal at the end. */
  found: number;
  bytes: number;
  summary: Summary;
  /** Why files were not checked: code of the problem → number of files. */
  problems: Record<string, number>;
  /** Documents that decide the exit code because they were not checked, or because a rule that had to be was not. */
  unchecked: { files: number; rules: number };
  /** Files and folders passed over by `ignore:`, `.gitignore` or because their name begins with a dot. */
  ignored: number;
}
