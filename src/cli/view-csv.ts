import { join } from "node:path";
import { SEVERITIES } from "../model/rule.ts";
import { remembered, textOf, type Utf8, utf8 } from "../node/utf8.ts";
import { TABLES, type TableName, type Words } from "../report/archive/rows.ts";
import { BOM, csvField, csvRow } from "../report/csv.ts";
import type { FoundDocument, RuleNote } from "./found.ts";
import { type Utf8File, utf8File } from "./utf8-file.ts";
import type { Sink } from "./view-sink.ts";

/** Lines of a CSV file, one below what a spreadsheet takes. */
const CSV_ROWS = 1_000_000;

/** A file a table, where the table has rows; findings go on in a further file. */
export function csvSink(folder: string, words: Words, most = CSV_ROWS): Sink {
  const NAMES: Partial<Record<TableName, string>> = { archive: "archive-rules" };
  const written: { name: string; file: Utf8File }[] = [];
  const field = (text: Utf8) => utf8(csvField(textOf(text)));
  const known = remembered(field);
  const rules = remembered((note: RuleNote) => field(note.rules));
  const end = remembered((note: RuleNote) => `${field(note.basis)},${field(note.advice)}\r\n`);
  const severities = Object.fromEntries(SEVERITIES.map((one) => [one, utf8(csvField(words.word(`severity.${one}`)))]));
  let table: TableName | null = null;
  let part = 0;
  let rows = 0;
  const current = () => written.at(-1)!.file;
  const open = async (next: TableName) => {
    part = next === table ? part + 1 : 1;
    table = next;
    rows = 0;
    await written.at(-1)?.file.flush();
    const name = `${NAMES[next] ?? next}${part > 1 ? `-${part}` : ""}.csv`;
    written.push({ name, file: await utf8File(join(folder, name)) });
    current().text(BOM + csvRow(words.heads(TABLES[next])));
  };
  const lineOf = ({ issuer, path, title, day, findings }: FoundDocument, from: number, to: number) => {
    const [who, what] = [known(issuer), `${field(path)},${known(title)},${known(day)}`];
    let text = "";
    for (let i = from; i < to; i++) {
      const one = findings[i]!;
      text += `${who},${severities[one.severity]},${what},${known(one.place)},${rules(one.note)},${known(one.message)},${known(one.text)},${end(one.note)}`;
    }
    return text;
  };
  /** The findings of a document that go on in a further file. */
  const divided = async (document: FoundDocument) => {
    for (let at = 0; at < document.findings.length; ) {
      if (rows >= most) await open(table!);
      const to = Math.min(document.findings.length, at + most - rows);
      current().utf8(lineOf(document, at, to));
      rows += to - at;
      at = to;
    }
  };
  return {
    begin: open,
    async row(cells) {
      if (rows >= most) await open(table!);
      rows++;
      current().text(csvRow(cells));
      if (current().full) await current().flush();
    },
    document(document) {
      const { length } = document.findings;
      if (rows + length > most) return divided(document);
      rows += length;
      current().utf8(lineOf(document, 0, length));
      return current().full ? current().flush() : null;
    },
    async finish() {
      for (const { file } of written) await file.finish();
      return written.map(({ name }) => name);
    },
    async abandon() {
      for (const { file } of written) await file.abandon();
    },
  };
}
