import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { recordOf } from "../archive/record/record-of.ts";
import { foreignReaders } from "../node/foreign-text.ts";
import { digest, fileDigest, packsOf, superiorsDigest } from "../scan/basis.ts";
import { openShelf } from "../scan/cache/shelf.ts";
import { scanFile } from "../scan/document.ts";
import type { Desk } from "../scan/line.ts";
import { type Server, serve } from "../scan/serve.ts";
import type { Setting } from "../scan/setting.ts";
import { openRun, type RunBench } from "./bench.ts";
import { draftOf } from "./drafts.ts";
import { addToTally, type Decision } from "./exit-code.ts";
import { explainFailure } from "./failures.ts";
import type { Session } from "./main.ts";
import { NONE } from "./option-values.ts";
import { VERSION } from "./version.ts";

/** A child of `scan`: lays the workbench out as `check` does, then takes files until there are none. */
export async function scanChild(program: Command, { world, language, finish }: Session): Promise<void> {
  await serve(async (setting) => {
    try {
      return await openServer(setting, { world: { ...world, today: setting.today }, language, finish });
    } catch (error) {
      return { kind: "refused", ...explainFailure(error, program, language, world.cwd) };
    }
  });
}

/** Everything a child has ready before its first file. */
export async function openServer(setting: Setting, session: Session): Promise<Server> {
  const bench = await openRun([], { ...NONE, color: false, ...setting.options }, session);
  const basis = basisOf(setting, bench, session);
  const desk = openDesk({ setting, bench, basis }, session);
  return {
    ready: { packs: packsOf(bench.packs), basis, superiorUnread: bench.unreadSuperior() },
    scan: (task, checking) => scanFile(task, desk, checking),
  };
}

function openDesk(
  { setting, bench, basis }: Pick<Desk, "setting"> & { bench: RunBench; basis: Record<string, string> },
  { world }: Session,
): Desk {
  const { exempting } = bench.exceptions;
  const decision: Decision = {
    failOn: "never",
    maxWarnings: null,
    failOnUnchecked: bench.mustBeChecked,
    strictInput: setting.options.strictInput === true,
  };
  const judge: Desk["judge"] = (line, named) => {
    const tally = { uncheckedFiles: false, uncheckedRule: false };
    addToTally(tally, line, decision, named);
    return tally;
  };
  return {
    setting,
    bench,
    draft: (file, open) => draftOf(file, bench.around, world, open),
    excepting: exempting !== null,
    marks: () => exempting?.marks() ?? null,
    record: recordOf,
    judge,
    shelf:
      setting.cache &&
      openShelf(setting, basis, {
        judge,
        // Who asks for a rule to be checked, or knows documents by name, has to look into each line.
        copies: exempting === null && bench.mustBeChecked === null && !decision.strictInput,
      }),
  };
}

/** What results depend on besides the files, each as a hash, so that two runs can tell what they differ in. */
function basisOf(setting: Setting, bench: RunBench, { world, language }: Session): Record<string, string> {
  const { config } = bench.around;
  const named = [...setting.options.against, ...config.superiors.flatMap(({ files }) => files)];
  const indexes = named.map((path) => fileDigest(join(resolve(world.cwd, path), "meta.json")));
  return {
    // A build has its own hash, so that a cache filled by yesterday's build is not taken for today's.
    tool: `${VERSION}+${fileDigest(fileURLToPath(import.meta.url))}`,
    packs: digest([bench.rules, bench.packs.map(({ lexicons }) => lexicons ?? null)]),
    config: fileDigest(config.file),
    facts: digest(setting.options.fact),
    superiors: digest([
      superiorsDigest(bench.superiors),
      indexes,
      setting.options.indexScope,
      setting.options.ownVersions,
    ]),
    plans: superiorsDigest(bench.plans ?? []),
    units: fileDigest(config.units),
    // A library that was installed since then reads what could not be read.
    readers: digest(foreignReaders().map((path) => path && fileDigest(path))),
    exemptions: fileDigest(config.exemptions),
    limits: digest(bench.limits),
    language,
    archives: String(setting.archives),
    classified: String(setting.allowClassified),
  };
}
