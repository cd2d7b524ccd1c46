import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { archiveKinds } from "../archive/registry.ts";
import { runArchive } from "../archive/run.ts";
import { archiveRules, patternsFor, rulesOf } from "../bench/rules.ts";
import { loadConfig } from "../config/load.ts";
import type { Language } from "../language/say.ts";
import type { ArchiveDocument, ArchivePlan, ArchiveRuleResult } from "../model/archive.ts";
import type { Rule } from "../model/rule.ts";
import type { ScanLine, ScanRun } from "../model/scan.ts";
import type { Status } from "../model/source.ts";
import { diskStore } from "../node/archive-store.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { readMaster } from "../node/master.ts";
import { openPacks } from "../node/packs.ts";
import { textShelf } from "../node/shelf.ts";
import { lineSorter } from "../node/sort-lines.ts";
import { decoded, textOf, type Utf8 } from "../node/utf8.ts";
import { STANDARD_PACKS } from "../pack/load.ts";
import { rowsIn, type Words } from "../report/archive/rows.ts";
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
import { archivePlans } from "./archive-plans.ts";
import { unitRules } from "./bench.ts";
import { UsageError } from "./errors.ts";
import { type FoundShelf, foundShelf } from "./found.ts";
import { sweepLeftovers } from "./leftovers.ts";
import type { Session } from "./main.ts";
import { VERSION } from "./version.ts";
import { openViews, type View } from "./view-files.ts";
import { VIEW_FORMATS, type ViewFormat } from "./view-sink.ts";
import { isLarge, viewsApart } from "./views-apart.ts";

interface ViewOptions {
  formats: readonly ViewFormat[];
  /** All rules in force; those over an archive run now. */
  rules: readonly Rule[];
  /** Plans that some of those compare with. */
  plans: readonly ArchivePlan[];
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
  session: Session,
): Promise<string[]> {
  const { world, language } = session;
  const told = runOf(folder)?.options ?? {};
  const named = file ?? (typeof told["config"] === "string" ? told["config"] : undefined);
  const config = await loadConfig(slashes(world.cwd), configFiles, named && slashes(resolve(world.cwd, named)));
  const scanned = Array.isArray(told["rules"]) && told["rules"].length > 0 ? (told["rules"] as string[]) : null;
  const packs = await openPacks(rules ?? scanned ?? config.packs ?? STANDARD_PACKS, world.cwd);
  const inForce = await unitRules(rulesOf(packs), config);
  const plans = await archivePlans(inForce, config, session);
  return writeViews(folder, { formats, rules: inForce, plans, language, version: VERSION, today: world.today });
}

/** What the views need of a line again, sorted. Texts are UTF-8. */
interface Place {
  issuer: Utf8 | null;
  status: Status;
  counts: Counts;
  /** Where its findings lie on the shelf; null where it has none. */
  lies: { start: number; length: number } | null;
}

type Unchecked = Pick<ScanLine, "path" | "status" | "problem" | "file">;

/**
 * The views of a finished scan, made from the master in `folder`: workbook, page, CSV. Reads it once, for the sums, the
 * rules over the archive and what the rows of its findings say; then goes through these by issuer. What has to wait lies on
 * disk beside it meanwhile, so memory stays flat. The same lines in any order give the same views. Returns the names of
 * the files written.
 */
async function writeViews(folder: string, options: ViewOptions): Promise<string[]> {
  const master = join(folder, "results.jsonl");
  const run = runOf(folder);
  sweepLeftovers(folder);
  const own = mkdtempSync(join(folder, `.views-${process.pid}-`));
  const store = diskStore(own);
  const places = lineSorter<Place>(own, "places");
  const unchecked = lineSorter<Unchecked>(own, "unchecked");
  const shelf = textShelf(join(own, "found.tmp"));
  try {
    const words = rowsIn(options.language);
    const found = foundShelf(shelf, words);
    const rules = archiveRules(options.rules);
    const into = { survey: emptySurvey(), places, unchecked, found, archive: rules.length > 0 };
    const pattern = await patternsFor(rules);
    const verdicts = await runArchive(surveyed(master, into), rules, {
      kinds: archiveKinds,
      pattern,
      store,
      plans: options.plans,
    });
    const archive = archiveResults(verdicts, options.language);
    const survey = withTexts(into.survey);
    const views = await openViews({ folder, own }, { ...options, survey, archive, run }, words);
    try {
      await writeUnits(views, places.sorted() as AsyncIterable<Place>, archive, words);
      await views.rules();
      await views.begin("findings");
      for await (const { lies } of places.sorted()) {
        const wait = lies && views.document(found.get(lies.start, lies.length));
        if (wait) await wait;
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
    shelf.close();
    places.close();
    unchecked.close();
    store.close();
    rmSync(own, { recursive: true, force: true });
  }
}

/** The master once through: sums are taken, findings laid on the shelf, documents handed on to the rules over the archive. */
async function* surveyed(
  master: string,
  into: {
    survey: Survey;
    places: { add(key: string, place: Place): void };
    unchecked: { add(key: string, line: Unchecked): void };
    found: FoundShelf;
    /** Whether any rule asks for documents. */
    archive: boolean;
  },
): AsyncGenerator<ArchiveDocument> {
  for await (const line of readMaster(master)) {
    const { path, status, problem, file, archive } = line;
    const counts = countsOf(line);
    const issuer = issuerOfLine(line);
    addLine(into.survey, line, counts);
    const lies = counts.error + counts.warning + counts.info > 0 ? into.found.add(line) : null;
    into.places.add([issuer ?? LAST, gravest(counts), path].join("\u0001"), { issuer, status, counts, lies });
    if (!isChecked(status) || status === "checked-partial")
      into.unchecked.add([status, path].join("\u0001"), decoded({ path, status, problem, file }));
    if (archive && into.archive) yield { path: textOf(path), sha256: file.sha256 ?? "", record: decoded(archive) };
  }
}

/** Sorts behind every name in UTF-8. */
const LAST = "\u00ff";

/** Sums of lines in UTF-8, the texts in them decoded. */
function withTexts(survey: Survey): Survey {
  const byRule = [...survey.byRule].map(([id, sum]) => [textOf(id), decoded(sum)] as const);
  return { ...survey, byRule: new Map(byRule) };
}

/** 0 error … 3 nothing: how documents of one issuer follow each other. */
const gravest = ({ error, warning, info }: Counts) => (error > 0 ? 0 : warning > 0 ? 1 : info > 0 ? 2 : 3);

async function writeUnits(
  views: View,
  places: AsyncIterable<Place>,
  archive: readonly ArchiveRuleResult[],
  words: Words,
): Promise<void> {
  const findings = new Map<string | null, number>();
  for (const result of archive) {
    for (const { issuer } of result.findings) findings.set(issuer, (findings.get(issuer) ?? 0) + 1);
  }
  await views.begin("units");
  let issuer: Utf8 | null | undefined;
  let sum = emptySum();
  const close = async () => {
    if (issuer === undefined) return;
    const name = issuer === null ? null : textOf(issuer);
    await views.row(words.unit(name, sum, findings.get(name) ?? 0));
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
