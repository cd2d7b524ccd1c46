import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { archiveKinds } from "../archive/registry.ts";
import { runArchive } from "../archive/run.ts";
import { archiveRules, patternsFor, rulesOf } from "../bench/rules.ts";
import { loadConfig } from "../config/load.ts";
import type { Language } from "../language/say.ts";
import type { ArchiveDocument, ArchiveRuleResult } from "../model/archive.ts";
import type { Rule } from "../model/rule.ts";
import type { ScanLine, ScanRun } from "../model/scan.ts";
import type { Status } from "../model/source.ts";
import { diskStore } from "../node/archive-store.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { lineReader, readMaster } from "../node/master.ts";
import { openPacks } from "../node/packs.ts";
import { lineSorter } from "../node/sort-lines.ts";
import { STANDARD_PACKS } from "../pack/load.ts";
import { rowsIn } from "../report/archive/rows.ts";
import {
  addLine,
  addToSum,
  type Counts,
  countsOf,
  emptySum,
  emptySurvey,
  isChecked,
  issuerOfLine,
  type Survey,
} from "../report/archive/survey.ts";
import { archiveResults } from "../result/archive-result.ts";
import { unitRules } from "./bench.ts";
import { UsageError } from "./errors.ts";
import { sweepLeftovers } from "./leftovers.ts";
import type { Session } from "./main.ts";
import { VERSION } from "./version.ts";
import { openViews, VIEW_FORMATS, type View, type ViewFormat } from "./view-files.ts";
import { isLarge, viewsApart } from "./views-apart.ts";

interface ViewOptions {
  formats: readonly ViewFormat[];
  /** All rules in force; those over an archive run now. */
  rules: readonly Rule[];
  language: Language;
  version: string;
  /** Today, where `run.json` does not say when the scan ended. */
  today: string;
}

/** Which views of a finished scan are asked for, and by which rules. */
export interface ViewsAsked {
  rules?: string[];
  config?: string;
  formats?: readonly ViewFormat[];
}

/**
 * The views with the rules that a scan ran with, as its packs and the unit's gwlint.yaml have them now: base years and
 * targets may be set after the scan. `rules` names other packs. Those of a large master are made by a process of their own.
 */
export async function makeViews(folder: string, asked: ViewsAsked, session: Session): Promise<string[]> {
  if (!existsSync(join(folder, "results.jsonl"))) throw new UsageError("cli.no-master", { folder });
  return session.world.script !== "" && isLarge(folder)
    ? viewsApart(folder, asked, session)
    : viewsHere(folder, asked, session);
}

/** The views made in this process, whatever the size of the master. */
export async function viewsHere(
  folder: string,
  { rules, config: file, formats = VIEW_FORMATS }: ViewsAsked,
  { world, language }: Session,
): Promise<string[]> {
  const told = runOf(folder)?.options ?? {};
  const named = file ?? (typeof told["config"] === "string" ? told["config"] : undefined);
  const config = await loadConfig(slashes(world.cwd), configFiles, named && slashes(resolve(world.cwd, named)));
  const scanned = Array.isArray(told["rules"]) && told["rules"].length > 0 ? (told["rules"] as string[]) : null;
  const packs = await openPacks(rules ?? scanned ?? config.packs ?? STANDARD_PACKS, world.cwd);
  const inForce = await unitRules(rulesOf(packs), config);
  return writeViews(folder, { formats, rules: inForce, language, version: VERSION, today: world.today });
}

/** What the views need of a line again, sorted; the line itself stays where it lies. */
interface Place {
  issuer: string | null;
  status: Status;
  counts: Counts;
  start: number;
  length: number;
}

type Unchecked = Pick<ScanLine, "path" | "status" | "problem" | "file">;

/**
 * The views of a finished scan, made from the master in `folder`: workbook, page, CSV. Reads it once for the sums and the
 * rules over the archive, then goes through its lines by issuer; what has to be sorted lies on disk beside it meanwhile, so
 * memory stays flat. The same lines in any order give the same views. Returns the names of the files written.
 */
async function writeViews(folder: string, options: ViewOptions): Promise<string[]> {
  const master = join(folder, "results.jsonl");
  const run = runOf(folder);
  sweepLeftovers(folder);
  const own = mkdtempSync(join(folder, `.views-${process.pid}-`));
  const store = diskStore(own);
  const places = lineSorter<Place>(own, "places");
  const unchecked = lineSorter<Unchecked>(own, "unchecked");
  const reader = lineReader(master);
  try {
    const survey = emptySurvey();
    const documents = surveyed(master, { survey, places, unchecked });
    const rules = archiveRules(options.rules);
    const pattern = await patternsFor(rules);
    const verdicts = await runArchive(documents, rules, { kinds: archiveKinds, pattern, store });
    const archive = archiveResults(verdicts, options.language);
    const views = await openViews(folder, { ...options, survey, archive, run });
    try {
      await writeUnits(views, places.sorted() as AsyncIterable<Place>, archive, options.language);
      await views.rules();
      await views.begin("findings");
      for await (const place of places.sorted()) {
        if (place.counts.error + place.counts.warning + place.counts.info === 0) continue;
        const line = reader.line(place.start, place.length);
        for (const finding of line.findings) if (!finding.suppressed) await views.finding(line, finding);
      }
      await views.begin("unchecked");
      for await (const line of unchecked.sorted()) await views.unchecked(line);
      await views.archive();
      return await views.finish();
    } catch (error) {
      await views.abandon();
      throw error;
    }
  } finally {
    reader.close();
    places.close();
    unchecked.close();
    store.close();
    rmSync(own, { recursive: true, force: true });
  }
}

/** The master once through: sums are taken, places noted, and the documents handed on to the rules over the archive. */
async function* surveyed(
  master: string,
  into: {
    survey: Survey;
    places: { add(key: string, place: Place): void };
    unchecked: { add(key: string, line: Unchecked): void };
  },
): AsyncGenerator<ArchiveDocument> {
  for await (const { line, start, length } of readMaster(master)) {
    const { path, status, problem, file, archive } = line;
    const counts = countsOf(line);
    const issuer = issuerOfLine(line);
    addLine(into.survey, line);
    into.places.add([issuer ?? "\uffff", gravest(counts), path].join("\u0001"), {
      issuer,
      status,
      counts,
      start,
      length,
    });
    if (!isChecked(status) || status === "checked-partial")
      into.unchecked.add([status, path].join("\u0001"), { path, status, problem, file });
    if (archive) yield { path, sha256: file.sha256 ?? "", record: archive };
  }
}

/** 0 error … 3 nothing: how documents of one issuer follow each other. */
const gravest = ({ error, warning, info }: Counts) => (error > 0 ? 0 : warning > 0 ? 1 : info > 0 ? 2 : 3);

async function writeUnits(
  views: View,
  places: AsyncIterable<Place>,
  archive: readonly ArchiveRuleResult[],
  language: Language,
): Promise<void> {
  const words = rowsIn(language);
  const findings = new Map<string | null, number>();
  for (const result of archive) {
    for (const { issuer } of result.findings) findings.set(issuer, (findings.get(issuer) ?? 0) + 1);
  }
  await views.begin("units");
  let issuer: string | null | undefined;
  let sum = emptySum();
  const close = async () => {
    if (issuer !== undefined) await views.unit(words.unit(issuer, sum, findings.get(issuer) ?? 0), sum);
  };
  for await (const place of places) {
    if (place.issuer !== issuer) {
      await close();
      issuer = place.issuer;
      sum = emptySum();
    }
    addToSum(sum, place.status, place.counts);
  }
  await close();
}

/** What `run.json` tells of the scan; a master without one is shown all the same. */
function runOf(folder: string): ScanRun | null {
  const path = join(folder, "run.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ScanRun) : null;
}
