import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { zipEngine } from "../../src/node/zip-engine.ts";
import {
  ABOVE,
  type Cell,
  type ReadyCell,
  type SheetPlan,
  startWorkbook,
  type Workbook,
} from "../../src/workbook/workbook.ts";
import { type ReadSheet, readWorkbook, rowsOf } from "./read-back.ts";

/** Elements of CT_Worksheet (ECMA-376 part 1, 18.3.1.99) in the order that Excel insists on. */
const WORKSHEET =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter".split(
    " ",
  );

function written(fill: (workbook: Workbook) => void, limits?: { rows: number }): Uint8Array {
  const workbook = startWorkbook(limits);
  const chunks: Uint8Array[] = [];
  fill(workbook);
  chunks.push(workbook.take(), workbook.end());
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

const table = (plan: Partial<SheetPlan>, rows: readonly Cell[][], limits?: { rows: number }) =>
  written((workbook) => {
    const sheet = workbook.sheet({ name: "表", columns: [{ head: "甲", width: 10 }], ...plan });
    for (const row of rows) sheet.row(row);
  }, limits);

const onlySheet = (bytes: Uint8Array): ReadSheet => readWorkbook(bytes).sheets[0]!;
const two = [
  { head: "条款", width: 12 },
  { head: "数", width: 8 },
];

describe("a workbook whose parts an engine compresses", () => {
  const columns = [
    { head: "条款", width: 12 },
    { head: "数", width: 8 },
  ];
  const long = (i: number) => `第${i}条 ${"责任单位<&>_x0041_\n".repeat(i % 40)}`;
  const rows = Array.from({ length: 6_000 }, (_, i): Cell[] => [long(i), i]);

  /** Several sheets, the second open beside the first, each longer than a piece. */
  async function made(own: boolean): Promise<Uint8Array> {
    const workbook = startWorkbook(own ? {} : { engine: zipEngine });
    const chunks: Uint8Array[] = [];
    const [one, other] = [workbook.sheet({ name: "一", columns }), workbook.sheet({ name: "二", columns })];
    for (const row of rows) {
      one.row(row);
      if (own) other.row(row);
      else other.readyRow(row.map((cell, i) => utf8Cell(other.ready(i, cell as string | number))));
    }
    chunks.push(workbook.end());
    await workbook.settled(0);
    chunks.push(workbook.take());
    return Buffer.concat(chunks);
  }
  const utf8Cell = ({ xml, lines }: ReadyCell) => ({ xml: Buffer.from(xml).toString("latin1"), lines });

  it("holds the same parts, byte by byte, ready cells or not", async () => {
    const [own, engines] = [unzipSync(await made(true)), unzipSync(await made(false))];
    expect(Object.keys(engines)).toEqual(Object.keys(own));
    expect(own["xl/worksheets/sheet1.xml"]!.length).toBeGreaterThan(1 << 21);
    for (const [name, part] of Object.entries(own)) expect(Buffer.from(part).equals(engines[name]!), name).toBe(true);
  });

  it("tells what the engine could not do", async () => {
    const deflate = () => Promise.reject(new Error("no memory"));
    const workbook = startWorkbook({ engine: { ...zipEngine, deflate } });
    workbook.sheet({ name: "一", columns }).end();
    await expect(workbook.settled(0)).rejects.toThrow("no memory");
  });
});

describe("a workbook", () => {
  it("holds text as text and numbers as numbers under a frozen, filtered head", () => {
    const sheet = onlySheet(
      table({ columns: two }, [
        ["=1+1", 3.5],
        ["http://a.b", null],
        [null, -2],
      ]),
    );
    expect(rowsOf(sheet)).toEqual([["条款", "数"], ["=1+1", 3.5], ["http://a.b"], [null, -2]]);
    expect(sheet).toMatchObject({ frozenRows: 1, filter: "A1:B4", widths: [12, 8], formulas: 0 });
  });

  it("keeps to the order of elements that the format demands", () => {
    const sheet = onlySheet(
      table({ title: "责任清单", columns: two, filter: true }, [
        ["一", 1],
        [ABOVE, 2],
      ]),
    );
    const places = sheet.order.map((name) => WORKSHEET.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(sheet.order).toContain("mergeCells");
  });

  it("puts title and subtitle over the whole width and freezes them with the heads", () => {
    const sheet = onlySheet(
      table({ title: "责任清单", subtitle: "市政府办公室", columns: two, filter: false }, [["一", 1]]),
    );
    expect(rowsOf(sheet)).toEqual([["责任清单"], ["市政府办公室"], ["条款", "数"], ["一", 1]]);
    expect(sheet).toMatchObject({ merged: ["A1:B1", "A2:B2"], frozenRows: 3, filter: null });
  });

  it("joins cells that continue the one above, and a run of one cell is no range", () => {
    const rows: Cell[][] = [
      ["一", 1],
      [ABOVE, 2],
      [ABOVE, 3],
      ["二", 4],
      ["三", ABOVE],
    ];
    const sheet = onlySheet(table({ columns: two, filter: false }, rows));
    expect(sheet.merged.sort()).toEqual(["A2:A4", "B5:B6"]);
    expect(sheet.cells.has("A3")).toBe(false);
  });

  it("goes on in a further sheet where the rows do not fit, heads and joined cells with it", () => {
    const rows: Cell[][] = [
      ["一", 1],
      [ABOVE, 2],
      [ABOVE, 3],
      [ABOVE, 4],
    ];
    const { sheets } = readWorkbook(table({ columns: two, filter: false }, rows, { rows: 3 }));
    expect(sheets.map(({ name }) => name)).toEqual(["表", "表 (2)"]);
    expect(rowsOf(sheets[0]!)).toEqual([
      ["条款", "数"],
      ["一", 1],
      [null, 2],
    ]);
    expect(rowsOf(sheets[1]!)).toEqual([
      ["条款", "数"],
      ["一", 3],
      [null, 4],
    ]);
    expect(sheets.map(({ merged }) => merged)).toEqual([["A2:A3"], ["A2:A3"]]);
  });

  it("writes sheets side by side, and their tabs stand in the order they were begun", () => {
    const bytes = written(
      (workbook) => {
        const all = workbook.sheet({ name: "总览", columns: two });
        const each = workbook.sheet({ name: "问题清单", columns: two });
        for (let i = 0; i < 3; i++) {
          all.row([`件${i}`, i]);
          each.row([`题${i}`, i]);
        }
      },
      { rows: 3 },
    );
    const { sheets } = readWorkbook(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["总览", "总览 (2)", "问题清单", "问题清单 (2)"]);
    expect(sheets.map((sheet) => rowsOf(sheet).length)).toEqual([3, 2, 3, 2]);
  });

  it("hands its bytes on while it grows: what waits does not grow with the rows", () => {
    const workbook = startWorkbook();
    const sheet = workbook.sheet({ name: "表", columns: two });
    let most = 0;
    let all = 0;
    for (let i = 0; i < 20_000; i++) {
      sheet.row([`第${i}项 ${(i * 2_654_435_761) % 4_294_967_296}`, i]);
      const { length } = workbook.take();
      most = Math.max(most, length);
      all += length;
    }
    expect(all).toBeGreaterThan(200_000);
    expect(most).toBeLessThan(60_000);
  });

  it("gives the same bytes for the same cells", () => {
    const make = () =>
      table({ columns: two }, [
        ["一", 1],
        ["二", 2],
      ]);
    expect(make()).toEqual(make());
  });

  it("lets no text become anything but text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 }), { minLength: 1, maxLength: 20 }), (texts) => {
        const sheet = onlySheet(
          table(
            { columns: [{ head: "文", width: 10 }] },
            texts.map((text) => [text]),
          ),
        );
        expect(sheet.formulas).toBe(0);
        for (const [i, text] of texts.entries()) {
          const kept = text
            .replace(/\r\n?/g, "\n")
            .replace(UNSEEN, "")
            .replace(/[\ud800-\udfff\ufffe\uffff]/gu, "\ufffd");
          expect(sheet.cells.get(`A${i + 2}`) ?? "").toBe(kept);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("keeps text that reads like an escape of the format", () => {
    expect(onlySheet(table({}, [["_x0041_ _x000D_"]])).cells.get("A2")).toBe("_x0041_ _x000D_");
  });

  it("keeps text that begins like a formula from becoming one when its cell is edited", () => {
    const { styles } = onlySheet(table({}, [["=1"], ["一"], ["－1"], ["@a"]]));
    const [formula, plain, wide, at] = ["A2", "A3", "A4", "A5"].map((cell) => styles.get(cell));
    expect(formula).not.toBe(plain);
    expect([wide, at]).toEqual([formula, formula]);
  });

  it("cuts a cell to what a spreadsheet takes, between whole characters", () => {
    const sheet = onlySheet(table({}, [["𠀀".repeat(20_000)], ["文\n".repeat(300)]]));
    const long = String(sheet.cells.get("A2"));
    expect(long.length).toBeLessThanOrEqual(32_767);
    expect(long).toMatch(/^𠀀+…$/u);
    expect(String(sheet.cells.get("A3")).split("\n")).toHaveLength(254);
  });

  it("gives a row the height of its longest wrapped text, up to the highest there is", () => {
    const columns = [
      { head: "甲", width: 10 },
      { head: "乙", width: 40 },
    ];
    const { heights } = onlySheet(
      table({ columns }, [["短", "短"], ["一二三四五", "短"], ["短", "行\n行\n行"], ["长".repeat(999)]]),
    );
    expect(heights.slice(1)).toEqual([15, 30, 45, 409]);
  });

  it.each([
    ["a/b[c]:d*e?f\\g", "a b c  d e f g"],
    ["'引'", "引"],
    ["", "_"],
    ["History", "History_"],
    ["市".repeat(40), "市".repeat(31)],
    [`${"a".repeat(30)}𠀀`, "a".repeat(30)],
  ])("names a sheet legally: %s", (wanted, name) => {
    expect(onlySheet(table({ name: wanted }, [])).name).toBe(name);
  });

  it("gives no two sheets one name, whatever the case", () => {
    const bytes = written((workbook) => {
      for (const name of ["Ab", "aB", "市".repeat(40), "市".repeat(41)]) workbook.sheet({ name, columns: two }).end();
    });
    const names = readWorkbook(bytes).sheets.map(({ name }) => name);
    expect(names).toEqual(["Ab", "aB (2)", "市".repeat(31), `${"市".repeat(27)} (2)`]);
  });

  it("writes what is no number as text", () => {
    expect(rowsOf(onlySheet(table({}, [[Number.NaN], [Number.POSITIVE_INFINITY]])))).toEqual([
      ["甲"],
      ["NaN"],
      ["Infinity"],
    ]);
  });
});

/** Control characters and marks that turn the direction of text: nothing of them reaches a cell. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
