import { describe, expect, it } from "vitest";
import { runRules } from "../../src/check/run.ts";
import { comparison } from "../../src/compare/comparison.ts";
import { say } from "../../src/language/say.ts";
import type { CheckKind, Superior } from "../../src/model/check.ts";
import type { FactValues } from "../../src/model/facts.ts";
import { DEPLOYMENTS } from "../../src/model/facts.ts";
import type { Outcome, Verdict } from "../../src/model/result.ts";
import type { Rule } from "../../src/model/rule.ts";
import { plainDocument, rule } from "./document.ts";

const broken: Outcome = { hits: [{ span: { block: 0, start: 0, end: 2 }, values: { actual: 3 } }] };
const held: Outcome = { hits: [] };

function kindGiving(outcome: Outcome | (() => Outcome), more: Partial<CheckKind> = {}): CheckKind {
  return {
    name: "mock",
    title: { zh: "试", en: "mock" },
    about: { zh: "", en: "" },
    values: [],
    options: (z) => z.unknown(),
    check: typeof outcome === "function" ? outcome : () => outcome,
    ...more,
  };
}

function verdictOf(
  outcome: Outcome | (() => Outcome),
  changes: Partial<Rule> = {},
  facts: Partial<FactValues> = {},
  more: Partial<CheckKind> = {},
  superiors: Superior[] = [],
): Verdict {
  const resources = {
    kinds: [kindGiving(outcome, more)],
    superiors,
    comparison,
    pattern: () => {
      throw new Error("no pattern asked for");
    },
    lexicon: () => [],
  };
  return runRules(plainDocument(["正文一段。"], facts), [rule(changes)], resources)[0]!;
}

const forTasks = { when: { deployment: { in: ["special", "task"], not: false } } };

describe("a rule whose facts are known", () => {
  it("is held or broken as the check says", () => {
    expect(verdictOf(held, forTasks, { deployment: "task" }).outcome).toBe("held");
    expect(verdictOf(broken, forTasks, { deployment: "task" })).toMatchObject({ outcome: "broken", hits: broken.hits });
  });

  it("is not applicable where a fact excludes it, and names the fact", () => {
    const verdict = verdictOf(broken, forTasks, { deployment: "plan" });
    expect(verdict).toMatchObject({
      outcome: "not-applicable",
      because: { key: "check.fact-excludes", values: { fact: "deployment", value: "plan", wanted: "special、task" } },
    });
  });

  it("is turned round by not", () => {
    const notPlan = { when: { deployment: { in: ["plan"], not: true } } };
    expect(verdictOf(broken, notPlan, { deployment: "plan" }).outcome).toBe("not-applicable");
    expect(verdictOf(broken, notPlan, { deployment: "task" }).outcome).toBe("broken");
  });

  it("concerns a list of which one entry is named", () => {
    const cosigned = { when: { reviews: { in: ["会签"], not: false } } };
    expect(verdictOf(broken, cosigned, { reviews: ["风险评估", "会签"] }).outcome).toBe("broken");
    expect(verdictOf(broken, cosigned, { reviews: ["风险评估"] }).outcome).toBe("not-applicable");
  });

  it("is not applicable outside its period", () => {
    const in2019 = { period: { from: "2019-01-01", to: "2019-12-31" } };
    expect(verdictOf(broken, in2019, { issuedOn: "2019-06-03" }).outcome).toBe("broken");
    expect(verdictOf(broken, in2019, { issuedOn: "2020-01-01" })).toMatchObject({
      outcome: "not-applicable",
      because: { key: "check.outside-period" },
    });
    expect(verdictOf(broken, in2019)).toMatchObject({ outcome: "not-checked", why: { values: { facts: "issuedOn" } } });
  });

  it("takes a text without a date for a draft of today, in a period without an end", () => {
    const since2024 = { period: { from: "2024-08-06", to: null } };
    expect(verdictOf(broken, since2024).outcome).toBe("broken");
    expect(verdictOf(broken, since2024, { issuedOn: "2021-06-03" }).outcome).toBe("not-applicable");
  });
});

describe("a rule whose facts are unknown", () => {
  it("is held where the check finds nothing, and says that the fact does not matter", () => {
    expect(verdictOf(held, forTasks)).toMatchObject({
      outcome: "held",
      note: { key: "check.held-either-way", values: { facts: "deployment" } },
    });
  });

  it("is not checked where it would be broken, and tells what to declare", () => {
    const verdict = verdictOf(broken, forTasks);
    expect(verdict.outcome).toBe("not-checked");
    if (verdict.outcome !== "not-checked") return;
    const remedy = say("zh", verdict.why.remedy, verdict.why.values);
    expect(remedy).toContain("deployment=plan|comprehensive|domain|special|task");
    expect(say("zh", verdict.why.reason, verdict.why.values)).toContain("deployment");
  });

  it("is decided by one fact that excludes it, whatever else is unknown", () => {
    const when = { ...forTasks.when, policyDocument: { in: [true], not: false } };
    expect(verdictOf(broken, { when }, { policyDocument: false }).outcome).toBe("not-applicable");
  });

  it("needs no fact where every value satisfies the condition", () => {
    const any = {
      when: { deployment: { in: [...DEPLOYMENTS], not: false }, policyDocument: { in: [true, false], not: false } },
    };
    const verdict = verdictOf(broken, any);
    expect(verdict.outcome).toBe("broken");
    expect(verdict).not.toHaveProperty("hits.0.assumption");
  });

  it("reports at most a hint with if-unknown: info", () => {
    const hits = [{ span: null, atLeast: "error" as const }];
    expect(verdictOf({ hits }, { ...forTasks, ifUnknown: "info" })).toEqual({
      rule: rule({ ...forTasks, ifUnknown: "info" }),
      outcome: "broken",
      hits: [
        {
          span: null,
          atMost: "info",
          assumption: {
            key: "check.assumed",
            values: { facts: "deployment", declare: `deployment=${DEPLOYMENTS.join("|")}` },
          },
        },
      ],
    });
  });

  it("reports in full with if-unknown: apply, naming the assumption", () => {
    const verdict = verdictOf(broken, { ...forTasks, ifUnknown: "apply" });
    expect(verdict).toMatchObject({
      outcome: "broken",
      hits: [{ assumption: { key: "check.assumed" }, values: { actual: 3 } }],
    });
    expect(verdict).not.toHaveProperty("hits.0.atMost");
  });
});

describe("what a check needs", () => {
  const needs = { needs: ["superior"] as const };

  it("is asked for by the option that gives it", () => {
    const verdict = verdictOf(broken, {}, {}, needs);
    expect(verdict).toMatchObject({ outcome: "not-checked", why: { reason: "check.no-superior" } });
    expect(say("zh", "check.no-superior.remedy")).toContain("--against");
  });

  it("names the superior that could not be read", () => {
    const verdict = verdictOf(broken, {}, {}, needs, [{ name: "上级.docx", problem: "有密码" }]);
    expect(verdict).toMatchObject({
      outcome: "not-checked",
      why: { reason: "check.superior-unread", values: { name: "上级.docx", problem: "有密码" } },
    });
  });

  it("is enough with one superior that was read", () => {
    const superiors = [
      { name: "a", problem: "有密码" },
      { name: "b", document: plainDocument(["上级。"]) },
    ];
    expect(verdictOf(broken, {}, {}, needs, superiors).outcome).toBe("broken");
  });

  it("is page layout, which a text file does not have", () => {
    expect(verdictOf(broken, {}, {}, { needs: ["layout"] })).toMatchObject({
      outcome: "not-checked",
      why: { reason: "check.no-layout" },
    });
  });
});

describe("a check that goes wrong", () => {
  const throws = (): Outcome => {
    throw new TypeError("坏了");
  };

  it("crashes its own rule and no other", () => {
    const kinds = [kindGiving(throws), kindGiving(broken, { name: "sound" })];
    const rules = [rule(), rule({ id: "R-2", check: "sound" }), rule({ id: "R-3", check: "gone" })];
    const resources = {
      kinds,
      superiors: [],
      pattern: () => ({ findAll: () => [], test: () => false }),
      lexicon: () => [],
    };
    const verdicts = runRules(plainDocument(["正文一段。"]), rules, resources);
    expect(verdicts.map((verdict) => verdict.outcome)).toEqual(["crashed", "broken", "crashed"]);
    expect(verdicts[0]).toMatchObject({ error: "TypeError: 坏了" });
    expect(verdicts[2]).toMatchObject({ error: expect.stringContaining("gone") });
  });

  it("is caught when it points outside the document", () => {
    const outside = { hits: [{ span: { block: 0, start: 0, end: 99 } }] };
    expect(verdictOf(outside)).toMatchObject({ outcome: "crashed", error: expect.stringContaining("0:0–99") });
    expect(verdictOf({ hits: [{ span: { block: 7, start: 0, end: 0 } }] }).outcome).toBe("crashed");
  });
});

it("computes a shared value once a document", () => {
  let computed = 0;
  const kind: CheckKind = {
    ...kindGiving(held),
    check: (_document, _options, context) => {
      context.once("length", () => ++computed);
      return held;
    },
  };
  const resources = {
    kinds: [kind],
    superiors: [],
    pattern: () => ({ findAll: () => [], test: () => false }),
    lexicon: () => [],
  };
  runRules(plainDocument(["一"]), [rule(), rule({ id: "R-2" })], resources);
  expect(computed).toBe(1);
  runRules(plainDocument(["二"]), [rule()], resources);
  expect(computed).toBe(2);
});

it("hands on why the check itself could not decide", () => {
  const why = { reason: "check.x", remedy: "check.y", values: {} };
  expect(verdictOf({ notChecked: why }, forTasks)).toMatchObject({ outcome: "not-checked", why });
  expect(verdictOf({ notApplicable: { because: "check.z", values: { a: 1 } } })).toMatchObject({
    outcome: "not-applicable",
    because: { key: "check.z", values: { a: 1 } },
  });
});
