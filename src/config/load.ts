import type { Facts } from "../model/facts.ts";
import { YamlError } from "../yaml/error.ts";
import type { ParsedYaml, YamlPath } from "../yaml/parse.ts";
import { type Config, emptyConfig } from "./config.ts";
import { declareFacts } from "./declared.ts";
import { ConfigError, throwMistakes } from "./error.ts";
import { type Files, folderOf, joinPath } from "./files.ts";
import { anyGlob, type PathMatcher } from "./glob.ts";
import type { FAIL_ON } from "./schema.ts";

const CONFIG_NAME = "gwlint.yaml";

/** `gwlint.yaml` in a folder or the nearest above it, up to the top of the repository (`.git`) or the root; null: none. */
export async function findConfig(folder: string, files: Files): Promise<string | null> {
  for (let at = folder; ; at = folderOf(at)) {
    const path = joinPath(at, CONFIG_NAME);
    if (await files.exists(path)) return path;
    if ((await files.exists(joinPath(at, ".git"))) || folderOf(at) === at) return null;
  }
}

/**
 * The configuration for a run in `folder`: the file named, else the one found upwards, else an empty one. Throws
 * ConfigError with every mistake in it; a named file that is not there is one.
 */
export async function loadConfig(folder: string, files: Files, named?: string): Promise<Config> {
  const path = named ?? (await findConfig(folder, files));
  if (path === null) return emptyConfig(folder);
  const bytes = await files.read(path);
  if (!bytes)
    throw new ConfigError([new YamlError("config.missing", { file: path, line: 1, column: 1, frame: "" }, { path })]);
  return parseConfig(bytes, path);
}

/** A configuration from its bytes; only here are the YAML parser and the validator loaded. */
export async function parseConfig(bytes: Uint8Array, file: string): Promise<Config> {
  const [{ configSchema }, parsed] = await Promise.all([import("./schema.ts"), parseFile(bytes, file)]);
  const root = folderOf(file);
  if (parsed.value === null) return { ...emptyConfig(root), file };
  const result = configSchema.safeParse(parsed.value);
  if (!result.success) {
    const { locateIssues } = await import("../yaml/locate.ts");
    throwMistakes(locateIssues(result.error.issues, parsed, configSchema));
  }
  const data = result.data!;
  const mistakes: YamlError[] = [];
  const globs = (patterns: string | string[], path: YamlPath): PathMatcher => compile(patterns, path, parsed, mistakes);
  const paths = (list: string | string[] | undefined) => many(list).map((one) => joinPath(root, one));
  const config: Config = {
    file,
    root,
    packs: data.packs === undefined ? null : many(data.packs).map((name) => packPath(name, root)),
    documents: data.documents === undefined ? null : globs(data.documents, ["documents"]),
    ignore: globs(data.ignore ?? [], ["ignore"]),
    superiors: many(data.superiors).map((entry, i) =>
      typeof entry === "string"
        ? { for: null, files: paths(entry) }
        : { for: entry.for ? globs(entry.for, ["superiors", i, "for"]) : null, files: paths(entry.files) },
    ),
    units: data.units === undefined ? null : joinPath(root, data.units),
    plans: paths(data.plans),
    facts: (data.facts ?? []).map(({ for: patterns, ...raw }, i) => ({
      for: globs(patterns, ["facts", i, "for"]),
      facts: locatedFacts(raw, ["facts", i], parsed, mistakes),
    })),
    rules: data.rules === undefined ? null : { changes: data.rules, yaml: parsed },
    exemptions: data.exemptions === undefined ? null : joinPath(root, data.exemptions),
    failOn: (data["fail-on"] satisfies (typeof FAIL_ON)[number] | undefined) ?? null,
    fingerprintKey: data["fingerprint-key"] ?? null,
    language: data.lang ?? null,
  };
  throwMistakes(mistakes);
  return config;
}

/** YAML of a file that has to be UTF-8. Throws ConfigError. */
export async function parseFile(bytes: Uint8Array, file: string): Promise<ParsedYaml> {
  const { parseYaml } = await import("../yaml/parse.ts");
  const text = decodeUtf8(bytes);
  if (text === null) throw new ConfigError([new YamlError("config.encoding", { file, line: 1, column: 1, frame: "" })]);
  try {
    return parseYaml(text, file);
  } catch (error) {
    if (error instanceof YamlError) throw new ConfigError([error]);
    throw error;
  }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Facts of a mapping at `path`, each mistake at its place. */
export function locatedFacts(
  raw: Record<string, unknown>,
  path: YamlPath,
  parsed: ParsedYaml,
  mistakes: YamlError[],
): Partial<Facts> {
  const { facts, problems } = declareFacts(raw, parsed.file);
  for (const { name, key, values } of problems) mistakes.push(parsed.error(key, parsed.at([...path, name]), values));
  return facts;
}

function compile(patterns: string | string[], path: YamlPath, parsed: ParsedYaml, mistakes: YamlError[]): PathMatcher {
  try {
    return anyGlob(many(patterns));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    mistakes.push(parsed.error("config.pattern", parsed.at(path)));
    return () => false;
  }
}

function many<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A shipped pack is named by its bare name; what has a slash or the ending of YAML is a file. */
function packPath(name: string, root: string): string {
  return /[\\/]|\.ya?ml$/i.test(name) && !/^[a-z][a-z0-9+.-]+:\/\//i.test(name) ? joinPath(root, name) : name;
}
