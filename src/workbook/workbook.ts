/**
 * A workbook (.xlsx, ECMA-376 SpreadsheetML) written as a stream. Our own, on fflate's zip: of the libraries that write
 * xlsx, exceljs alone streams, and it brings archiver, unzipper and seven more (last release 2023); the others
 * build every sheet in memory. What we need of the format is a table.
 */
import { type Archive, archive, type Entry } from "./archive.ts";
import { type Cell, sheetName, type Value } from "./cell.ts";
import type { Engine } from "./engine.ts";
import { PROLOGUE, packageParts, type WrittenSheet } from "./parts.ts";
import { type ReadyCell, type SheetPlan, SheetWriter } from "./sheet.ts";
import { stylesXml } from "./styles.ts";

export { ABOVE, type Cell, type Look } from "./cell.ts";
export type { Engine } from "./engine.ts";
export type { Column, ReadyCell, SheetPlan } from "./sheet.ts";

/** Rows of a sheet, heads included, by the format. */
const SHEET_ROWS = 1_048_576;

/** One table of a workbook; what does not fit goes on in a further sheet of the same name with a number. */
export interface Sheet {
  /** Cells beyond the columns are left out, missing ones are empty. */
  row(cells: readonly Cell[]): void;
  /** A cell of that column made ready once, for a value that comes again. */
  ready(column: number, value: Value): ReadyCell;
  /** A row of ready cells, one a column, their XML as its UTF-8, one byte a character; none of them is continued by `ABOVE`. */
  readyRow(cells: readonly ReadyCell[]): void;
  /** A last row, of sums: the filter leaves it where it is. */
  foot(cells: readonly Cell[]): void;
  end(): void;
}

export interface Workbook {
  /** Begins a sheet. Of several that are open the one begun first is written through, the others wait compressed. */
  sheet(plan: SheetPlan): Sheet;
  /** Bytes to append to the file, possibly none; take them often and memory stays flat. */
  take(): Uint8Array;
  /** With an engine: resolves when at most so many pieces are still with it. Wait often and memory stays flat. */
  settled(most: number): Promise<void>;
  /**
   * Ends what is open; the bytes that are left. A workbook has at least one sheet. With an engine some are still to come:
   * once all is settled they are taken.
   */
  end(): Uint8Array;
}

/**
 * Starts a workbook: text only ever as text (no formula, no link), numbers as numbers, the same bytes for the same
 * cells. Sheets may be open side by side.
 */
export function startWorkbook({
  rows = SHEET_ROWS,
  engine = null,
}: {
  rows?: number;
  engine?: Engine | null;
} = {}): Workbook {
  const zip = archive(engine);
  const tabs: { tab: number; sheets: WrittenSheet[] }[] = [];
  const names = new Set<string>();
  const open = new Set<Sheet>();
  let parts = 0;
  return {
    sheet(plan) {
      const sheets: WrittenSheet[] = [];
      const tab = plan.tab ?? tabs.length + 1;
      tabs.push({ tab, sheets });
      const continued = (before: SheetWriter | null) => {
        const name = sheetName(plan.name, names);
        names.add(name.toLowerCase());
        const writer = new SheetWriter(plan, before);
        const part = ++parts;
        sheets.push({ name, part, writer });
        const entry = zip.open(`xl/worksheets/sheet${part}.xml`);
        entry.write(PROLOGUE + writer.begin(tab === 1 && before === null));
        return { writer, entry };
      };
      let { writer, entry } = continued(null);
      const room = () => {
        if (writer.row < rows) return;
        close(writer, entry);
        ({ writer, entry } = continued(writer));
      };
      const sheet: Sheet = {
        row(cells) {
          room();
          entry.write(writer.rowXml(cells));
        },
        ready: (column, value) => writer.ready(column, value),
        readyRow(cells) {
          room();
          entry.writeUtf8(writer.readyXml(cells));
        },
        foot(cells) {
          writer.filtered = writer.row;
          sheet.row(cells);
        },
        end() {
          if (open.delete(sheet)) close(writer, entry);
        },
      };
      open.add(sheet);
      return sheet;
    },
    take: () => zip.take(),
    settled: (most) => zip.settled(most),
    end() {
      for (const sheet of open) sheet.end();
      writePart(zip, "xl/styles.xml", stylesXml());
      for (const [name, xml] of packageParts(tabs.sort((a, b) => a.tab - b.tab).flatMap(({ sheets }) => sheets)))
        writePart(zip, name, xml);
      zip.end();
      return zip.take();
    },
  };
}

function close(writer: SheetWriter, entry: Entry): void {
  entry.write(writer.end());
  entry.close();
}

function writePart(zip: Archive, name: string, xml: string): void {
  const entry = zip.open(name);
  entry.write(PROLOGUE + xml);
  entry.close();
}
