import type { OfficialDocument } from "../model/document.ts";
import type { Finding } from "../model/result.ts";
import { decidedRules, isExemptible } from "./exemptible.ts";
import type { Filter } from "./filters.ts";
import type { OwnProblem } from "./own-finding.ts";

/** Findings known before (基线): by path of the document, then fingerprint → rule. No word of a draft is in it. */
export type Baseline = Map<string, Map<string, string>>;

/** A baseline at work in a run. */
export interface Baselining {
  filter: Filter;
  /** Entries of documents of this run that are mended and still stand in the baseline. */
  problems(): OwnProblem[];
  /** What stands now: for a new baseline. Documents that were not in this run keep their old entries. */
  current(): Baseline;
}

/**
 * Hides the findings that `known` names, each by its own fingerprint: mending one and adding another is seen. With
 * `recordAll` every other finding is hidden too, as it will be once what `current` gives is the baseline.
 */
export function baselining(
  known: Baseline,
  recordAll: boolean,
  reason: string,
  pathOf: (document: OfficialDocument) => string,
): Baselining {
  const current: Baseline = new Map();
  let mended = 0;
  const mendedIn: string[] = [];
  const filter: Filter = (findings, document, verdicts) => {
    const path = pathOf(document);
    const before = known.get(path) ?? new Map<string, string>();
    const decided = decidedRules(verdicts);
    const present = new Set(findings.map(({ fingerprint }) => fingerprint));
    const gone = [...before].filter(([fingerprint, rule]) => !present.has(fingerprint) && decided.has(rule));
    if (gone.length > 0) mendedIn.push(path);
    mended += gone.length;
    // A rule that was not checked this time may find the same again.
    const kept = [...before].filter(([fingerprint, rule]) => !present.has(fingerprint) && !decided.has(rule));
    const now = new Map<string, string>(kept);
    current.set(path, now);
    return findings.map((finding) => {
      const hides = recordAll || before.has(finding.fingerprint);
      if (!hides || finding.suppressed || !isExemptible(finding)) return finding;
      now.set(finding.fingerprint, finding.rule);
      return suppressed(finding, reason);
    });
  };
  return {
    filter,
    problems: () => (mended > 0 && !recordAll ? [mendedProblem(mended, mendedIn)] : []),
    current: () => new Map([...known, ...current]),
  };
}

function suppressed(finding: Finding, reason: string): Finding {
  return { ...finding, suppressed: { kind: "baseline", reason } };
}

/** Info: whoever mends a finding must not be stopped for it. */
function mendedProblem(count: number, paths: readonly string[]): OwnProblem {
  const shown = paths.slice(0, 5).join("、");
  const values = { count, paths: paths.length > 5 ? `${shown}……` : shown };
  return { rule: "gwlint-baseline", severity: "info", key: "except.mended", values, line: 1 };
}
