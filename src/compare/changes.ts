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
 * Share of the pairs of characters around a number, or beside a strong word in its clause, that have to be the same for
 * both sides to speak of one thing: less where words were taken over, more where the link rests on likeness alone.
 */
const SAME = { copied: 0.4, reworded: 0.6 };
/** Share of the task that was taken over from which the first counts. */
const TAKEN_OVER = 0.3;

/**
 * What an aligned clause does to the superior's demand: targets lowered or raised, deadlines put off or brought forward,
 * scope and obligation narrowed or widened. A change is told only where both sides show the words it rests on. `copied` is the share of the task that the draft took over.
 */
export function changesOf(draft: Demand, source: Demand, copied: number): CoverageChange[] {
  const same = copied >= TAKEN_OVER ? SAME.copied : SAME.reworded;
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
  for (const { draft: mine, source: theirs } of paired(quantities(draft.text), quantities(source.text), same)) {
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
  shift(draft.text, source.text, same, BINDING, LOOSE, (stronger, a, b) =>
    add(stronger ? "obligation-stronger" : "obligation-weaker", a, b),
  );
  shift(draft.text, source.text, same, EVERYBODY, SOME, (wider, a, b) =>
    add(wider ? "scope-widened" : "scope-narrowed", a, b),
  );
  return changes;
}

const DISCOUNTS = new Set<ChangeKind>(["target-lowered", "deadline-later", "scope-narrowed", "obligation-weaker"]);

/** Between two commas one side says a strong word, the other a weak one, and the rest is the same. */
function shift(
  draft: string,
  source: string,
  least: number,
  strong: RegExp,
  weak: RegExp,
  tell: (stronger: boolean, draft: string, source: string) => void,
): void {
  const words = new RegExp(`${strong.source}|${weak.source}`, "g");
  const said = (text: string) =>
    text.split(/[，。；：,;:\n]/).flatMap((part) => {
      const [firm, loose] = [part.match(strong)?.[0], part.match(weak)?.[0]];
      const word = firm ?? loose;
      if (!word || (firm && loose)) return [];
      return [{ firm: firm !== undefined, word, rest: part.replace(words, "") }];
    });
  const theirs = said(source);
  for (const mine of said(draft)) {
    const same = theirs.filter((one) => likenessOf(one.rest, mine.rest) >= least);
    if (same.length === 0 || same.some((one) => one.firm === mine.firm)) continue;
    tell(mine.firm, mine.word, same[0]!.word);
    return;
  }
}

/** Pairs of characters that both texts have, of those they might, 0–1. */
function likenessOf(one: string, other: string): number {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= one.length; i++) pairs.add(one.slice(i, i + 2));
  let both = 0;
  for (let i = 0; i + 2 <= other.length; i++) if (pairs.has(other.slice(i, i + 2))) both++;
  return (2 * both) / Math.max(1, one.length + other.length - 2);
}
