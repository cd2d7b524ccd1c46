import type { Summary } from "../model/result.ts";
import { SEVERITY_ORDER, type Severity } from "../model/rule.ts";
import type { Status } from "../model/source.ts";
import type { WireDocument } from "../model/wire.ts";

/** Exit codes, highest first: 130, 4, 2, 3, 1, 0. Format and destination never change them. */
export const EXIT = { ok: 0, findings: 1, usage: 2, unchecked: 3, internal: 4, interrupted: 130 } as const;

export interface Decision {
  /** `never`: findings stop nothing. */
  failOn: Severity | "never";
  maxWarnings: number | null;
  /** Rules that have to be checked; `true` for all, null for none. */
  failOnUnchecked: true | readonly string[] | null;
  /** Unsupported files that were only discovered count too. */
  strictInput: boolean;
}

/** What of a run decides its exit code; kept document by document so that results need not be. */
export interface Tally {
  uncheckedFiles: boolean;
  uncheckedRule: boolean;
}

const CHECKED: readonly Status[] = ["checked-clean", "checked-findings"];

/** `named`: the user named this very file, so it has to be checkable. */
export function addToTally(tally: Tally, result: WireDocument, decision: Decision, named: boolean): void {
  const { failOnUnchecked, strictInput } = decision;
  if (!CHECKED.includes(result.status)) {
    const passable = result.status === "skipped" || (result.status === "unsupported" && !named && !strictInput);
    if (!passable) tally.uncheckedFiles = true;
  }
  if (
    failOnUnchecked &&
    result.notChecked.some(({ rule }) => failOnUnchecked === true || failOnUnchecked.includes(rule))
  ) {
    tally.uncheckedRule = true;
  }
}

export function exitCode(summary: Summary, tally: Tally, decision: Decision): number {
  const { bySeverity } = summary;
  if (tally.uncheckedFiles) return EXIT.unchecked;
  const decisive = Object.entries(bySeverity).some(
    ([severity, count]) => count > 0 && stops(severity as Severity, decision.failOn),
  );
  const tooMany = decision.maxWarnings !== null && bySeverity.warning > decision.maxWarnings;
  return decisive || tooMany || tally.uncheckedRule ? EXIT.findings : EXIT.ok;
}

function stops(severity: Severity, failOn: Decision["failOn"]): boolean {
  return failOn !== "never" && SEVERITY_ORDER[severity] <= SEVERITY_ORDER[failOn];
}
