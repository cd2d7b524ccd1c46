import { basename } from "node:path";
import { declaredIn } from "../bench/declared.ts";
import { openWorkbench } from "../bench/workbench.ts";
import { type Draft, lintDocument, openSuperior } from "../lint.ts";
import type { Superior } from "../model/check.ts";
import type { Facts } from "../model/facts.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import type { Pack } from "../model/rule.ts";
import { openFile } from "../node/open-file.ts";
import type { CheckedCase } from "../pack/run-tests.ts";
import type { TestCase } from "../pack/test-cases.ts";
import { archiveCase } from "./archive-case.ts";
import type { Session } from "./main.ts";

/** How an example of a pack is checked: its draft against its rule alone, with its facts and superiors. */
export async function checkCase(
  packs: readonly Pack[],
  { language }: Pick<Session, "language">,
): Promise<(test: TestCase) => Promise<CheckedCase>> {
  const bench = await openWorkbench(packs, { language });
  const checkArchive = await archiveCase(packs, bench);
  return async (test) => {
    const { draft: tested } = test;
    const plans: Superior[] = [];
    for (const [index, source] of (test.plans ?? []).entries()) {
      plans.push(await openSuperior(draftOf(source, `plan-${index + 1}`, {}), bench));
    }
    if ("documents" in tested) return checkArchive(test.rule, tested.documents, plans);
    const superiors: Superior[] = [];
    for (const [index, source] of test.against.entries()) {
      superiors.push(await openSuperior(draftOf(source, `superior-${index + 1}`, {}), bench));
    }
    const own = bench.rules.filter((rule) => rule.id === test.rule);
    const draft = draftOf(tested, "example", declaredIn(test.facts).facts);
    return (await lintDocument(draft, { ...bench, rules: own, superiors, plans })).result;
  };
}

type Source = Exclude<TestCase["draft"], { documents: unknown }> | TestCase["against"][number];

function draftOf(source: Source, name: string, over: Partial<Facts>): Draft {
  const declared = { over, under: {} };
  if ("file" in source) {
    return { name: basename(source.file), declared, superiors: [], open: () => openFile(source.file, DEFAULT_LIMITS) };
  }
  const ending = "format" in source && source.format === "text" ? "txt" : "md";
  const body = source.text.repeat("repeat" in source ? source.repeat : 1);
  const text = source.title ? `${source.title}\n\n${body}` : body;
  return {
    name: `${source.title ?? name}.${ending}`,
    declared,
    superiors: [],
    open: async () => new TextEncoder().encode(text),
  };
}
