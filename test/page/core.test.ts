import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { openCore } from "../../src/page/core/core.ts";
import type { Answer, Ask, CheckedDraft, DroppedFile, SetUp } from "../../src/page/messages.ts";
import { folderWith, gwlint } from "../cli/run.ts";
import { describeShared, shared } from "../shared.ts";
import { shippedPacks } from "./shipped.ts";

const demo = fileURLToPath(new URL("../../fixtures/demo/", import.meta.url));
const file = (path: string): DroppedFile => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
const text = (name: string, content: string): DroppedFile => ({ name, bytes: new TextEncoder().encode(content) });
const gongwen: SetUp = { packs: ["gongwen"], ownPacks: [], language: "zh" };

let core: (ask: Ask) => Promise<Answer>;
beforeAll(async () => {
  core = openCore(await shippedPacks(["gongwen", "tianshui-2019"]), "0.0.0");
});

const check = async (draft: DroppedFile, superiors: DroppedFile[] = [], facts = {}, setUp = gongwen) =>
  (await core({ ask: "check", setUp, job: { draft, superiors, facts }, id: "d1" })) as CheckedDraft;

async function saved(ask: Ask): Promise<{ name: string; bytes: Buffer }> {
  const answer = await core(ask);
  if (answer.answer !== "file") throw new Error(JSON.stringify(answer));
  return { name: answer.name, bytes: Buffer.from(answer.bytes) };
}

describe("the core of the page", () => {
  it("finds what the command finds, word for word", async () => {
    const [draft, superior] = ["copied-from-province.md", "superior-province.md"];
    const folder = folderWith({
      [draft]: readFileSync(join(demo, draft)),
      [superior]: readFileSync(join(demo, superior)),
    });
    const { out } = await gwlint(folder, ["check", draft, "--against", superior, "--format", "json"]);
    const job = { draft: file(join(demo, draft)), superiors: [file(join(demo, superior))], facts: {} };
    const { bytes } = await saved({ ask: "report", setUp: gongwen, jobs: [job], report: "json", today: "2026-06-30" });
    expect(bytes.toString()).toBe(out);
    expect(JSON.parse(out).summary.bySeverity.error).toBeGreaterThan(0);
  });

  it("draws the draft with its findings, passages side by side and the table of tasks", async () => {
    const superior = file(join(demo, "superior-province.md"));
    const { article, counts } = await check(file(join(demo, "copied-from-province.md")), [superior]);
    expect(counts.error).toBeGreaterThan(0);
    for (const section of ["d1-findings", "d1-copies", "d1-coverage", "d1-rules"])
      expect(article).toContain(`id="${section}"`);
  });

  it("makes the copies that the command makes, byte for byte and by the same names", async () => {
    const folder = folderWith({ "方案.docx": readFileSync(join(demo, "plan.docx")) });
    await gwlint(folder, ["check", "方案.docx", "--annotate"]);
    await gwlint(folder, ["check", "方案.docx", "--fix"]);
    const job = { draft: file(join(folder, "方案.docx")), superiors: [], facts: {} };
    const annotated = await saved({ ask: "copy", setUp: gongwen, job, mark: "批注" });
    expect(annotated.bytes.equals(readFileSync(join(folder, annotated.name)))).toBe(true);
    const fixed = await core({ ask: "copy", setUp: gongwen, job, mark: "修改" });
    const written = readdirSync(folder).includes("方案.修改.docx");
    expect(fixed.answer).toBe(written ? "file" : "nothing");
    if (fixed.answer === "file")
      expect(Buffer.from(fixed.bytes).equals(readFileSync(join(folder, fixed.name)))).toBe(true);
  });

  it("offers a field for the fact that would settle a rule, and takes what is declared in it", async () => {
    const draft = text(
      "方案.md",
      `# 关于精简会议活动的实施方案\n\n各县（市、区）人民政府：\n\n${"各部门要认真落实会议精简要求。".repeat(400)}`,
    );
    const setUp = { ...gongwen, packs: ["tianshui-2019"] };
    const before = await check(draft, [], {}, setUp);
    expect(before.article).toMatch(/<form class="declare"><label>部署性质 <select name="deployment">/);
    const after = await check(draft, [], { deployment: "special" }, setUp);
    expect(after.notChecked).toBeLessThan(before.notChecked);
    expect(after.article).toContain('<option value="special" selected="">');
  });

  it("says which declared fact is not written as it should be, and checks without it", async () => {
    const { factProblems, status } = await check(text("通知.md", "# 通知\n\n正文。"), [], { issuedOn: "昨天" });
    expect(factProblems).toHaveLength(1);
    expect(factProblems[0]).toContain("昨天");
    expect(status).toMatch(/^checked-/);
  });

  it("tells the mistakes of a dropped pack as the command tells them", async () => {
    const pack = "pack: ours\ntitle: 本单位\nextends: [gongwen]\nrules:\n  A-1:\n    check: lenght\n    title: 太长\n";
    const { err } = await gwlint(folderWith({ "本单位.yaml": pack, "a.md": "正文" }), [
      "check",
      "a.md",
      "--rules",
      "本单位.yaml",
    ]);
    const answer = await core({
      ask: "packs",
      setUp: { ...gongwen, packs: ["本单位.yaml"], ownPacks: [{ name: "本单位.yaml", text: pack }] },
    });
    if (answer.answer !== "mistakes") throw new Error(JSON.stringify(answer));
    expect(answer.text.trim()).toBe(err.trim());
    expect(answer.text).toContain("length");
  });

  it("checks by a dropped pack that rests on a shipped one", async () => {
    const pack = `pack: ours
title: 本单位规定
extends: [gongwen]
rules:
  OURS-1:
    check: pattern
    title: 不写切实
    strength: 本单位
    severity: error
    basis: [{ practice: 不写空话, examples: [本单位写作要求] }]
    evidence: direct
    with: { pattern: 切实 }
    message: 写了“切实”
    advice: 删去
`;
    const setUp = { ...gongwen, packs: ["ours.yaml"], ownPacks: [{ name: "ours.yaml", text: pack }] };
    const answer = await core({ ask: "packs", setUp });
    expect(answer, JSON.stringify(answer)).toMatchObject({ answer: "packs" });
    const { counts } = await check(text("a.md", "# 通知\n\n要切实加强管理。"), [], {}, setUp);
    expect(counts.error).toBe(1);
  });

  it("speaks English on request", async () => {
    const { article } = await check(text("a.md", "# 通知\n\n正文。"), [], {}, { ...gongwen, language: "en" });
    expect(article).toContain("Correct or add facts");
  });

  it("names a superior that cannot be read, and what refused it", async () => {
    const { unread } = await check(text("a.md", "# 通知\n\n正文。"), [text("上级.doc", "x")]);
    expect(unread.map(({ name }) => name)).toEqual(["上级.doc"]);
  });
});

describeShared("hostile files", () => {
  it("end in the statuses the command gives them", async () => {
    const folder = shared("corpus/hostile")!;
    const names = readdirSync(folder).filter((name) => /\.(docx|zip|doc)$/.test(name));
    const { out } = await gwlint(folder, ["check", ...names, "--format", "json"]);
    const expected = new Map<string, string>(
      JSON.parse(out).documents.map((one: { path: string; status: string }) => [one.path, one.status]),
    );
    expect(expected.size).toBe(names.length);
    for (const name of names) {
      // The text of an old Word file is read where its library is installed; the page has none and says what to do.
      const status = expected.get(name)!;
      const ending = name.endsWith(".doc") && status !== "encrypted" ? "unsupported" : status;
      expect([name, (await check(file(join(folder, name)))).status]).toEqual([name, ending]);
    }
  });
});
