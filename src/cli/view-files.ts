import { rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../language/say.ts";
import type { ArchiveRuleResult } from "../model/archive.ts";
import type { WireFinding } from "../model/result.ts";
import { SEVERITIES, type Severity } from "../model/rule.ts";
import type { ScanLine, ScanRun } from "../model/scan.ts";
import { archivePage, PAGE_FINDINGS, PAGE_UNITS } from "../report/archive/page.ts";
import { type Row, rowsIn, sumCells, TABLES, type TableName, type Words } from "../report/archive/rows.ts";
import type { Sum, Survey } from "../report/archive/survey.ts";
import { BOM, csvRow } from "../report/csv.ts";
import { type Sheet, startWorkbook, type Workbook } from "../workbook/workbook.ts";
import { type FileInMaking, fileInMaking } from "./world.ts";

export const VIEW_FORMATS = ["xlsx", "html", "csv"] as const;
export type ViewFormat = (typeof VIEW_FORMATS)[number];

/** Findings of a workbook; more go to a further one. A workbook of a million rows opens on no office computer. */
const WORKBOOK_ROWS = 200_000;
/** Lines of a CSV file, one below what a spreadsheet takes. */
const CSV_ROWS = 1_000_000;
/** Bytes of CSV gathered before they are written. */
const BATCH = 1 << 16;

/** Files that views are written to. */
const VIEW_FILES =
  /^(?:report(?:-\d+)?\.xlsx|report\.html|(?:units|rules|findings(?:-\d+)?|unchecked|archive-rules)\.csv)$/;

/** The views under way: tables are begun in the order of the workbook, each is fed row by row. */
export interface View {
  begin(table: TableName): Promise<void>;
  unit(row: Row, sum: Sum): Promise<void>;
  rules(): Promise<void>;
  finding(line: ScanLine, finding: WireFinding): Promise<void>;
  unchecked(line: Pick<ScanLine, "path" | "status" | "problem" | "file">): Promise<void>;
  archive(): Promise<void>;
  /** Puts every file in its place, takes away older ones that this run has none of, and tells their names. */
  finish(): Promise<string[]>;
  abandon(): Promise<void>;
}

export interface ViewSetting {
  formats: readonly ViewFormat[];
  language: Language;
  version: string;
  today: string;
  survey: Survey;
  archive: readonly ArchiveRuleResult[];
  run: ScanRun | null;
}

/** One format: a table, row by row. */
interface Sink {
  begin(table: TableName): Promise<void>;
  row(row: Row, severity?: Severity): Promise<void>;
  /** Names of the files, which now stand in their places. */
  finish(): Promise<string[]>;
  abandon(): Promise<void>;
}

export async function openViews(folder: string, setting: ViewSetting): Promise<View> {
  const words = rowsIn(setting.language);
  const { survey, archive, formats } = setting;
  const sinks: Sink[] = [];
  if (formats.includes("xlsx")) sinks.push(await workbookSink(folder, setting, words));
  if (formats.includes("csv")) sinks.push(csvSink(folder, words));
  if (formats.includes("html")) sinks.push(pageSink(folder, setting));
  const each = async (work: (sink: Sink) => Promise<void>) => {
    for (const sink of sinks) await work(sink);
  };
  const begin = (table: TableName) => each((sink) => sink.begin(table));
  const row = (cells: Row, severity?: Severity) => each((sink) => sink.row(cells, severity));
  return {
    begin,
    unit: (cells) => row(cells),
    async rules() {
      await begin("rules");
      const inOrder = [...survey.byRule].sort(
        ([a, one], [b, other]) => other.findings - one.findings || (a < b ? -1 : 1),
      );
      for (const [id, sum] of inOrder) await row(words.rule(id, sum));
    },
    finding: (line, finding) => row(words.finding(line, finding), finding.severity),
    unchecked: (line) => row(words.unchecked(line)),
    async archive() {
      await begin("archive");
      for (const result of archive) for (const cells of words.archive(result)) await row(cells);
    },
    async finish() {
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

async function workbookSink(folder: string, setting: ViewSetting, words: Words): Promise<Sink> {
  const files: { name: string; file: FileInMaking; book: Workbook }[] = [];
  let sheet: Sheet | null = null;
  let table: TableName = "overview";
  let rows = 0;
  const open = async () => {
    const name = files.length === 0 ? "report.xlsx" : `report-${files.length + 1}.xlsx`;
    files.push({ name, file: await fileInMaking(join(folder, name)), book: startWorkbook() });
  };
  /** Further workbooks are for findings alone; all other tables stand in the first. */
  const current = () => (table === "findings" ? files.at(-1)! : files[0]!);
  const begin = (next: TableName) => {
    sheet?.end();
    table = next;
    rows = 0;
    const columns = TABLES[next].columns.map(([key, width]) => ({ head: words.word(`archive.column.${key}`), width }));
    sheet = current().book.sheet({ name: words.word(`archive.section.${next}`), columns });
  };
  const flush = async () => {
    const { file, book } = current();
    const bytes = book.take();
    if (bytes.length > 0) await file.write(bytes);
  };
  await open();
  begin("overview");
  for (const row of overviewRows(setting, words)) sheet!.row(row);
  await flush();
  return {
    async begin(next) {
      await flush();
      begin(next);
    },
    async row(cells) {
      if (table === "findings" && rows >= WORKBOOK_ROWS) {
        sheet?.end();
        await flush();
        await open();
        begin("findings");
      }
      rows++;
      sheet!.row(cells);
      if (rows % 256 === 0) await flush();
    },
    async finish() {
      sheet?.end();
      for (const { file, book } of files) {
        await file.write(book.end());
        await file.finish();
      }
      return files.map(({ name }) => name);
    },
    async abandon() {
      for (const { file } of files) await file.abandon();
    },
  };
}

function overviewRows({ survey, run, version, today }: ViewSetting, words: Words): Row[] {
  const { word } = words;
  const told = (key: string, value: string): Row => [word(`archive.row.${key}`), value];
  const statuses = [...survey.byStatus].sort(([a], [b]) => (a < b ? -1 : 1));
  const years = [...survey.byYear].sort(([a], [b]) => (a ?? 9999) - (b ?? 9999));
  return [
    told("tool", `gwlint ${version}`),
    told("packs", run?.packs.map(({ title, name }) => title || name).join("、") ?? ""),
    told("inputs", run?.inputs.join("、") ?? ""),
    told("day", run?.finished?.slice(0, 10) ?? today),
    told("complete", word(`archive.row.${(run?.complete ?? true) ? "yes" : "no"}`)),
    [word("archive.row.all"), "", ...sumCells(survey.all)],
    ...statuses.map(
      ([status, count]): Row => [word("archive.row.status", { status: word(`status.${status}`) }), "", count],
    ),
    ...years.map(
      ([year, sum]): Row => [
        year === null ? word("archive.view.no-year") : word("archive.row.year", { year }),
        "",
        ...sumCells(sum),
      ],
    ),
  ];
}

/** A file a table, where the table has rows; findings go on in a further file. */
function csvSink(folder: string, words: Words): Sink {
  const NAMES: Partial<Record<TableName, string>> = { archive: "archive-rules" };
  const written: { name: string; file: FileInMaking }[] = [];
  let table: TableName | null = null;
  let part = 0;
  let rows = 0;
  let text = "";
  const flush = async () => {
    if (text !== "") await written.at(-1)!.file.write(text);
    text = "";
  };
  const open = async (next: TableName) => {
    await flush();
    part = next === table ? part + 1 : 1;
    table = next;
    rows = 0;
    const name = `${NAMES[next] ?? next}${part > 1 ? `-${part}` : ""}.csv`;
    written.push({ name, file: await fileInMaking(join(folder, name)) });
    text = BOM + csvRow(words.heads(TABLES[next]));
  };
  return {
    begin: open,
    async row(cells) {
      if (rows >= CSV_ROWS) await open(table!);
      rows++;
      text += csvRow(cells);
      if (text.length >= BATCH) await flush();
    },
    async finish() {
      await flush();
      for (const { file } of written) await file.finish();
      return written.map(({ name }) => name);
    },
    async abandon() {
      for (const { file } of written) await file.abandon();
    },
  };
}

/** Keeps what the page shows and counts the rest. */
function pageSink(folder: string, { survey, archive, run, version, today, language }: ViewSetting): Sink {
  const units: Row[] = [];
  const unchecked: Row[] = [];
  const findings: Record<Severity, Row[]> = { error: [], warning: [], info: [] };
  const totals = { units: 0, unchecked: 0, findings: 0 };
  let table: TableName | null = null;
  return {
    async begin(next) {
      table = next;
    },
    async row(cells, severity) {
      if (table === "units") {
        totals.units++;
        keepGravest(units, cells);
      } else if (table === "unchecked") {
        if (totals.unchecked++ < PAGE_UNITS) unchecked.push(cells);
      } else if (table === "findings" && severity) {
        totals.findings++;
        if (findings[severity].length < PAGE_FINDINGS) findings[severity].push(cells);
      }
    },
    async finish() {
      const page = archivePage({
        survey,
        units: { rows: units.sort(byGravity).slice(0, PAGE_UNITS), total: totals.units },
        findings: {
          rows: SEVERITIES.flatMap((severity) => findings[severity]).slice(0, PAGE_FINDINGS),
          total: totals.findings,
        },
        unchecked: { rows: unchecked, total: totals.unchecked },
        archive,
        packs: run?.packs.map(({ title, name }) => title || name) ?? [],
        inputs: run?.inputs ?? [],
        day: run?.finished?.slice(0, 10) ?? today,
        version,
        complete: run?.complete ?? true,
        language,
      });
      const file = await fileInMaking(join(folder, "report.html"));
      await file.write(page.text);
      await file.finish();
      return ["report.html"];
    },
    async abandon() {},
  };
}

/** Keeps the gravest of any number of issuers in bounded memory. */
function keepGravest(units: Row[], row: Row): void {
  units.push(row);
  if (units.length < 2 * PAGE_UNITS) return;
  units.sort(byGravity);
  units.length = PAGE_UNITS;
}

/** Errors, then warnings, then findings over the archive, then files; the name last. */
function byGravity(a: Row, b: Row): number {
  for (const at of [4, 5, 8, 1]) {
    const difference = Number(b[at]) - Number(a[at]);
    if (difference !== 0) return difference;
  }
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
