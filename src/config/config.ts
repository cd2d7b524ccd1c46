import type { Language } from "../language/say.ts";
import type { Facts } from "../model/facts.ts";
import type { Severity } from "../model/rule.ts";
import type { ParsedYaml } from "../yaml/parse.ts";
import { mergeFacts } from "./declared.ts";
import { relativeTo } from "./files.ts";
import type { PathMatcher } from "./glob.ts";

/** `gwlint.yaml` as read: paths absolute or as the run's folder sees them, patterns compiled. */
export interface Config {
  /** Path of the file, null where there is none. */
  file: string | null;
  /** Folder that patterns and relative paths are meant from, with `/`. */
  root: string;
  /** Names of shipped packs, or paths of pack files; null: the standard ones. */
  packs: string[] | null;
  /** Null: every file of a known type but README and the like. */
  documents: PathMatcher | null;
  ignore: PathMatcher;
  superiors: { for: PathMatcher | null; files: string[] }[];
  units: string | null;
  plans: string[];
  facts: { for: PathMatcher; facts: Partial<Facts> }[];
  /** What the unit changes about rules, as written, with the file it stands in; null: nothing. */
  rules: { changes: Record<string, unknown>; yaml: ParsedYaml } | null;
  exemptions: string | null;
  failOn: Severity | "never" | null;
  fingerprintKey: string | null;
  language: Language | null;
}

/** The configuration of a folder that has none. */
export function emptyConfig(root: string): Config {
  return {
    file: null,
    root,
    packs: null,
    documents: null,
    ignore: () => false,
    superiors: [],
    units: null,
    plans: [],
    facts: [],
    rules: null,
    exemptions: null,
    failOn: null,
    fingerprintKey: null,
    language: null,
  };
}

/** Facts that the configuration declares for a document by its path; of several patterns that fit the last decides. */
export function factsFor(config: Config, path: string): Partial<Facts> {
  if (config.facts.length === 0) return {};
  const inside = insideRoot(config, path);
  const fitting = config.facts.filter(({ for: matches }) => matches(inside)).map(({ facts }) => facts);
  return mergeFacts(...fitting.reverse());
}

/** Superior documents (files or folders) that the configuration names for a document, in order, each once. */
export function superiorsFor(config: Config, path: string): string[] {
  if (config.superiors.length === 0) return [];
  const inside = insideRoot(config, path);
  const fitting = config.superiors.filter(({ for: matches }) => matches === null || matches(inside));
  return [...new Set(fitting.flatMap(({ files }) => files))];
}

/** A path as the patterns of the configuration see it; one outside its folder as it is. */
export function insideRoot(config: Pick<Config, "root">, path: string): string {
  return relativeTo(config.root, path) ?? path;
}
