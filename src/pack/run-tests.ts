import type { TestCase } from "./test-cases.ts";

/** What checking one example gave, as a `DocumentResult` has it. Only the tested rule needs to have run. */
export interface CheckedCase {
  findings: readonly TestFinding[];
  notChecked: readonly { rule: string; reason: string }[];
  /** Why the example itself could not be read. */
  problem: { message: string } | null;
}

export interface TestFinding {
  rule: string;
  line: number | null;
  paragraph: number | null;
  clause: string | null;
}

/**
 * `noisy`: a valid example was reported. `missing`: an invalid one was not, or not at a place it names. `undecided`: the
 * rule could not be checked, so the example shows nothing. `unread`: the example could not be read.
 */
export type TestFailureKind = "noisy" | "missing" | "undecided" | "unread";

export interface TestFailure {
  kind: TestFailureKind;
  test: TestCase;
  /** Places the rule was reported at: `document`, a clause path or a line. */
  found: string[];
  /** Places of `at` that nothing was reported at. */
  expected: string[];
  /** Why it is undecided or unread, in the language of the run. */
  reason: string;
}

export interface TestReport {
  passed: number;
  failures: TestFailure[];
  /** Rules without a single example. */
  untested: string[];
}

/** Runs the examples of packs one after another; `check` reads the draft and runs the rule on it. */
export async function runPackTests(
  tests: readonly TestCase[],
  rules: readonly { id: string }[],
  check: (test: TestCase) => Promise<CheckedCase>,
): Promise<TestReport> {
  const failures: TestFailure[] = [];
  for (const test of tests) {
    const failure = judge(test, await check(test));
    if (failure) failures.push(failure);
  }
  const tested = new Set(tests.map(({ rule }) => rule));
  const untested = rules.flatMap(({ id }) => (tested.has(id) ? [] : [id]));
  return { passed: tests.length - failures.length, failures, untested };
}

function judge(test: TestCase, checked: CheckedCase): TestFailure | null {
  const hits = checked.findings.filter(({ rule }) => rule === test.rule);
  const found = [...new Set(hits.map(placeName))];
  const fail = (kind: TestFailureKind, reason = "", expected: string[] = []): TestFailure => ({
    kind,
    test,
    found,
    expected,
    reason,
  });
  if (checked.problem) return fail("unread", checked.problem.message);
  const open = checked.notChecked.find(({ rule }) => rule === test.rule);
  if (open) return fail("undecided", open.reason);
  if (test.expect === "valid") return hits.length === 0 ? null : fail("noisy");
  const expected = test.at.map(String).filter((place) => !hits.some((hit) => standsAt(hit, place)));
  return hits.length === 0 || expected.length > 0 ? fail("missing", "", expected) : null;
}

function placeName({ clause, line, paragraph }: TestFinding): string {
  return clause ?? String(line ?? paragraph ?? "document");
}

/** `document` is a finding without a place; a number is a line (in docx a paragraph); all else the path of a clause. */
function standsAt({ clause, line, paragraph }: TestFinding, place: string): boolean {
  if (place === "document") return line === null && paragraph === null;
  return clause === place || String(line) === place || (line === null && String(paragraph) === place);
}
