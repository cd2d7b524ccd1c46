import { describe, expect, it } from "vitest";
import { openWorkbench } from "../src/bench/workbench.ts";
import { type Draft, lint } from "../src/lint.ts";
import type { DocumentResult } from "../src/model/result.ts";
import { openPacks } from "../src/node/packs.ts";

const draft = (name: string, text: string): Draft => ({
  name,
  declared: { over: {}, under: {} },
  superiors: [],
  open: async () => new TextEncoder().encode(text),
});

async function run(drafts: Draft[], broken: "reader" | "rule") {
  const bench = await openWorkbench(await openPacks(["gongwen"], "."), { language: "zh" });
  if (broken === "reader") {
    bench.declaredIn = (raw) => {
      if ("breaks" in raw) throw new Error("broken reader");
      return { facts: {}, problems: [] };
    };
  } else {
    bench.kinds = bench.kinds.map((kind) => ({
      ...kind,
      check: (document, options, context) => {
        if (kind.name === "element") throw new Error("broken rule");
        return kind.check(document, options, context);
      },
    }));
  }
  const results: DocumentResult[] = [];
  const summary = await lint(drafts, bench, (result) => void results.push(result));
  return { results, summary };
}

describe("a run", () => {
  it("goes on after a file that breaks the reader, which ends as crashed", async () => {
    const { results, summary } = await run(
      [draft("a.md", "---\nbreaks: 1\n---\n正文。"), draft("b.md", "正文。")],
      "reader",
    );
    expect(results.map(({ status }) => status)).toEqual(["crashed", "checked-findings"]);
    expect(results[0]!.problem!.message).toContain("broken reader");
    expect(summary).toMatchObject({ documents: 2, byStatus: { crashed: 1, "checked-findings": 1 } });
  });

  it("turns a rule that throws into a finding about the rule and calls the document checked in part", async () => {
    const { results } = await run([draft("a.md", "正文。")], "rule");
    expect(results[0]!.status).toBe("checked-partial");
    const crashed = results[0]!.findings.filter(({ message }) => message.includes("broken rule"));
    expect(crashed.length).toBeGreaterThan(0);
    expect(results[0]!.notChecked.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(crashed.map(({ rule }) => rule)),
    );
  });
});
