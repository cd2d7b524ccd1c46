import type * as zod from "zod";
import type { Comparison } from "./comparison.ts";
import type { OfficialDocument, PartName } from "./document.ts";
import type { Outcome } from "./result.ts";

/** zod itself, handed in: a run on compiled packs never loads it (36 ms of a cold start). */
export type Zod = typeof zod.z;

/** A linear-time pattern (RE2 syntax) from a pack. */
export interface Pattern {
  /** Every match in `text`, left to right, not overlapping. */
  findAll(text: string): { start: number; end: number; groups: (string | undefined)[] }[];
  test(text: string): boolean;
}

/**
 * A superior document named with `--against`: read, or the sentence that says why it could not be. `alike` is one that was
 * found in an index by its words alone: what was copied from it is told, but its tasks are not the draft's.
 */
export type Superior = { name: string; document: OfficialDocument; alike?: true } | { name: string; problem: string };

/** What a check may look at besides the document and its options. */
export interface CheckContext {
  superiors: Superior[];
  /** Plans of the unit (`plans:` in gwlint.yaml): 发文计划, 会议计划 …, read like superiors. */
  plans: readonly Superior[];
  /** The comparison with superiors; there wherever one of them was read, so a kind that needs a superior has it. */
  comparison: Comparison | null;
  /** Compiles a pattern of a pack; the same text gives the same object. Only for those that the kind names in `patterns`. */
  pattern(source: string): Pattern;
  /** Entries of a lexicon under `rules/lexicon/`, by name. */
  lexicon(name: string): readonly string[];
  /** One value a document and key, computed at first use: counts and alignments that several rules need. */
  once<T>(key: string, compute: () => T): T;
}

/** What a pack may name under `check:`: metadata and the schema of its options. */
export interface RuleKind<Options = unknown> {
  name: string;
  title: { zh: string; en: string };
  /** One paragraph for the rule author: what it measures, what its message may use (`{actual}`, `{max}` …). */
  about: { zh: string; en: string };
  /** Names of the values its hits carry; a message that uses another is an error of the pack. */
  values: readonly string[];
  /** What it needs besides the draft; without it the rule is not checked and says how to give it. */
  needs?: readonly ("superior" | "layout")[];
  /** Its rules run over a whole archive and not on a single draft. */
  scope?: "archive";
  options(z: Zod): zod.ZodType<Options>;
  /** Every pattern its options name: compiled before the run, so that mistakes of a pack are found when it loads. */
  patterns?(options: Options): string[];
  /** Lexicons named in the options, so that an unknown one is found when the pack loads. */
  lexicons?(options: Options): string[];
}

/**
 * A check kind: metadata, option schema, pure function. It points at spans and returns values for the message;
 * it never computes a line, never formats a sentence, never looks at `when`.
 */
export interface CheckKind<Options = unknown> extends RuleKind<Options> {
  check(document: OfficialDocument, options: Options, context: CheckContext): Outcome;
}

/** Which part a rule measures: the annexed plan where a notice prints one, else the document. */
export function measuredPart(document: OfficialDocument): PartName {
  return document.parts.some((part) => part.name === "annex") ? "annex" : (document.parts[0]?.name ?? "document");
}
