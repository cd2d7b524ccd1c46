import type {
  ArchiveCheck,
  ArchiveContext,
  ArchiveDocument,
  ArchiveKind,
  ArchiveOutcome,
  ArchivePlan,
  ArchiveVerdict,
  WantedFact,
} from "../model/archive.ts";
import type { Pattern } from "../model/check.ts";
import type { Rule } from "../model/rule.ts";
import { alike } from "./alike.ts";
import { concerns } from "./concerns.ts";
import { numberRuns } from "./number-runs.ts";
import { KEYS, onceEach } from "./order.ts";
import type { ArchiveStore, Sorter } from "./store.ts";

/** What rules over an archive may use. */
export interface ArchiveResources {
  kinds: readonly ArchiveKind[];
  pattern(source: string): Pattern;
  store: ArchiveStore;
  /** Plans of the unit; none where nobody gives any. */
  plans?: readonly ArchivePlan[];
}

/**
 * Every archive rule on all documents: one verdict a rule, in the order given, whatever happens and in whatever order the
 * documents come. They are sorted as the kinds want them (by 文号, by issuer, by day) and streamed past the checks, which
 * keep counts; a document that lies in the archive twice is counted once.
 */
export async function runArchive(
  documents: AsyncIterable<ArchiveDocument> | Iterable<ArchiveDocument>,
  rules: readonly Rule[],
  { kinds, pattern, store, plans = [] }: ArchiveResources,
): Promise<ArchiveVerdict[]> {
  const runs = numberRuns();
  const checks = rules.map((rule) => underWay(rule, kinds, { pattern, runs, plans }));
  const orders = new Set(["issuer", "number", ...checks.flatMap(({ order }) => order)] as const);
  const sorters = new Map([...orders].map((order) => [order, store.sorter<ArchiveDocument>()]));
  for await (const document of documents) {
    const bare = { ...document, record: { ...document.record, sketch: null, audience: null } };
    for (const [order, sorter] of sorters) sorter.add(KEYS[order](document), order === "issuer" ? document : bare);
  }
  const of = (order: ArchiveKind["order"]) => checks.filter((check) => check.order === order);

  for await (const document of sorters.get("number")!.sorted()) runs.add(document);
  runs.end();
  await pass(sorters.get("number")!, of("number"));

  const pairing = checks.filter((check) => check.pairs);
  const likes = pairing.length > 0 ? alike(store) : null;
  await pass(sorters.get("issuer")!, of("issuer"), (document) => likes?.add(document));
  for await (const { earlier, later, likeness } of likes?.pairs() ?? []) {
    for (const check of pairing) check.pair(earlier, later, likeness);
  }
  const byDate = sorters.get("date");
  if (byDate) await pass(byDate, of("date"));
  return checks.map((check) => check.verdict());
}

/** Every document once past the checks; an issuer's end is told in between. */
async function pass(
  sorter: Sorter<ArchiveDocument>,
  checks: readonly UnderWay[],
  also?: (document: ArchiveDocument) => void,
): Promise<void> {
  if (checks.length === 0 && !also) return;
  const isNew = onceEach();
  let issuer: string | null = null;
  const close = () => {
    if (issuer !== null) for (const check of checks) check.issuer(issuer);
  };
  for await (const document of sorter.sorted()) {
    if (!isNew(document)) continue;
    if (document.record.issuer !== issuer) close();
    issuer = document.record.issuer;
    for (const check of checks) check.document(document);
    also?.(document);
  }
  close();
}

/** A rule under way: fed what concerns it; one that throws stops no other. */
interface UnderWay {
  order: ArchiveKind["order"];
  pairs: boolean;
  document(document: ArchiveDocument): void;
  issuer(issuer: string): void;
  pair(earlier: ArchiveDocument, later: ArchiveDocument, likeness: number): void;
  verdict(): ArchiveVerdict;
}

function underWay(
  rule: Rule,
  kinds: readonly ArchiveKind[],
  around: Pick<ArchiveContext, "pattern" | "runs" | "plans">,
): UnderWay {
  const uncounted: Partial<Record<WantedFact, number>> = {};
  let wanted = 0;
  const count = (fact: WantedFact) => {
    uncounted[fact] = (uncounted[fact] ?? 0) + 1;
    wanted++;
  };
  let error: string | null = null;
  const guarded = <T>(work: () => T): T | null => {
    if (error !== null) return null;
    try {
      return work();
    } catch (thrown) {
      error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
      return null;
    }
  };
  const kind = kinds.find(({ name }) => name === rule.check);
  const check: ArchiveCheck | null = guarded(() => {
    if (!kind) throw new Error(`no archive kind ${rule.check}`);
    return kind.begin(rule.options, { rule, ...around, uncounted: count });
  });
  const concerned = concerns(rule, kind?.ownPeriod === true);
  /** Documents of which it is certain whether they count. */
  let decided = 0;
  return {
    order: kind?.order ?? "issuer",
    pairs: check?.pair !== undefined,
    document(document) {
      const answer = concerned(document.record);
      if (answer === false) decided++;
      else if (answer !== true) count(answer);
      else {
        const before = wanted;
        guarded(() => check?.document(document));
        if (wanted === before) decided++;
      }
    },
    issuer: (issuer) => void guarded(() => check?.issuer?.(issuer)),
    pair(earlier, later, likeness) {
      if (concerned(later.record) === true) guarded(() => check?.pair?.(earlier, later, likeness));
    },
    verdict(): ArchiveVerdict {
      const found = guarded(() => check!.end());
      const none: ArchiveOutcome = { hits: [], broken: 0, undecided: [], open: 0, held: 0 };
      if (!found) return { rule, outcome: "crashed", ...none, uncounted, error: error ?? "" };
      return { rule, outcome: outcomeOf(found), ...found, uncounted };
    },
  };

  function outcomeOf(found: ArchiveOutcome): ArchiveVerdict["outcome"] {
    if (found.broken > 0) return "broken";
    if (found.open > 0) return "not-checked";
    if (found.held > 0) return "held";
    // Nothing could be counted at all: that is no archive the rule does not concern.
    return wanted > 0 && decided === 0 && found.notApplicable?.key !== "archive.no-year"
      ? "not-checked"
      : "not-applicable";
  }
}
