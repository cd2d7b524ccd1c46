import type { ChangeKind, CoverageChange } from "../model/coverage.ts";
import type { Clause } from "../model/document.ts";
import { paired, quantities } from "./quantities.ts";

/** A clause as the comparison of demands sees it. */
export interface Demand {
  clause: Clause;
  text: string;
}

const BINDING = /必须|务必|严禁|一律|不得|不准|严格|坚决|全部|应当/g;
const LOOSE = /鼓励|提倡|倡导|支持|引导|探索|可以|可根据|力争|争取|逐步|原则上|一般|有条件的|视情况?|适当/g;
const EVERYBODY = /全部|所有|全体|全覆盖|各级各部门|每个|每名|全面|一律|人人/g;
const SOME = /部分|重点|试点|有条件的|符合条件的|主要|个别|示范/g;

/**
 * What an aligned clause does to the superior's demand: targets lowered or raised, deadlines put off or brought forward,
 * scope and obligation narrowed or widened. A change is told only where both sides show the words it rests on.
 */
export function changesOf(draft: Demand, source: Demand): CoverageChange[] {
  const changes: CoverageChange[] = [];
  const add = (kind: ChangeKind, mine: string, theirs: string) => {
    const direction = DISCOUNTS.has(kind) ? "discount" : "stricter";
    changes.push({
      kind,
      direction,
      draft: { text: mine, span: draft.clause.span },
      source: { text: theirs, span: source.clause.span },
    });
  };
  for (const { draft: mine, source: theirs } of paired(quantities(draft.text), quantities(source.text))) {
    if (mine.value === theirs.value) continue;
    const bound = theirs.bound === "plain" ? mine.bound : theirs.bound;
    const more = mine.value > theirs.value;
    // A higher ceiling asks less; so does a smaller cut, and a smaller count of anything to be done.
    add(more === (bound === "most") ? "target-lowered" : "target-raised", mine.text, theirs.text);
  }
  const [mine, theirs] = [draft.clause.deadline, source.clause.deadline];
  if (mine?.until && theirs?.until && mine.until !== theirs.until) {
    add(mine.until > theirs.until ? "deadline-later" : "deadline-earlier", mine.text, theirs.text);
  }
  shift(draft.text, source.text, BINDING, LOOSE, (stronger, a, b) =>
    add(stronger ? "obligation-stronger" : "obligation-weaker", a, b),
  );
  shift(draft.text, source.text, EVERYBODY, SOME, (wider, a, b) =>
    add(wider ? "scope-widened" : "scope-narrowed", a, b),
  );
  return changes;
}

const DISCOUNTS = new Set<ChangeKind>(["target-lowered", "deadline-later", "scope-narrowed", "obligation-weaker"]);

/** One side says only the strong words, the other only the weak ones. */
function shift(
  draft: string,
  source: string,
  strong: RegExp,
  weak: RegExp,
  tell: (stronger: boolean, draft: string, source: string) => void,
): void {
  const [mineStrong, mineWeak] = [draft.match(strong), draft.match(weak)];
  const [theirStrong, theirWeak] = [source.match(strong), source.match(weak)];
  if (theirStrong && !theirWeak && mineWeak && (mineStrong?.length ?? 0) < theirStrong.length) {
    tell(false, mineWeak[0]!, theirStrong[0]!);
  } else if (theirWeak && !theirStrong && mineStrong && !mineWeak) {
    tell(true, mineStrong[0]!, theirWeak[0]!);
  }
}
