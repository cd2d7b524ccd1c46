import { describe, expect, it } from "vitest";
import { checkKinds } from "../../../src/check/registry.ts";
import { runRules } from "../../../src/check/run.ts";
import { rule } from "../document.ts";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const speechOf = (words: number) => `在推进会上的讲话\n\n${"一二三四五六七八九。".repeat(words / 10)}\n`;

describe("speech", () => {
  it("is broken where even the fastest reader needs longer, held where the slowest does not", async () => {
    // 30 minutes are 5,400 words at 180 a minute and 6,600 at 220.
    const verdict = async (words: number) => verdictOf(await draft(speechOf(words)), "speech", { max: 30 });
    expect((await verdict(5_300)).outcome).toBe("held");
    expect((await verdict(6_000)).outcome).toBe("not-checked");
    expect(hitsOf(await verdict(6_700))[0]?.values).toMatchObject({ max: 30, words: 6_700 });
  });

  it("takes the speaker's own speed", async () => {
    const speed = { slow: 250, usual: 260, fast: 270 };
    const verdict = await verdictOf(await draft(speechOf(6_700)), "speech", { max: 30, speed });
    expect(verdict.outcome).toBe("held");
  });
});

describe("share", () => {
  const text = (general: number, measures: number) =>
    `某某市工作方案\n\n一、总体要求\n\n${"坚持就近就便的原则。".repeat(general)}\n\n二、主要任务\n\n${"新建社区食堂二十个。".repeat(measures)}\n`;

  it("finds a body much of which is general, at the head", async () => {
    const document = await draft(text(60, 60));
    const hits = hitsOf(await verdictOf(document, "share", { heads: "总体要求", max: 0.4 }));
    expect(places(document, hits)).toEqual(["一"]);
    expect(hits[0]?.values?.share).toBe(50);
  });

  it("lets a short general part and a short document go", async () => {
    expect(hitsOf(await verdictOf(await draft(text(20, 80)), "share", { heads: "总体要求", max: 0.4 }))).toEqual([]);
    const short = await verdictOf(await draft(text(20, 20)), "share", { heads: "总体要求", max: 0.4 });
    expect(short.outcome).toBe("not-applicable");
  });
});

describe("density", () => {
  const run = async (text: string) => {
    const kind = checkKinds.find((one) => one.name === "density")!;
    const [verdict] = runRules(
      await draft(text),
      [rule({ check: "density", options: { lexicon: "empty", max: 5, least: 100 } })],
      {
        kinds: [kind],
        superiors: [],
        pattern: () => {
          throw new Error("no pattern");
        },
        lexicon: () => ["高度重视", "狠抓落实"],
      },
    );
    return hitsOf(verdict!);
  };

  it("counts phrases per thousand words", async () => {
    const [hit] = await run(`某某市工作方案\n\n${"要高度重视，狠抓落实。".repeat(20)}\n`);
    expect(hit?.values).toMatchObject({ count: 40, phrases: "高度重视（20）、狠抓落实（20）" });
  });

  it("leaves quoted ones out", async () => {
    expect(await run(`某某市工作方案\n\n${"不说“高度重视”“狠抓落实”。".repeat(20)}\n`)).toEqual([]);
  });
});

describe("quantity", () => {
  const PEOPLE = { pattern: "规模[^。；，]{0,6}?([0-9]+|[一二三四五六七八九十百]+)人", max: 300 };
  const notice = (text: string) => draft(`关于召开工作会议的通知\n\n${text}\n`);

  it("reads the number, Arabic or Chinese, against the cap", async () => {
    expect(hitsOf(await verdictOf(await notice("规模约420人。"), "quantity", PEOPLE))[0]?.values?.actual).toBe(420);
    expect(hitsOf(await verdictOf(await notice("规模四百人。"), "quantity", PEOPLE))[0]?.values?.actual).toBe(400);
    expect(hitsOf(await verdictOf(await notice("规模300人。"), "quantity", PEOPLE))).toEqual([]);
  });

  it("knows half a day", async () => {
    const options = { pattern: "会期(半|[一二两三0-9]+)天", max: 0.5 };
    expect(hitsOf(await verdictOf(await notice("会期半天。"), "quantity", options))).toEqual([]);
    expect(hitsOf(await verdictOf(await notice("会期一天。"), "quantity", options))).toHaveLength(1);
  });

  it("counts how often something is arranged, and is not applicable where nothing is stated", async () => {
    const options = { pattern: "讲话", max: 1, count: true };
    const document = await notice("一、副市长讲话。\n\n二、市长讲话。");
    expect(places(document, hitsOf(await verdictOf(document, "quantity", options)))).toEqual(["二"]);
    expect((await verdictOf(await notice("请准时参加。"), "quantity", PEOPLE)).outcome).toBe("not-applicable");
  });
});
