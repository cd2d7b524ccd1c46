import type { Values } from "../language/say.ts";

/** Every mistake in what a pack says; `pack.<code>` is its sentence in the catalogue. */
export type PackProblemCode =
  | "missing-key"
  | "split-text"
  | "unknown-kind"
  | "unknown-fact"
  | "unknown-fact-value"
  | "unknown-lexicon"
  | "unknown-source"
  | "unknown-strength"
  | "unknown-rule"
  | "unknown-pack"
  | "unknown-value"
  | "no-basis"
  | "two-bases"
  | "practice-strength"
  | "bad-pattern"
  | "pattern-too-long"
  | "severity-missing"
  | "strength-against-severity"
  | "unverified"
  | "untested"
  | "test-without-text"
  | "duplicate-rule"
  | "duplicate-pack"
  | "too-many-rules"
  | "replaces-stricter"
  | "extends-url"
  | "extends-cycle"
  | "extends-depth"
  | "extends-outside"
  | "no-file";

/** Mistakes collected a file: a frame costs a pass over the text, and nobody mends more at a time. */
export const MAX_PROBLEMS = 200;

export type Path = readonly (string | number)[];

/** One mistake: where it stands, the values of its sentence, and the name that was probably meant. */
export interface PackProblem {
  /** A mistake in the YAML itself (syntax, an unknown key, a wrong type) keeps the key of its sentence. */
  code: PackProblemCode | `yaml.${string}`;
  /** Null where the name came from the command line or the configuration. */
  file: string | null;
  /** 1-based; null where it concerns the whole file. */
  line: number | null;
  column: number | null;
  frame: string;
  values: Values;
  suggestion: string | null;
}

/** Thrown by the loader: all mistakes of the packs in one go. The CLI ends with exit code 2. */
export class PackError extends Error {
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[]) {
    super(problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`).join("\n"));
    this.name = "PackError";
    this.problems = problems;
  }
}

/** Hands one mistake to whoever collects them. `path` leads into the YAML; `fragment` is the part of the string meant. */
export type Report = (mistake: {
  code: PackProblemCode;
  path: Path;
  on?: "key" | "value";
  fragment?: string;
  values?: Values;
  suggestion?: string | null;
}) => void;
