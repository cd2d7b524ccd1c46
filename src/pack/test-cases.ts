import { checkFacts } from "./condition.ts";
import type { Path, Report } from "./errors.ts";
import type { RawTestCase, RawTests } from "./schema.ts";

/** One example of a pack, ready to be checked. Paths are as the file system of the loader resolved them. */
export interface TestCase {
  rule: string;
  expect: "valid" | "invalid";
  /** The draft: text, to be repeated so often, or a file; for a rule over an archive the documents it holds. */
  draft:
    | { text: string; repeat: number; format: "markdown" | "text"; title: string | null }
    | { file: string }
    | { documents: TestDocument[] };
  facts: Record<string, string | boolean | string[]>;
  against: ({ file: string } | { text: string; title: string | null })[];
  plans?: TestCase["against"];
  /** Places an invalid draft has to be reported at: `document`, a clause path, a line. Empty: anywhere. */
  at: (string | number)[];
  /** Where it stands in the pack. */
  place: { file: string; line: number; column: number };
}

/** A document of an archive that a rule is tried on. */
export interface TestDocument {
  title: string | null;
  text: string;
  number: string | null;
  facts: TestCase["facts"];
  times: number;
}

/** How test files are found: null where the path leads out of what may be read. */
export type ResolveFile = (path: string) => string | null;

/** `tests:` of a rule as cases. A case has either `text` or `file`. */
export function compileTests(
  rule: string,
  tests: RawTests | undefined,
  path: Path,
  around: { report: Report; resolve: ResolveFile; place: (path: Path) => TestCase["place"] },
): TestCase[] {
  if (!tests) return [];
  return (["valid", "invalid"] as const).flatMap((expect) =>
    tests[expect].flatMap((raw, index) => {
      const at = [...path, expect, index];
      const draft = compileDraft(raw, at, around);
      if (raw.facts) checkFacts(raw.facts, [...at, "facts"], around.report);
      if (!draft) return [];
      return [
        {
          rule,
          expect,
          draft,
          facts: raw.facts ?? {},
          against: compileAgainst(raw, "against", at, around),
          ...(raw.plans === undefined ? {} : { plans: compileAgainst(raw, "plans", at, around) }),
          at: raw.at === undefined ? [] : [raw.at].flat(),
          place: around.place(at),
        },
      ];
    }),
  );
}

function compileDraft(
  raw: RawTestCase,
  path: Path,
  { report, resolve }: { report: Report; resolve: ResolveFile },
): TestCase["draft"] | null {
  if ([raw.file, raw.text, raw.documents].filter((one) => one !== undefined).length !== 1) {
    report({ code: "test-without-text", path });
    return null;
  }
  if (raw.documents !== undefined) {
    for (const [index, { facts }] of raw.documents.entries()) {
      if (facts) checkFacts(facts, [...path, "documents", index, "facts"], report);
    }
    return { documents: raw.documents.map(compileDocument) };
  }
  if (raw.file !== undefined) {
    const file = resolve(raw.file);
    if (file === null) report({ code: "extends-outside", path: [...path, "file"], values: { path: raw.file } });
    return file === null ? null : { file };
  }
  return { text: raw.text!, repeat: raw.repeat ?? 1, format: raw.format ?? "markdown", title: raw.title ?? null };
}

function compileDocument({
  title,
  text,
  number,
  facts,
  times,
}: NonNullable<RawTestCase["documents"]>[number]): TestDocument {
  return { title: title ?? null, text: text ?? "", number: number ?? null, facts: facts ?? {}, times: times ?? 1 };
}

function compileAgainst(
  raw: RawTestCase,
  key: "against" | "plans",
  path: Path,
  { report, resolve }: { report: Report; resolve: ResolveFile },
): TestCase["against"] {
  return [raw[key] ?? []].flat().flatMap((one): TestCase["against"] => {
    if ("text" in one) return [{ text: one.text, title: one.title ?? null }];
    const file = resolve(one.file);
    if (file === null) report({ code: "extends-outside", path: [...path, key], values: { path: one.file } });
    return file === null ? [] : [{ file }];
  });
}
