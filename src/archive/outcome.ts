import type { ArchiveHit, ArchiveOutcome, Undecided } from "../model/archive.ts";
import type { Note } from "../model/result.ts";

/** Findings of a rule that are kept; beyond that they are counted. Nobody reads more, and memory has to stay flat. */
const MOST = 500;

/** Gathers what a rule finds, subject by subject. */
export interface Tally {
  hit(hit: ArchiveHit): void;
  undecided(one: Undecided): void;
  held(): void;
  /** What was found; `none` says why nothing concerned the rule, where nothing did. */
  outcome(none: Note): ArchiveOutcome;
}

export function tally(): Tally {
  const hits: ArchiveHit[] = [];
  const undecided: Undecided[] = [];
  let [broken, open, held] = [0, 0, 0];
  return {
    hit(hit) {
      if (broken++ < MOST) hits.push(hit);
    },
    undecided(one) {
      if (open++ < MOST) undecided.push(one);
    },
    held() {
      held++;
    },
    outcome: (none) => ({
      hits,
      broken,
      undecided,
      open,
      held,
      ...(broken + open + held === 0 ? { notApplicable: none } : {}),
    }),
  };
}
