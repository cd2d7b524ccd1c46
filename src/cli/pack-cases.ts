import { basename } from "node:path";
import { checkKinds } from "../check/registry.ts";
import { type Draft, lintDocument, openSuperior, type Workbench } from "../lint.ts";
import type { Superior } from "../model/check.ts";
import type { Facts } from "../model/facts.ts";
import type { Pack } from "../model/rule.ts";
import { declaredIn } from "../node/declared.ts";
import { lexiconsOf } from "../node/lexicons.ts";
import { openFile } from "../node/open-file.ts";
import { patternsFor, rulesOf } from "../node/packs.ts";
import type { CheckedCase } from "../pack/run-tests.ts";
import type { TestCase } from "../pack/test-cases.ts";
import { DEFAULT_LIMITS } from "../read/limits.ts";
import { PUBLIC_KEY } from "../result/fingerprint.ts";
import type { Session } from "./main.ts";

/** How an example of a pack is checked: its draft against its rule alone, with its facts and superiors. */
export async function checkCase(
  packs: readonly Pack[],
  { language }: Pick<Session, "language">,
): Promise<(test: TestCase) => Promise<CheckedCase>> {
  const rules = rulesOf(packs);
  const bench: Workbench = {
    rules: [],
    kinds: checkKinds,
    superiors: [],
    pattern: await patternsFor(rules),
    lexicon: lexiconsOf(packs),
    declaredIn,
    limits: DEFAULT_LIMITS,
    language,
    fingerprintKey: PUBLIC_KEY,
  };
  return async (test) => {
    const superiors: Superior[] = [];
    for (const [index, source] of test.against.entries()) {
      superiors.push(await openSuperior(draftOf(source, `superior-${index + 1}`, {}), bench));
    }
    const own = rules.filter((rule) => rule.id === test.rule);
    const draft = draftOf(test.draft, "example", declaredIn(test.facts).facts);
    return lintDocument(draft, { ...bench, rules: own, superiors });
  };
}

type Source = TestCase["draft"] | TestCase["against"][number];

function draftOf(source: Source, name: string, over: Partial<Facts>): Draft {
  const declared = { over, under: {} };
  if ("file" in source) {
    return { name: basename(source.file), declared, superiors: [], open: () => openFile(source.file, DEFAULT_LIMITS) };
  }
  const ending = "format" in source && source.format === "text" ? "txt" : "md";
  const text = source.title ? `${source.title}\n\n${source.text}` : source.text;
  return {
    name: `${source.title ?? name}.${ending}`,
    declared,
    superiors: [],
    open: async () => new TextEncoder().encode(text),
  };
}
