import type { PackProblem, PackProblemCode } from "./errors.ts";

/** Says that the name of a pack is wrong, at the place where it stands. */
export type Refuse = (code: PackProblemCode, values?: PackProblem["values"], suggestion?: string | null) => void;

/** Who names a pack: the file it stands in, the packs on the way there, and how to say that it is wrong. */
export interface Mention {
  from: string | null;
  chain: readonly string[];
  refuse: Refuse;
}

/**
 * What a pack is known by: a shipped pack by its name, a file by its path as `resolve` gives it. Null, and refused, for an
 * address in the network, a path out of the folders that may be read, and in `extends` an absolute path.
 */
export function keyOf(
  name: string,
  { from, refuse }: Mention,
  resolve: (from: string | null, path: string) => string | null,
): string | null {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name) || /^[\\/]{2}/.test(name)) {
    refuse("extends-url", { pack: name });
    return null;
  }
  if (!isPath(name)) return name;
  if (from !== null && /^([\\/]|[a-z]:)/i.test(name)) {
    refuse("extends-outside", { path: name });
    return null;
  }
  const path = resolve(from, name);
  if (path === null) refuse("extends-outside", { path: name });
  return path;
}

/** A path has a slash or the ending of a YAML file; a shipped pack is named by its bare name. */
export function isPath(name: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(name);
}
