import { join } from "node:path";
import { SEVERITIES } from "../model/rule.ts";
import { remembered, textOf, type Utf8, utf8 } from "../node/utf8.ts";
import { zipEngine } from "../node/zip-engine.ts";
import { type Row, sumCells, TABLES, type TableName, type Words } from "../report/archive/rows.ts";
import { type ReadyCell, type Sheet, startWorkbook, type Workbook } from "../workbook/workbook.ts";
import type { Found, FoundDocument, RuleNote } from "./found.ts";
import type { Sink, ViewSetting } from "./view-sink.ts";
import { type FileInMaking, fileInMaking } from "./world.ts";

/** Findings of a workbook; more go to a further one. A workbook of a million rows opens on no office computer. */
const WORKBOOK_ROWS = 200_000;
/** Rows between two looks at whether bytes are ready. */
const BATCH = 512;
/** Pieces of 1 MB that may be with the engine. */
const UNDER_WAY = 3;

export async function workbookSink(
  folder: string,
  setting: ViewSetting,
  words: Words,
  most = WORKBOOK_ROWS,
): Promise<Sink> {
  const files: { name: string; file: FileInMaking; book: Workbook }[] = [];
  let sheet: Sheet | null = null;
  let row: ((cells: FoundDocument, found: Found) => ReadyCell[]) | null = null;
  let table: TableName = "overview";
  let rows = 0;
  const open = async () => {
    const name = files.length === 0 ? "report.xlsx" : `report-${files.length + 1}.xlsx`;
    files.push({ name, file: await fileInMaking(join(folder, name)), book: startWorkbook({ engine: zipEngine }) });
  };
  /** Further workbooks are for findings alone; all other tables stand in the first. */
  const current = () => (table === "findings" ? files.at(-1)! : files[0]!);
  const begin = (next: TableName) => {
    sheet?.end();
    table = next;
    rows = 0;
    const columns = TABLES[next].columns.map(([key, width]) => ({ head: words.word(`archive.column.${key}`), width }));
    sheet = current().book.sheet({ name: words.word(`archive.section.${next}`), columns });
    if (next === "findings") row ??= findingCells(sheet, words);
  };
  const flush = async (under: number) => {
    const { file, book } = current();
    await book.settled(under);
    const bytes = book.take();
    if (bytes.length > 0) await file.write(bytes);
  };
  /** A further workbook where this one has all it takes. */
  const further = async () => {
    sheet?.end();
    await flush(0);
    await open();
    begin("findings");
  };
  const findings = (document: FoundDocument, from: number, to: number) => {
    for (let i = from; i < to; i++) sheet!.readyRow(row!(document, document.findings[i]!));
    const before = rows;
    rows += to - from;
    return Math.floor(rows / BATCH) > Math.floor(before / BATCH);
  };
  const divided = async (document: FoundDocument) => {
    for (let at = 0; at < document.findings.length; ) {
      if (rows >= most) await further();
      const to = Math.min(document.findings.length, at + most - rows);
      findings(document, at, to);
      at = to;
    }
  };
  await open();
  begin("overview");
  for (const cells of overviewRows(setting, words)) sheet!.row(cells);
  return {
    async begin(next) {
      await flush(UNDER_WAY);
      begin(next);
    },
    async row(cells) {
      sheet!.row(cells);
      if (++rows % BATCH === 0) await flush(UNDER_WAY);
    },
    document(document) {
      const { length } = document.findings;
      if (rows + length > most) return divided(document);
      return findings(document, 0, length) ? flush(UNDER_WAY) : null;
    },
    async finish() {
      sheet?.end();
      for (const { file, book } of files) {
        await file.write(book.end());
        await book.settled(0);
        await file.write(book.take());
        await file.finish();
      }
      return files.map(({ name }) => name);
    },
    async abandon() {
      for (const { file } of files) await file.abandon();
    },
  };
}

type Cells = (text: Utf8) => ReadyCell;

/** Cells of a finding's row, those that come again made once. */
function findingCells(sheet: Sheet, words: Words): (document: FoundDocument, found: Found) => ReadyCell[] {
  const ready = (column: number) => (text: Utf8) => {
    const { xml, lines } = sheet.ready(column, textOf(text));
    return { xml: utf8(xml), lines };
  };
  const [issuer, title, day, place, message, text] = ([0, 3, 4, 5, 7, 8] as const).map((i) => remembered(ready(i))) as [
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
    Cells,
  ];
  const noted = remembered(({ rules, basis, advice }: RuleNote) => ({
    rules: ready(6)(rules),
    basis: ready(9)(basis),
    advice: ready(10)(advice),
  }));
  const path = ready(2);
  const severities = Object.fromEntries(
    SEVERITIES.map((one) => [one, ready(1)(utf8(words.word(`severity.${one}`)))]),
  ) as Record<Found["severity"], ReadyCell>;
  let last: FoundDocument | null = null;
  let [who, where, what, when]: ReadyCell[] = [];
  return (document, found) => {
    if (document !== last) {
      last = document;
      [who, where] = [issuer(document.issuer), path(document.path)];
      [what, when] = [title(document.title), day(document.day)];
    }
    const { rules, basis, advice } = noted(found.note);
    return [
      who!,
      severities[found.severity],
      where!,
      what!,
      when!,
      place(found.place),
      rules,
      message(found.message),
      text(found.text),
      basis,
      advice,
    ];
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
