import { archivePlan } from "../archive/plan.ts";
import { parseDocNumber } from "../archive/record/doc-number.ts";
import { recordOf } from "../archive/record/record-of.ts";
import { archiveKinds } from "../archive/registry.ts";
import { runArchive } from "../archive/run.ts";
import { memoryStore } from "../archive/store.ts";
import { declaredIn } from "../bench/declared.ts";
import { archiveRules, patternsFor, rulesOf } from "../bench/rules.ts";
import { say } from "../language/say.ts";
import { openDocument, type Workbench } from "../lint.ts";
import type { ArchiveDocument, ArchiveRecord } from "../model/archive.ts";
import type { Superior } from "../model/check.ts";
import type { Pack } from "../model/rule.ts";
import type { CheckedCase } from "../pack/run-tests.ts";
import type { TestDocument } from "../pack/test-cases.ts";

/** How an example of an archive rule is checked: its documents are read like drafts, and the rule alone runs over them. */
export async function archiveCase(
  packs: readonly Pack[],
  bench: Workbench,
): Promise<(rule: string, documents: readonly TestDocument[], plans: readonly Superior[]) => Promise<CheckedCase>> {
  const rules = archiveRules(rulesOf(packs));
  const pattern = await patternsFor(rules);
  return async (id, documents, given) => {
    const own = rules.filter((rule) => rule.id === id);
    const archive: ArchiveDocument[] = [];
    for (const document of documents) {
      const record = await recordFrom(document, bench);
      for (let i = 0; i < document.times; i++) archive.push(copyOf(record, archive.length, i));
    }
    const plans = given.map(archivePlan);
    const [verdict] = await runArchive(archive, own, { kinds: archiveKinds, pattern, store: memoryStore(), plans });
    const findings = (verdict?.hits ?? []).map(() => ({ rule: id, line: null, paragraph: null, clause: null }));
    const why = verdict?.undecided[0];
    const open =
      verdict?.outcome === "not-checked"
        ? [
            {
              rule: id,
              reason: why
                ? say(bench.language, why.reason, why.values)
                : say(bench.language, "archive.nothing-counted"),
            },
          ]
        : [];
    const problem = verdict?.outcome === "crashed" ? { message: verdict.error ?? "" } : null;
    return { findings, notChecked: open, problem };
  };
}

async function recordFrom({ title, text, number, facts }: TestDocument, bench: Workbench): Promise<ArchiveRecord> {
  const words = [title, text].filter(Boolean).join("\n\n");
  const draft = {
    name: "example.md",
    declared: { over: declaredIn(facts).facts, under: {} },
    superiors: [],
    open: async () => new TextEncoder().encode(words),
  };
  const opened = await openDocument(draft, bench);
  if (!opened.ok) throw new Error(say(bench.language, opened.failure.reason, opened.failure.values));
  const record = recordOf(opened.document);
  return number === null ? record : { ...record, number: parseDocNumber(number) };
}

function copyOf(record: ArchiveRecord, at: number, nth: number): ArchiveDocument {
  const number = record.number && { ...record.number, serial: record.number.serial + nth };
  return { path: `${String(at + 1).padStart(4, "0")}.md`, sha256: "", record: { ...record, number } };
}
