import type { RuleKind } from "../model/check.ts";
import type { Pack } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import { clashes } from "./clashes.ts";
import type { CompiledPack } from "./compile.ts";
import { PackError, type PackProblem } from "./errors.ts";
import { COMPILED, type Layer, mergeLayers, toPacks } from "./layer.ts";
import { isPath, keyOf, type Mention, type Refuse } from "./naming.ts";

/** Packs that run where neither the command line nor gwlint.yaml names another. */
export const STANDARD_PACKS: readonly string[] = ["gongwen"];

/** extends: steps from a pack to the last one it rests on. */
const MAX_DEPTH = 5;

/** How packs are found; the command gives the file system, a page its bundle, a test a map. */
export interface PackFiles {
  /** Names of the shipped packs. */
  names(): Promise<readonly string[]>;
  /** Names of the shipped lexicons. */
  lexicons(): Promise<readonly string[]>;
  /** A shipped pack: compiled where it has been compiled and that form is asked for, else its YAML. Null: none of that name. */
  installed(name: string, form: "compiled" | "source"): Promise<PackText | null>;
  /** Text of a pack file, null where there is none. `path` comes from `resolve`. */
  read(path: string): Promise<string | null>;
  /** `path` as `from` (a file, null for the place of the run) means it; null where it leads out of what may be read. */
  resolve(from: string | null, path: string): string | null;
}

export interface PackText {
  path: string;
  text: string;
}

/**
 * The packs named (shipped names, or paths of YAML files), each with what it extends, in that order; every rule once.
 * Packs that are all shipped and compiled need neither YAML parser nor validator. Throws PackError with every mistake.
 */
export async function loadPacks(
  names: readonly string[],
  kinds: readonly RuleKind[],
  files: PackFiles,
): Promise<Pack[]> {
  const loading = await load(names, kinds, files, "compiled");
  return toPacks(loading.asked, loading.closures, loading.layers);
}

/** The packs named as their authors see them, from YAML: what `rules test`, `rules explain` and the build work on. */
export async function loadSources(
  names: readonly string[],
  kinds: readonly RuleKind[],
  files: PackFiles,
): Promise<{ packs: Pack[]; sources: CompiledPack[] }> {
  const loading = await load(names, kinds, files, "source");
  const packs = toPacks(loading.asked, loading.closures, loading.layers);
  return { packs, sources: loading.asked.flatMap((key) => loading.sources.get(key) ?? []) };
}

interface Loading {
  kinds: readonly RuleKind[];
  files: PackFiles;
  form: "compiled" | "source";
  /** Layers in the order they apply: what a pack extends comes before it. Keys are names and resolved paths. */
  layers: Map<string, Layer>;
  /** Every layer a pack rests on, itself included. */
  closures: Map<string, string[]>;
  sources: Map<string, CompiledPack>;
  /** Packs whose mistakes are on record. */
  broken: Set<string>;
  asked: string[];
  problems: PackProblem[];
}

async function load(
  names: readonly string[],
  kinds: readonly RuleKind[],
  files: PackFiles,
  form: Loading["form"],
): Promise<Loading> {
  const loading: Loading = {
    kinds,
    files,
    form,
    layers: new Map(),
    closures: new Map(),
    sources: new Map(),
    broken: new Set(),
    asked: [],
    problems: [],
  };
  for (const name of names) {
    const refuse: Refuse = (code, values = {}, suggestion = null) =>
      loading.problems.push({ code, file: null, line: null, column: null, frame: "", values, suggestion });
    const key = await visit(name, { from: null, chain: [], refuse }, loading);
    if (key !== null && !loading.asked.includes(key)) loading.asked.push(key);
  }
  if (loading.problems.length === 0) loading.problems.push(...clashes(loading.layers));
  if (loading.problems.length > 0) throw new PackError(loading.problems);
  return loading;
}

/** Loads a pack after all it extends; its key, or null where it cannot be loaded (and the reason is on record). */
async function visit(name: string, mention: Mention, loading: Loading): Promise<string | null> {
  const { chain, refuse } = mention;
  const key = keyOf(name, mention, loading.files.resolve);
  if (key === null) return null;
  if (chain.includes(key)) {
    refuse("extends-cycle", { packs: [...chain.slice(chain.indexOf(key)), key].join(" → ") });
    return null;
  }
  if (chain.length > MAX_DEPTH) {
    refuse("extends-depth", { max: MAX_DEPTH });
    return null;
  }
  if (loading.layers.has(key)) return key;
  if (loading.broken.has(key)) return null;
  const found = await textOf(name, key, loading);
  if (!found) {
    const names = isPath(name) ? [] : await loading.files.names();
    refuse(isPath(name) ? "no-file" : "unknown-pack", { pack: name, allowed: names.join(", ") }, closest(name, names));
    return null;
  }
  // Only what comes with gwlint is trusted to be validated already; a file that looks compiled is read as YAML.
  const compiled = !isPath(name) && found.text.startsWith(COMPILED);
  const layer = compiled
    ? await loadCompiled(JSON.parse(found.text) as Layer, key, mention, loading)
    : await loadYaml(found, key, !isPath(name), mention, loading);
  if (!layer) {
    loading.broken.add(key);
    return null;
  }
  loading.layers.set(key, layer);
  loading.closures.set(key, closureOf(layer.extends, key, loading));
  return key;
}

async function textOf(name: string, key: string, { files, form }: Loading): Promise<PackText | null> {
  if (!isPath(name)) return files.installed(name, form);
  const text = await files.read(key);
  return text === null ? null : { path: key, text };
}

async function loadCompiled(layer: Layer, key: string, mention: Mention, loading: Loading): Promise<Layer | null> {
  for (const name of layer.extends) {
    if ((await visit(name, { ...mention, chain: [...mention.chain, key] }, loading)) === null) return null;
  }
  return layer;
}

/** Only here are the YAML parser and the validator needed. */
async function loadYaml(
  found: PackText,
  key: string,
  shipped: boolean,
  mention: Mention,
  loading: Loading,
): Promise<Layer | null> {
  const { readPack } = await import("./read-pack.ts");
  const { kinds, files } = loading;
  const opened = readPack(found);
  loading.problems.push(...opened.problems);
  if (!opened.pack) return null;
  const { pack } = opened;
  const above: string[] = [];
  const asked = pack.head.extends === undefined ? [] : [pack.head.extends].flat();
  for (const [index, name] of asked.entries()) {
    const path = Array.isArray(pack.head.extends) ? ["extends", index] : ["extends"];
    const refuse: Refuse = (code, values = {}, suggestion = null) =>
      pack.findings.report({ code, path, values, suggestion });
    const parent = await visit(name, { from: found.path, chain: [...mention.chain, key], refuse }, loading);
    if (parent !== null) above.push(parent);
  }
  // Rules of a pack that is itself broken would be called unknown: its own mistakes come first.
  if (above.length < asked.length) {
    loading.problems.push(...inReadingOrder(pack.findings.problems));
    return null;
  }
  const compiled = await pack.compile({
    kinds,
    base: mergeLayers(closureOf(above, null, loading).map((one) => loading.layers.get(one)!)),
    lexicons: [...(await files.lexicons()), ...inherited(above, loading)],
    shipped,
    standard: shipped && STANDARD_PACKS.includes(key),
    resolve: (path) => files.resolve(found.path, path),
    findings: pack.findings,
  });
  loading.problems.push(...inReadingOrder(pack.findings.problems));
  if (pack.findings.problems.length > 0) return null;
  loading.sources.set(key, compiled);
  return { ...compiled.layer, extends: above };
}

function inReadingOrder(problems: readonly PackProblem[]): PackProblem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function closureOf(above: readonly string[], own: string | null, { closures }: Loading): string[] {
  return [...new Set([...above.flatMap((key) => closures.get(key) ?? []), ...(own === null ? [] : [own])])];
}

function inherited(above: readonly string[], loading: Loading): string[] {
  return closureOf(above, null, loading).flatMap((key) => Object.keys(loading.layers.get(key)!.lexicons));
}
