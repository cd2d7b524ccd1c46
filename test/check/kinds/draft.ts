import { z } from "zod";
import { createMatcher } from "../../../src/check/matcher.ts";
import { checkKinds } from "../../../src/check/registry.ts";
import { runRules } from "../../../src/check/run.ts";
import { comparison } from "../../../src/compare/comparison.ts";
import type { Superior } from "../../../src/model/check.ts";
import type { OfficialDocument } from "../../../src/model/document.ts";
import type { Facts, FactValues } from "../../../src/model/facts.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { clauseAt, clausePath, textOf } from "../../../src/model/place.ts";
import type { Hit, Verdict } from "../../../src/model/result.ts";
import { read } from "../../../src/read/read.ts";
import { recognise } from "../../../src/recognise/recognise.ts";
import { rule } from "../document.ts";

/** A draft as a clerk would hand it in: read, recognised, with these facts declared. */
export async function draft(
  text: string,
  facts: Partial<FactValues> = {},
  name = "草稿.txt",
): Promise<OfficialDocument> {
  const result = await read(new TextEncoder().encode(text), name, DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  const declared = Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, { origin: "declared", value }]),
  ) as Partial<Facts>;
  return recognise(result.source, name, declared);
}

/** The verdict of one rule of that kind on the document. */
export async function verdictOf(
  document: OfficialDocument,
  kind: string,
  options: Record<string, unknown>,
  superiors: Superior[] = [],
): Promise<Verdict> {
  const check = checkKinds.find((one) => one.name === kind)!;
  const complete = check.options(z).parse(options);
  const [verdict] = runRules(document, [rule({ check: kind, options: complete })], {
    kinds: checkKinds,
    superiors,
    comparison,
    pattern: await createMatcher(check.patterns?.(complete) ?? []),
    lexicon: () => [],
  });
  return verdict!;
}

/** The hits of a broken rule; none where it is held. Any other verdict fails the test. */
export function hitsOf(verdict: Verdict): Hit[] {
  if (verdict.outcome === "broken") return verdict.hits;
  if (verdict.outcome === "held") return [];
  throw new Error(`neither held nor broken: ${JSON.stringify({ ...verdict, rule: undefined })}`);
}

/** Where each hit stands: the clause's printed path, else the words themselves, else `document`. */
export function places(document: OfficialDocument, hits: Hit[]): string[] {
  return hits.map(({ span }) => {
    if (!span) return "document";
    return clausePath(document, clauseAt(document, span)) ?? textOf(document, span);
  });
}
