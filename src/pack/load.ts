import type { CheckKind } from "../model/check.ts";
import type { Pack } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import type { CompiledPack } from "./compile.ts";
import { PackError, type PackProblem, type PackProblemCode } from "./errors.ts";
import { COMPILED, type Layer, mergeLayers, toPacks } from "./layer.ts";

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
  kinds: readonly CheckKind[],
  files: PackFiles,
): Promise<Pack[]> {
  const loading = await load(names, kinds, files, "compiled");
  return toPacks(loading.asked, loading.closures, loading.layers);
}

/** The packs named as their authors see them, from YAML: what `rules test`, `rules explain` and the build work on. */
export async function loadSources(
  names: readonly string[],
  kinds: readonly CheckKind[],
  files: PackFiles,
): Promise<{ packs: Pack[]; sources: CompiledPack[] }> {
  const loading = await load(names, kinds, files, "source");
  const packs = toPacks(loading.asked, loading.closures, loading.layers);
  return { packs, sources: loading.asked.flatMap((key) => loading.sources.get(key) ?? []) };
}

interface Loading {
  kinds: readonly CheckKind[];
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
  kinds: readonly CheckKind[],
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

type Refuse = (code: PackProblemCode, values?: PackProblem["values"], suggestion?: string | null) => void;

/** Who names a pack: the file it stands in, the packs on the way there, and how to say that it is wrong. */
interface Mention {
  from: string | null;
  chain: readonly string[];
  refuse: Refuse;
}

/** Loads a pack after all it extends; its key, or null where it cannot be loaded (and the reason is on record). */
async function visit(name: string, mention: Mention, loading: Loading): Promise<string | null> {
  const { chain, refuse } = mention;
  const key = keyOf(name, mention, loading.files);
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

function keyOf(name: string, { from, refuse }: Mention, files: PackFiles): string | null {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name) || /^[\\/]{2}/.test(name)) {
    refuse("extends-url", { pack: name });
    return null;
  }
  if (!isPath(name)) return name;
  if (from !== null && /^([\\/]|[a-z]:)/i.test(name)) {
    refuse("extends-outside", { path: name });
    return null;
  }
  const path = files.resolve(from, name);
  if (path === null) refuse("extends-outside", { path: name });
  return path;
}

/** A path has a slash or the ending of a YAML file; a shipped pack is named by its bare name. */
function isPath(name: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(name);
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

/** Two packs that know nothing of each other may not use one name, nor one rule number: reports and exemptions go by them. */
function clashes(layers: ReadonlyMap<string, Layer>): PackProblem[] {
  const packs = new Map<string, string>();
  const rules = new Map<string, string>();
  const problems: PackProblem[] = [];
  const add = (code: PackProblemCode, file: string, values: PackProblem["values"]) =>
    problems.push({ code, file, line: null, column: null, frame: "", values, suggestion: null });
  for (const [key, layer] of layers) {
    if (packs.has(layer.name)) add("duplicate-pack", key, { pack: layer.name, other: packs.get(layer.name)! });
    packs.set(layer.name, key);
    for (const { id } of layer.rules) {
      if (rules.has(id)) add("duplicate-rule", key, { rule: id, pack: rules.get(id)! });
      rules.set(id, layer.name);
    }
  }
  return problems;
}
