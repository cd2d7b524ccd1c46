import type { SearchOptions } from "../index-store/scope.ts";

/** What of an index is looked through, as the options of `check` and `compare` say. */
export function searchOptions(options: { indexScope?: SearchOptions["scope"]; ownVersions?: boolean }): SearchOptions {
  return { scope: options.indexScope ?? "all", ownVersions: options.ownVersions === true };
}
