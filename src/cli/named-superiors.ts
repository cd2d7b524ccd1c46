import type { Superior } from "../model/check.ts";
import type { FindSuperiors } from "../node/index-superiors.ts";

/** What a path given with --against stands for: documents, or an index in which each draft's are looked for. */
export interface Superiors {
  documents: readonly Superior[];
  find: FindSuperiors | null;
  /** Of each index that is searched, a hash of what it holds: a search finds the same as long as these are the same. */
  indexes: readonly string[];
}

/** The superiors of all, and one search over every index among them. */
export function joined(all: readonly Superiors[]): Superiors {
  const finders = all.flatMap(({ find }) => find ?? []);
  return {
    documents: all.flatMap(({ documents }) => documents),
    indexes: all.flatMap(({ indexes }) => indexes),
    find: finders.length === 0 ? null : (draft) => finders.flatMap((find) => find(draft)),
  };
}
