import { rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ScanLine } from "../model/scan.ts";
import type { Row, TableName, Words } from "../report/archive/rows.ts";
import type { FoundDocument } from "./found.ts";
import { csvSink } from "./view-csv.ts";
import { pageSink } from "./view-page.ts";
import type { Sink, ViewSetting } from "./view-sink.ts";
import { workbookSink } from "./view-workbook.ts";
import { forgetViews } from "./views-made.ts";

/** Files that views are written to. */
const VIEW_FILES =
  /^(?:report(?:-\d+)?\.xlsx|report\.html|(?:units|rules|findings(?:-\d+)?|unchecked|archive-rules)\.csv)$/;

/** The views under way: tables are begun in the order of the workbook, each is fed row by row. */
export interface View {
  begin(table: TableName): Promise<void>;
  row(row: Row): Promise<void>;
  rules(): Promise<void>;
  /** The findings of one document; null where there is nothing to wait for. */
  document(document: FoundDocument): Promise<unknown> | null;
  unchecked(line: Pick<ScanLine, "path" | "status" | "problem" | "file">): Promise<void>;
  archive(): Promise<void>;
  /** Puts every file in its place, takes away older ones that this run has none of, and tells their names. */
  finish(): Promise<string[]>;
  abandon(): Promise<void>;
}

/** `own`: a folder of this run, for what is not whole yet. */
export async function openViews(
  { folder, own }: { folder: string; own: string },
  setting: ViewSetting,
  words: Words,
): Promise<View> {
  const { survey, archive, formats } = setting;
  const sinks: Sink[] = [];
  if (formats.includes("xlsx")) sinks.push(await workbookSink(folder, setting, words));
  if (formats.includes("csv")) sinks.push(csvSink(folder, words));
  if (formats.includes("html")) sinks.push(pageSink({ folder, own }, setting, words));
  const each = async (work: (sink: Sink) => Promise<void>) => {
    for (const sink of sinks) await work(sink);
  };
  const begin = (table: TableName) => each((sink) => sink.begin(table));
  const row = (cells: Row) => each((sink) => sink.row(cells));
  return {
    begin,
    row,
    async rules() {
      await begin("rules");
      const inOrder = [...survey.byRule].sort(
        ([a, one], [b, other]) => other.findings - one.findings || (a < b ? -1 : 1),
      );
      for (const [id, sum] of inOrder) await row(words.rule(id, sum));
    },
    document(document) {
      let waits: Promise<void>[] | null = null;
      for (const sink of sinks) {
        const wait = sink.document(document);
        if (wait) (waits ??= []).push(wait);
      }
      return waits && Promise.all(waits);
    },
    unchecked: (line) => row(words.unchecked(line)),
    async archive() {
      await begin("archive");
      for (const result of archive) for (const cells of words.archive(result)) await row(cells);
    },
    async finish() {
      forgetViews(folder);
      const written: string[] = [];
      for (const sink of sinks) written.push(...(await sink.finish()));
      const endings = formats.map((format) => `.${format}`);
      for (const name of await readdir(folder)) {
        const ours = VIEW_FILES.test(name) && endings.some((ending) => name.endsWith(ending));
        if (ours && !written.includes(name)) rmSync(join(folder, name));
      }
      return written;
    },
    abandon: () => each((sink) => sink.abandon()),
  };
}
