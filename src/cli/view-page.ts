import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SEVERITIES, type Severity } from "../model/rule.ts";
import { textOf, utf8 } from "../node/utf8.ts";
import { archivePage, PAGE_FINDINGS, PAGE_UNITS } from "../report/archive/page.ts";
import type { Row, TableName, Words } from "../report/archive/rows.ts";
import { unitPages } from "../report/archive/unit-pages.ts";
import type { FoundDocument } from "./found.ts";
import type { Sink, ViewSetting } from "./view-sink.ts";
import { PAGES, settlePages, unitPageFiles } from "./view-unit-pages.ts";
import { fileInMaking } from "./world.ts";

/**
 * The page: keeps what it shows and counts the rest. Of more findings than it shows, all stand on pages by issuer, which
 * wait in `own` until they are whole.
 */
export function pageSink(
  { folder, own }: { folder: string; own: string },
  { survey, archive, run, version, today, language }: ViewSetting,
  words: Words,
): Sink {
  const day = run?.finished?.slice(0, 10) ?? today;
  const packs = run?.packs.map(({ title, name }) => title || name) ?? [];
  const { error, warning, info } = survey.all.counts;
  const total = error + warning + info;
  let units: Row[] = [];
  const unchecked: Row[] = [];
  const findings: Record<Severity, Row[]> = { error: [], warning: [], info: [] };
  const totals = { units: 0, withFindings: 0, unchecked: 0 };
  const waiting = join(own, "pages");
  let pages: ReturnType<typeof unitPageFiles> | null = null;
  /** Issuers that the page names, with their own pages. */
  const links = new Map<string, string>();
  const shown = new Set<string>();
  let table: TableName | null = null;
  const keep = ({ issuer, path, title, day: when, findings: own }: FoundDocument) => {
    if (shown.delete(issuer)) links.set(textOf(issuer), pages?.page() ?? "");
    for (const { severity, place, message, text, note } of own) {
      if (findings[severity].length >= PAGE_FINDINGS) continue;
      const { rules, basis, advice } = note;
      const [who, ...cells] = [issuer, path, title, when, place, rules, message, text, basis, advice].map(textOf);
      if (pages) links.set(who!, pages.page());
      findings[severity].push([who!, words.word(`severity.${severity}`), ...cells]);
    }
  };
  return {
    async begin(next) {
      table = next;
      if (next !== "findings") return;
      units = gravestUnits(units);
      if (total <= PAGE_FINDINGS) return;
      for (const [name] of units) shown.add(utf8(String(name)));
      mkdirSync(waiting, { mode: 0o700 });
      pages = unitPageFiles(waiting, unitPages(words, { language, version, day, packs }), totals.withFindings);
    },
    async row(cells) {
      if (table === "units") {
        totals.units++;
        if (Number(cells[3]) > 0) totals.withFindings++;
        units.push(cells);
        if (units.length >= 2 * PAGE_UNITS) units = gravestUnits(units);
      } else if (table === "unchecked") {
        if (totals.unchecked++ < PAGE_UNITS) unchecked.push(cells);
      }
    },
    document(document) {
      const written = pages?.add(document) ?? null;
      keep(document);
      return written;
    },
    async finish() {
      const names = (await pages?.finish()) ?? [];
      await settlePages(waiting, folder, names);
      const page = archivePage({
        survey,
        units: { rows: units, total: totals.units },
        findings: { rows: SEVERITIES.flatMap((severity) => findings[severity]).slice(0, PAGE_FINDINGS), total },
        unchecked: { rows: unchecked, total: totals.unchecked },
        pages: pages && { list: pages.list, links },
        archive,
        packs,
        inputs: run?.inputs ?? [],
        day,
        version,
        complete: run?.complete ?? true,
        language,
      });
      const file = await fileInMaking(join(folder, "report.html"));
      await file.write(page.text);
      await file.finish();
      return names.length > 0 ? ["report.html", `${PAGES}/`] : ["report.html"];
    },
    async abandon() {},
  };
}

/** The gravest of any number of issuers, in bounded memory. */
const gravestUnits = (units: Row[]) => units.sort(byGravity).slice(0, PAGE_UNITS);

/** Errors, then warnings, then findings over the archive, then files; the name last. */
function byGravity(a: Row, b: Row): number {
  for (const at of [4, 5, 8, 1]) {
    const difference = Number(b[at]) - Number(a[at]);
    if (difference !== 0) return difference;
  }
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
