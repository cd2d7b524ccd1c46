import { join } from "node:path";
import { SEVERITIES, type Severity } from "../model/rule.ts";
import { textOf } from "../node/utf8.ts";
import { archivePage, PAGE_FINDINGS, PAGE_UNITS } from "../report/archive/page.ts";
import type { Row, TableName, Words } from "../report/archive/rows.ts";
import type { Sink, ViewSetting } from "./view-sink.ts";
import { fileInMaking } from "./world.ts";

/** Keeps what the page shows and counts the rest. */
export function pageSink(
  folder: string,
  { survey, archive, run, version, today, language }: ViewSetting,
  words: Words,
): Sink {
  const units: Row[] = [];
  const unchecked: Row[] = [];
  const findings: Record<Severity, Row[]> = { error: [], warning: [], info: [] };
  const totals = { units: 0, unchecked: 0, findings: 0 };
  let table: TableName | null = null;
  return {
    async begin(next) {
      table = next;
    },
    async row(cells) {
      if (table === "units") {
        totals.units++;
        keepGravest(units, cells);
      } else if (table === "unchecked") {
        if (totals.unchecked++ < PAGE_UNITS) unchecked.push(cells);
      }
    },
    document({ issuer, path, title, day, findings: own }) {
      totals.findings += own.length;
      for (const { severity, place, rules, message, text, basis, advice } of own) {
        if (findings[severity].length >= PAGE_FINDINGS) continue;
        const [who, where, what, when] = [issuer, path, title, day].map(textOf);
        const rest = [place, rules, message, text, basis, advice].map(textOf);
        findings[severity].push([who!, words.word(`severity.${severity}`), where!, what!, when!, ...rest]);
      }
      return null;
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
