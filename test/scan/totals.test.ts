import { expect, test } from "vitest";
import type { ScanLine } from "../../src/model/scan.ts";
import { refusedResult } from "../../src/result/document-result.ts";
import { addLine, addsUp, addTotals, emptyTotals } from "../../src/scan/totals.ts";

function line(path: string): ScanLine {
  const { elapsed: _elapsed, ...result } = refusedResult(
    path,
    { status: "unsupported", reason: "read.pdf", values: { ending: ".pdf" } },
    "zh",
  );
  return { ...result, file: { bytes: 10, sha256: null, modified: null, attempts: 1 }, archive: null };
}

test("two halves added give what one count gives, and statuses have to add up to the files found", () => {
  const whole = emptyTotals();
  const halves = [emptyTotals(), emptyTotals()];
  for (let i = 0; i < 5; i++) {
    const judged = { uncheckedFiles: i > 2, uncheckedRule: false };
    const one = line(`${i}.pdf`);
    addLine(whole, one, judged);
    addLine(halves[i % 2]!, one, judged);
    halves[i % 2]!.found++;
  }
  expect(addsUp({ totals: whole })).toBe(false);
  whole.found = 5;
  const joined = emptyTotals();
  for (const half of halves) addTotals(joined, half);
  expect(joined).toEqual(whole);
  expect(addsUp({ totals: joined })).toBe(true);
  expect(joined.problems).toEqual({ "read.pdf": 5 });
  expect(joined.bytes).toBe(50);
  expect(joined.unchecked.files).toBe(2);
});
