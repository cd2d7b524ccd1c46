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

describe("what is said of measures", () => {
  const told = async (title: string, ...body: string[]) => {
    const bench = await openWorkbench(await openPacks(["gongwen"], "."), { language: "zh" });
    const results: DocumentResult[] = [];
    await lint([draft("a.txt", [title, ...body].join("\n"))], bench, (result) => void results.push(result));
    return results[0]!.responsibility;
  };

  it("is how many a plan has and in how many somebody is named", async () => {
    expect(
      await told(
        "某某市优化营商环境工作方案",
        "一、压缩办理时限，企业开办一天内办结。（市市场监管局负责）",
        "二、推行告知承诺，对首批三十个事项先行试点。（市司法局牵头）",
        "三、开展惠企政策宣传，每季度组织一次进企业活动。",
      ),
    ).toEqual({ measures: 3, clear: 2, vague: 0 });
  });

  it("is nothing of a statute, whose articles lay down rules", async () => {
    expect(
      await told(
        "某某市养犬管理条例",
        "第一条　为了规范养犬行为，制定本条例。",
        "第二条　公安机关应当建立养犬登记系统。",
        "第三条　养犬人应当每年为犬只接种疫苗。",
      ),
    ).toBeNull();
  });
});

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
