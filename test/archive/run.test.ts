import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { archivePlan } from "../../src/archive/plan.ts";
import { archiveKinds } from "../../src/archive/registry.ts";
import { runArchive } from "../../src/archive/run.ts";
import { type ArchiveStore, memoryStore } from "../../src/archive/store.ts";
import { declaredIn } from "../../src/bench/declared.ts";
import { openSuperior } from "../../src/lint.ts";
import type { ArchiveDocument, ArchivePlan, Matter } from "../../src/model/archive.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { Rule } from "../../src/model/rule.ts";
import { diskStore } from "../../src/node/archive-store.ts";
import { lineSorter } from "../../src/node/sort-lines.ts";
import { filed, ruleOf, sketched } from "./documents.ts";

const folder = mkdtempSync(join(tmpdir(), "gwlint-archive-"));
afterAll(() => rmSync(folder, { recursive: true }));

const rule = (check: string, options: Record<string, unknown> = {}, more: Partial<Rule> = {}) => {
  const kind = archiveKinds.find(({ name }) => name === check)!;
  return ruleOf(check, kind.options(z).parse(options) as Record<string, unknown>, more);
};

const run = (
  documents: readonly ArchiveDocument[],
  rules: readonly Rule[],
  store: ArchiveStore = memoryStore(),
  plans: readonly ArchivePlan[] = [],
) =>
  runArchive(documents, rules, {
    plans,
    kinds: archiveKinds,
    store,
    pattern: (source) => ({ test: (text) => new RegExp(source).test(text), findAll: () => [] }),
  });

const judge = async (documents: readonly ArchiveDocument[], one: Rule) => (await run(documents, [one]))[0]!;
const times = (count: number, of: (i: number) => ArchiveDocument) => Array.from({ length: count }, (_, i) => of(i));
const year = (of: number, count: number, facts: Parameters<typeof filed>[0] = {}) =>
  times(count, () => filed({ issuedOn: `${of}-03-04`, ...facts }));
const plan = (title: string, entries: string[], more: Partial<ArchivePlan> = {}): ArchivePlan => ({
  name: `${title}.docx`,
  words: title,
  unit: "",
  year: 2026,
  entries,
  ...more,
});
const PERIOD = { period: { from: "2019-01-01", to: "2019-12-31" } };

describe("yearly-plan", () => {
  const planned = rule("yearly-plan", { plan: "发文计划" });
  const about = (subject: string, facts: Parameters<typeof filed>[0] = {}) =>
    filed({ issuedOn: "2026-05-06", title: `某某市教育局关于印发${subject}的通知`, ...facts });
  const judged = async (documents: readonly ArchiveDocument[], plans: readonly ArchivePlan[], one = planned) =>
    (await run(documents, [one], memoryStore(), plans))[0]!;
  const entries = ["学校安全工作方案", "教师培训三年行动计划", "校园足球实施意见"];

  it("counts what stands in the plan, what does not, and what was not issued", async () => {
    const documents = [about("《学校安全工作方案》"), about("助学贷款管理办法"), about("食堂卫生检查要点")];
    const broken = await judged(documents, [plan("2026年发文计划", entries)]);
    expect(broken).toMatchObject({
      outcome: "broken",
      broken: 1,
      hits: [{ issuer: "某某市教育局", year: 2026, total: 2 }],
    });
    expect(broken.hits[0]!.values).toMatchObject({ planned: 3, actual: 3, listed: 1, unlisted: 2, left: 2 });
    expect(broken.hits[0]!.values["names"]).toBe("教师培训三年行动计划、校园足球实施意见");
    expect(broken.hits[0]!.documents.map(({ title }) => title)).toEqual([
      "某某市教育局关于印发助学贷款管理办法的通知",
      "某某市教育局关于印发食堂卫生检查要点的通知",
    ]);
    const most = rule("yearly-plan", { plan: "发文计划", most: 2 });
    expect((await judged(documents, [plan("2026年发文计划", entries)], most)).outcome).toBe("held");
  });

  it("takes the plan of the year and of the unit, and several together", async () => {
    const documents = [about("学校安全工作方案")];
    const of = (more: Partial<ArchivePlan>) => [plan("发文计划", entries, more)];
    for (const more of [{ unit: "某某市" }, { unit: "某某市教育局" }, { unit: "中共某某市委教育工委、某某市教育局" }])
      expect((await judged(documents, of(more))).outcome).toBe("held");
    for (const more of [{ unit: "某某县" }, { unit: "某某市水利局" }, { year: 2025 }, { year: null }])
      expect(await judged(documents, of(more))).toMatchObject({
        outcome: "not-checked",
        undecided: [{ issuer: "某某市教育局", year: 2026, reason: "archive.no-plan-of" }],
      });
    const two = [plan("上半年发文计划", ["校园足球"]), plan("下半年发文计划", entries)];
    expect((await judged(documents, two)).outcome).toBe("held");
  });

  it("is not checked without any plan, with one that cannot be read, and where 文号 are missing", async () => {
    const documents = [about("学校安全工作方案")];
    expect(await judged(documents, [plan("会议计划", entries)])).toMatchObject({
      outcome: "not-checked",
      undecided: [{ issuer: null, year: null, reason: "archive.no-plan" }],
    });
    expect(await judged(documents, [plan("发文计划", [], { year: null, problem: "坏了" })])).toMatchObject({
      undecided: [{ reason: "archive.plan-unread", values: { problem: "坏了" } }],
    });
    const numbered = [1, 3].map((serial) =>
      about("学校安全工作方案", { number: { code: "某教发", year: 2026, serial }, path: `${serial}.md` }),
    );
    expect((await judged(numbered, [plan("发文计划", entries)])).undecided[0]!.reason).toBe("archive.gaps-limit");
    expect((await judged([], [plan("发文计划", entries)])).outcome).toBe("not-applicable");
  });

  it("reads year, unit and matters out of a plan, be it a list or a table", async () => {
    const read = async (name: string, text: string) => {
      const open = async () => new TextEncoder().encode(text);
      const draft = { name, declared: { over: {}, under: {} }, superiors: [], open };
      const bench = { limits: DEFAULT_LIMITS, declaredIn, language: "zh" } as const;
      return archivePlan(await openSuperior(draft, bench));
    };
    const table =
      "| 序号 | 文件名称 | 时间 |\n| - | - | - |\n| 1 | 学校安全工作方案 | 二季度前 |\n| 2 | 校园足球实施意见 | 三季度前 |\n";
    expect(await read("计划.md", `# 某某市教育局2026年度发文计划\n\n${table}`)).toMatchObject({
      unit: "某某市教育局",
      year: 2026,
      entries: ["学校安全工作方案", "校园足球实施意见"],
    });
    expect(await read("计划.md", "# 二〇二六年发文计划\n\n1. 学校安全工作方案\n2. 校园足球实施意见\n")).toMatchObject({
      unit: "",
      year: 2026,
      entries: ["学校安全工作方案", "校园足球实施意见"],
    });
    expect(await read("某某县2025年会议计划.txt", "会议计划\n\n全县教育工作会议\n")).toMatchObject({
      unit: "某某县",
      year: 2025,
      entries: ["全县教育工作会议"],
    });
    expect(await read("2026年发文计划.docx", "no zip")).toMatchObject({ year: 2026, entries: [] });
    expect((await read("2026年发文计划.docx", "no zip")).problem).toBeTruthy();
  });
});

describe("yearly-quota", () => {
  const quota = rule("yearly-quota", { reduce: 0.3 }, PERIOD);

  it("is broken one document above what is left, held at it", async () => {
    const broken = await judge([...year(2018, 10), ...year(2019, 8)], quota);
    expect(broken).toMatchObject({ outcome: "broken", hits: [{ issuer: "某某市教育局", year: 2019, total: 8 }] });
    expect(broken.hits[0]!.values).toMatchObject({ actual: 8, before: 10, most: 7, reduced: 20, reduce: 30 });
    expect(await judge([...year(2018, 10), ...year(2019, 7)], quota)).toMatchObject({ outcome: "held", held: 1 });
  });

  it("judges each issuer on its own, or all together", async () => {
    const other = { issuer: "某某市水利局" };
    const documents = [...year(2018, 10), ...year(2019, 9), ...year(2018, 10, other), ...year(2019, 3, other)];
    expect(await judge(documents, quota)).toMatchObject({ broken: 1, held: 1 });
    expect((await judge(documents, rule("yearly-quota", { reduce: 0.3, per: "all" }, PERIOD))).outcome).toBe("held");
  });

  it("is not applicable where the year is another, unless the unit sets its own", async () => {
    const documents = [...year(2025, 4), ...year(2026, 4)];
    expect(await judge(documents, quota)).toMatchObject({
      outcome: "not-applicable",
      notApplicable: { key: "archive.no-documents-of-year" },
    });
    const own = rule("yearly-quota", { reduce: 0.2, year: 2026, base: 2025 }, PERIOD);
    expect((await judge(documents, own)).outcome).toBe("broken");
    expect((await judge(documents, rule("yearly-quota", { reduce: 0.2 }))).notApplicable).toEqual({
      key: "archive.no-year",
    });
  });

  it("is not checked without the base year, unless its number is given", async () => {
    expect(await judge(year(2019, 4), quota)).toMatchObject({
      outcome: "not-checked",
      undecided: [{ reason: "archive.no-base" }],
    });
    expect((await judge(year(2019, 4), rule("yearly-quota", { reduce: 0.3, before: 6 }, PERIOD))).outcome).toBe("held");
  });

  it("is not checked where 文号 are missing, unless too many are there already", async () => {
    const numbered = (of: number, serials: number[]) =>
      serials.map((serial) => filed({ issuedOn: `${of}-03-04`, number: { code: "某教发", year: of, serial } }));
    const base = numbered(2018, [1, 2, 3, 4]);
    const gap = await judge([...base, ...numbered(2019, [1, 3])], quota);
    expect(gap).toMatchObject({
      outcome: "not-checked",
      undecided: [{ reason: "archive.gaps", values: { gaps: "某教发〔2019〕2号" } }],
    });
    expect((await judge([...base, ...numbered(2019, [1, 2, 4])], quota)).outcome).toBe("broken");
    expect((await judge([...numbered(2018, [1, 3]), ...numbered(2019, [1, 2])], quota)).outcome).toBe("not-checked");
    const sure = rule("yearly-quota", { reduce: 0.3, complete: true }, PERIOD);
    expect((await judge([...base, ...numbered(2019, [1, 3])], sure)).outcome).toBe("held");
  });

  it("says how many documents could not be counted", async () => {
    const documents = [...year(2018, 4), ...year(2019, 2), filed({ issuer: null }), filed({ issuedOn: null })];
    expect((await judge(documents, quota)).uncounted).toEqual({ issuer: 1, issuedOn: 1 });
    const meetings = rule("yearly-quota", { reduce: 0.3, of: "meeting" }, PERIOD);
    expect(
      await judge(
        times(3, () => filed({ matters: null })),
        meetings,
      ),
    ).toMatchObject({ outcome: "not-checked", uncounted: { title: 3 } });
  });

  it("counts a document kept twice once", async () => {
    const twice = { number: { code: "某教发", year: 2019, serial: 1 } };
    const documents = [...year(2018, 2), ...year(2019, 2, twice), ...year(2019, 2, { sha256: "same" })];
    expect((await judge(documents, rule("yearly-quota", { reduce: 0 }, PERIOD))).outcome).toBe("held");
  });
});

describe("repeat", () => {
  const repeat = rule("repeat");
  const first = { sketch: sketched(1), issuedOn: "2019-03-04", title: "某某市教育局关于做好助学工作的通知" };
  const again = { ...first, issuedOn: "2019-08-04", title: "某某市教育局关于切实做好助学工作的通知" };

  it("finds what stands in an earlier document that is still in force", async () => {
    const verdict = await judge(
      [filed(again), filed(first), filed({ sketch: sketched(2), title: "某某市教育局关于教研活动的通知" })],
      repeat,
    );
    expect(verdict).toMatchObject({ outcome: "broken", broken: 1, held: 2 });
    expect(verdict.hits[0]).toMatchObject({
      values: { share: 100, date: "2019-03-04" },
      documents: [{ title: again.title }, { title: first.title }],
      note: { key: "archive.assumed-in-force" },
    });
  });

  it.each([
    ["another issuer", [first, { ...again, issuer: "某某市水利局" }]],
    ["other words", [first, { ...again, sketch: sketched(3) }]],
    ["another subject", [first, { ...again, title: "某某市教育局关于校园安全的通知" }]],
    ["no longer in force", [{ ...first, inForceUntil: "2019-06-30" }, again]],
    ["long ago", [{ ...first, issuedOn: "2009-03-04" }, again]],
    ["a revision", [first, { ...again, revises: true }]],
    [
      "repealed in between",
      [
        first,
        {
          repeals: [first.title],
          issuedOn: "2019-05-05",
          sketch: sketched(4),
          title: "某某市教育局关于废止文件的决定",
        },
        again,
      ],
    ],
    [
      "a yearly series",
      [
        { ...first, title: "2018年助学工作计划" },
        { ...again, title: "2019年助学工作计划" },
      ],
    ],
    ["a copy", [first, first]],
  ])("lets go: %s", async (_, documents) => {
    expect((await judge(documents.map(filed), repeat)).outcome).toBe("held");
  });
});

describe("other kinds", () => {
  const meeting = (title: string, issuedOn: string, more: Parameters<typeof filed>[0] = {}) =>
    filed({ title, issuedOn, matters: ["meeting"], ...more });

  it("yearly-limit counts kinds of bulletin, or documents of one subject", async () => {
    const bulletins = ["甲简报", "乙简报", "甲简报"].map((series) => filed({ kind: "简报", series }));
    const one = rule("yearly-limit", { of: "bulletin", distinct: "series", most: 1 });
    expect((await judge(bulletins, one)).hits[0]!.values).toMatchObject({
      actual: 2,
      names: "乙简报、甲简报",
      year: 2019,
    });
    expect((await judge([bulletins[0]!, bulletins[2]!], one)).outcome).toBe("held");
    const assessments = ["关于开展助学工作考核的通知", "关于组织助学工作考核的通知", "关于开展校园安全考核的通知"];
    const matter = rule("yearly-limit", { of: "assessment", distinct: "matter", most: 1 });
    const verdict = await judge(
      assessments.map((title) => filed({ title, matters: ["assessment"] })),
      matter,
    );
    expect(verdict).toMatchObject({ broken: 1, hits: [{ total: 2 }] });
  });

  it("yearly-share measures a part of the whole", async () => {
    const documents = [
      ...times(3, () => filed({ matters: ["inspection"] })),
      ...times(2, () => filed({ matters: ["inspection", "covert"] })),
    ];
    const share = (min: number) => rule("yearly-share", { of: "inspection", part: ["covert"], min });
    expect((await judge(documents, share(0.6))).hits[0]!.values).toMatchObject({
      actual: 5,
      part: 2,
      share: 40,
      min: 60,
    });
    expect((await judge(documents, share(0.4))).outcome).toBe("held");
  });

  it("twice finds a meeting and a document on one matter, within the days", async () => {
    const documents = (later: string) => [
      meeting("关于召开全市助学工作会议的通知", "2019-03-04"),
      filed({ title: "关于做好助学工作的通知", issuedOn: later }),
    ];
    expect((await judge(documents("2019-03-20"), rule("twice", { first: "meeting" }))).hits[0]!.values).toMatchObject({
      days: 16,
    });
    expect((await judge(documents("2019-05-20"), rule("twice", { first: "meeting" }))).outcome).toBe("held");
    expect((await judge(documents("2019-03-20"), rule("twice", { first: "document" }))).outcome).toBe("held");
  });

  it("merged-meetings wants mostly the same people", async () => {
    const two = (audience: number[]) => [
      meeting("关于召开助学工作会议的通知", "2019-03-04", { audience: [1, 2, 3, 4] }),
      meeting("关于召开校园安全会议的通知", "2019-03-06", { audience }),
    ];
    expect((await judge(two([1, 2, 3, 4]), rule("merged-meetings"))).outcome).toBe("broken");
    expect((await judge(two([5, 6, 7, 8]), rule("merged-meetings"))).outcome).toBe("held");
  });

  it("echo finds the meeting below a superior's", async () => {
    const above = meeting("省教育厅关于召开全省助学工作会议的通知", "2019-03-04", {
      issuer: "某某省教育厅",
      issuerLevel: "province",
    });
    const below = (title: string) => meeting(title, "2019-03-14");
    expect((await judge([below("关于召开全市助学工作会议的通知"), above], rule("echo"))).hits[0]!.values).toMatchObject(
      { superior: "某某省教育厅", days: 10 },
    );
    expect((await judge([below("关于召开全市校园安全会议的通知"), above], rule("echo"))).outcome).toBe("held");
  });

  it("promptness counts working days, and is not checked where nobody told the day of receipt", async () => {
    const prompt = rule("promptness", { days: 2 });
    const late = filed({ receivedOn: "2026-03-05", issuedOn: "2026-03-10" });
    expect((await judge([late], prompt)).hits[0]!.values).toMatchObject({ actual: 3 });
    expect((await judge([filed({ receivedOn: "2026-03-06", issuedOn: "2026-03-10" })], prompt)).outcome).toBe("held");
    expect(await judge([filed()], prompt)).toMatchObject({ outcome: "not-checked", uncounted: { receivedOn: 1 } });
  });

  it("supply lists the documents of an issuer whose measures name no unit", async () => {
    const policy = (unnamed: number) => filed({ policyDocument: true, measures: { total: 4, unnamed } });
    const verdict = await judge([policy(0), policy(2), policy(4)], rule("supply"));
    expect(verdict).toMatchObject({
      broken: 1,
      held: 1,
      hits: [{ total: 2, values: { actual: 2, measures: 8, unnamed: 6 } }],
    });
  });

  it("serial tells repeated, skipped and disordered numbers, and a sample from a gap", async () => {
    const numbered = (serial: number, issuedOn = "2019-03-04", title = `关于第${serial}件事的通知`) =>
      filed({ number: { code: "某教发", year: 2019, serial }, issuedOn, title });
    const repeated = [
      numbered(1),
      numbered(2, "2019-03-04", "关于助学的通知"),
      numbered(2, "2019-03-05", "关于校车的通知"),
    ];
    expect((await judge(repeated, rule("serial", { fault: "repeated" }))).hits[0]!.values).toMatchObject({
      number: "某教发〔2019〕2号",
    });
    const most = [...times(20, (i) => numbered(i + 1)), numbered(22)];
    expect((await judge(most, rule("serial", { fault: "skipped" }))).hits[0]!.values).toMatchObject({
      numbers: "21",
      missing: 1,
      last: 22,
    });
    expect(await judge([numbered(3), numbered(40)], rule("serial", { fault: "skipped" }))).toMatchObject({
      outcome: "not-checked",
      undecided: [{ reason: "archive.sample" }],
    });
    const disordered = [numbered(1, "2019-06-01"), numbered(2, "2019-03-01")];
    expect((await judge(disordered, rule("serial", { fault: "order", days: 30 }))).hits[0]!.values).toMatchObject({
      days: 92,
    });
    expect((await judge(disordered, rule("serial", { fault: "order", days: 100 }))).outcome).toBe("held");
  });
});

describe("runArchive", () => {
  const all = [
    rule("yearly-quota", { reduce: 0.3 }, PERIOD),
    rule("yearly-limit", { most: 1, distinct: "matter" }),
    rule("repeat"),
    rule("twice"),
    rule("merged-meetings"),
    rule("echo"),
    rule("supply"),
    rule("serial", { fault: "repeated" }),
    rule("serial", { fault: "skipped" }),
  ];
  const some = fc.record({
    issuer: fc.constantFrom("某某市教育局", "某某市水利局", "某某省教育厅", null),
    issuerLevel: fc.constantFrom("city" as const, "province" as const),
    issuedOn: fc.constantFrom("2018-03-04", "2019-03-04", "2019-03-09", null),
    title: fc.constantFrom("关于召开助学工作会议的通知", "关于做好助学工作的通知", "关于校车的通知", null),
    matters: fc.constantFrom<Matter[] | null>(["meeting"], [], null),
    number: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1, max: 5 }).map((serial) => ({ code: "某发", year: 2019, serial })),
    ),
    sketch: fc.constantFrom(sketched(1), sketched(2), null),
    audience: fc.constantFrom<number[] | null>([1, 2], null),
  });
  const archive = fc
    .array(some, { maxLength: 40 })
    .map((records) => records.map((record, i) => filed({ ...record, path: `${i}.docx` })));

  it("does not depend on the order of the documents, nor on where they are kept", async () => {
    await fc.assert(
      fc.asyncProperty(archive, fc.infiniteStream(fc.nat()), async (documents, order) => {
        const expected = await run(documents, all);
        const shuffled = documents
          .map((one) => ({ one, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const store = diskStore(folder);
        expect(await run(shuffled, all, store)).toEqual(expected);
        store.close();
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("goes on where a rule throws, and says so", async () => {
    const kinds = archiveKinds.map((kind) =>
      kind.name === "echo"
        ? {
            ...kind,
            begin: () => {
              throw new Error("broken kind");
            },
          }
        : kind,
    );
    const verdicts = await runArchive([filed()], [rule("echo"), rule("repeat")], {
      kinds,
      store: memoryStore(),
      pattern: () => ({ test: () => false, findAll: () => [] }),
    });
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["crashed", "not-checked"]);
    expect(verdicts[0]!.error).toContain("broken kind");
  });
});

describe("lineSorter", () => {
  it("sorts what does not fit in memory, equal keys as they came", async () => {
    const sorter = lineSorter<{ n: number; pad: string }>(folder, "test", 600);
    const count = 500;
    for (let n = 0; n < count; n++)
      sorter.add(String((n * 7919) % 50).padStart(3, "0"), { n, pad: "公文\n\t".repeat(5) });
    expect(readdirSync(folder).length).toBeGreaterThan(40);
    const read: { n: number; pad: string }[] = [];
    for await (const value of sorter.sorted()) read.push(value);
    const key = (n: number) => (n * 7919) % 50;
    expect(read).toHaveLength(count);
    for (let i = 1; i < count; i++) {
      const [a, b] = [read[i - 1]!.n, read[i]!.n];
      expect(key(a) < key(b) || (key(a) === key(b) && a < b)).toBe(true);
    }
    sorter.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});
