import { expect, test } from "vitest";
import type { ScanLine } from "../../src/model/scan.ts";
import { refusedResult } from "../../src/result/document-result.ts";
import { addLine, addsUp, emptyTotals, parseSums, sumsOf } from "../../src/scan/totals.ts";

function line(path: string): ScanLine {
  const { elapsed: _elapsed, ...result } = refusedResult(
    path,
    { status: "unsupported", reason: "read.pdf", values: { ending: ".pdf" } },
    "zh",
  );
  return { ...result, file: { bytes: 10, sha256: null, modified: null, attempts: 1 }, archive: null };
}

test("rows of sums, kept as text in between, add up, and statuses have to add up to the files found", () => {
  const totals = emptyTotals();
  for (let i = 0; i < 5; i++) {
    const row = sumsOf(line(`${i}.pdf`), { uncheckedFiles: i > 2, uncheckedRule: false });
    addLine(totals, parseSums(JSON.stringify(row))!);
  }
  expect(addsUp({ totals })).toBe(false);
  totals.found = 5;
  expect(addsUp({ totals })).toBe(true);
  expect(totals.summary).toMatchObject({ documents: 5, byStatus: { unsupported: 5 }, suppressed: 0 });
  expect(totals.problems).toEqual({ "read.pdf": 5 });
  expect(totals.bytes).toBe(50);
  expect(totals.unchecked).toEqual({ files: 2, rules: 0 });
});

test("findings count by severity, those excused apart, and a rule once whatever it found", () => {
  const finding = (severity: string, rule: string, suppressed: unknown) => ({ severity, rules: [rule], suppressed });
  const one = {
    ...line("a.docx"),
    status: "checked-findings",
    problem: null,
    findings: [
      finding("error", "A", null),
      finding("error", "A", null),
      finding("warning", "B", null),
      finding("info", "C", { kind: "baseline", reason: "" }),
    ],
    held: ["D"],
    notChecked: [{ rule: "E" }],
  } as unknown as ScanLine;
  const totals = emptyTotals();
  addLine(totals, sumsOf(one, { uncheckedFiles: false, uncheckedRule: true }));
  const { summary, unchecked, problems } = totals;
  expect(summary).toEqual({
    documents: 1,
    byStatus: { "checked-findings": 1 },
    bySeverity: { error: 2, warning: 1, info: 0 },
    suppressed: 1,
    rules: { held: 1, broken: 3, notChecked: 1, notApplicable: 0 },
  });
  expect([unchecked, problems]).toEqual([{ files: 0, rules: 1 }, {}]);
});

test("a row that is none is nothing to go by", () => {
  for (const text of ["", "{}", "[]", '["checked-clean",1]']) expect(parseSums(text)).toBeNull();
});
