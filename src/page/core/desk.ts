import { declaredIn } from "../../bench/declared.ts";
import { ruleKinds } from "../../bench/kinds.ts";
import { rulesOf } from "../../bench/rules.ts";
import { openWorkbench } from "../../bench/workbench.ts";
import { declareFacts } from "../../config/declared.ts";
import { say } from "../../language/say.ts";
import { type Draft, type Linted, lintDocument, openSuperior, type Workbench } from "../../lint.ts";
import type { Superior } from "../../model/check.ts";
import type { Facts } from "../../model/facts.ts";
import { DEFAULT_LIMITS } from "../../model/limits.ts";
import type { Pack, Rule } from "../../model/rule.ts";
import { loadPacks } from "../../pack/load.ts";
import type { DroppedFile, Job, SetUp } from "../messages.ts";
import { packShelf, type ShippedPacks } from "./pack-shelf.ts";

/** A workbench with the packs of a set-up laid out; no superior lies on it, those come with each draft. */
export interface Desk {
  setUp: SetUp;
  packs: readonly Pack[];
  rules: readonly Rule[];
  bench: Workbench;
}

/** Lays out what a set-up asks for; the last one is kept, since a clerk checks one draft after another. */
export function desks(shipped: ShippedPacks): (setUp: SetUp) => Promise<Desk> {
  let last: { key: string; desk: Promise<Desk> } | null = null;
  return (setUp) => {
    const key = JSON.stringify(setUp);
    if (last?.key !== key) last = { key, desk: openDesk(shipped, setUp) };
    return last.desk;
  };
}

async function openDesk(shipped: ShippedPacks, setUp: SetUp): Promise<Desk> {
  const packs = await loadPacks(setUp.packs, ruleKinds, packShelf(shipped, setUp.ownPacks));
  const bench = await openWorkbench(packs, { language: setUp.language });
  return { setUp, packs, rules: rulesOf(packs), bench };
}

/** A draft that went through the whole process, and what went wrong around it. */
export interface Checkup extends Linted {
  unread: { name: string; problem: string }[];
  factProblems: string[];
}

/** One draft against its superiors, with the facts that were declared for it. */
export async function checkUp(job: Job, { bench, setUp }: Desk): Promise<Checkup> {
  const { facts, problems } = factsOf(job);
  const superiors: Superior[] = [];
  for (const file of job.superiors) superiors.push(await openSuperior(draftOf(file), bench));
  const started = performance.now();
  const linted = await lintDocument({ ...draftOf(job.draft, facts), superiors }, bench);
  linted.result.elapsed = performance.now() - started;
  return {
    ...linted,
    unread: superiors.flatMap((one) => ("problem" in one ? [one] : [])),
    factProblems: problems.map(({ key, values }) => say(setUp.language, key, values)),
  };
}

/** Facts as `--fact` takes them. */
const factsOf = ({ facts }: Job) => declareFacts(facts, "--fact");

/** A dropped file as the process takes it: `facts` are those declared for it. */
export function draftOf({ name, bytes }: DroppedFile, facts: Partial<Facts> = {}): Draft {
  return { name, declared: { over: facts, under: {} }, superiors: [], open: async () => bytes };
}

export const READING = { limits: DEFAULT_LIMITS, declaredIn };
