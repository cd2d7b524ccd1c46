import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { say } from "../../src/language/say.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { foreignText, located, textWith } from "../../src/node/foreign-text.ts";
import { foreignSource } from "../../src/read/foreign.ts";
import { read } from "../../src/read/read.ts";
import { folderWith, gwlint } from "./run.ts";

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/foreign/${name}`, import.meta.url)));
const DRAFT = `某县安全检查实施方案

一、对辖区内企业逐户排查，建立台账，明确责任人和完成时限，排查情况按月报市应急局汇总，重大隐患要在二十四小时之内报告。
`;

describe.each(["notice.doc", "notice.pdf"])("%s", (name) => {
  it("is checked by its text, and the status says what was not", async () => {
    const cwd = folderWith({ [name]: fixture(name) });
    const ran = await gwlint(cwd, ["check", name, "--format", "json"]);
    expect(ran.status).toBe(3);
    const [result] = JSON.parse(ran.out).documents;
    expect(result).toMatchObject({
      status: "checked-partial",
      title: "某某市人民政府办公室关于加强安全检查的通知",
      problem: { message: expect.stringContaining("只取了文字") },
    });
    expect(result.facts.issuedOn.value).toBe("2026-03-12");
    const clauses = JSON.parse((await gwlint(cwd, ["outline", name, "--format", "json"])).out).clauses;
    expect(clauses.map(({ label }: { label: string }) => label)).toEqual(["一、", "二、", "三、"]);
    // A printed line is no paragraph: what the page broke is one again.
    expect(clauses[0].text).toMatch(/^一、开展排查。.*二十四小时之内报告。$/);
  });

  it("is a superior like any other", async () => {
    const cwd = folderWith({ [name]: fixture(name), "草稿.txt": DRAFT });
    const ran = await gwlint(cwd, ["compare", "草稿.txt", name, "--format", "json"]);
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.out).passages[0]).toMatchObject({ sourceClause: "一", identity: 1 });
  });

  it("is not corrected", async () => {
    const ran = await gwlint(folderWith({ [name]: fixture(name) }), ["check", name, "--fix"]);
    expect(ran.err).toContain("另存为 .docx");
  });

  it("ends in a status where it is cut off or scrambled", async () => {
    const bytes = fixture(name);
    for (const damaged of [
      bytes.slice(0, 4000),
      bytes.map((byte, i) => (i > 600 && i % 7 === 0 ? byte ^ 0x5a : byte)),
    ]) {
      const result = await read(damaged, name, DEFAULT_LIMITS, foreignText);
      if (!result.ok) expect(["corrupt", "unsupported", "encrypted"]).toContain(result.failure.status);
      else expect(result.source.cut.length).toBeGreaterThan(0);
    }
  });

  it("says what to install where its library is missing", async () => {
    const result = await read(
      fixture(name),
      name,
      DEFAULT_LIMITS,
      textWith(() => null, 1000),
    );
    const failure = result.ok ? null : result.failure;
    expect(failure?.status).toBe("unsupported");
    expect(say("zh", `${failure?.reason}.advice`, failure?.values)).toContain("npm install");
  });

  it("is given up where it takes too long", async () => {
    const result = await read(fixture(name), name, DEFAULT_LIMITS, textWith(located, 1));
    expect(result).toMatchObject({ ok: false, failure: { status: "timeout" } });
  });

  it("says what is missing where nobody can get at its text", async () => {
    const result = await read(fixture(name), name, DEFAULT_LIMITS);
    expect(result).toMatchObject({ ok: false, failure: { status: "unsupported" } });
  });
});

describe("a PDF", () => {
  it("has the pages it has", async () => {
    const ran = await gwlint(folderWith({ "notice.pdf": fixture("notice.pdf") }), [
      "count",
      "notice.pdf",
      "--format",
      "json",
    ]);
    expect(JSON.parse(ran.out).pages).toEqual({ low: 2, best: 2, high: 2, witness: null });
  });

  it("loses its page numbers, and paragraphs run over the end of a page", () => {
    const line = "各地各部门要高度重视安全生产工作切实加强组织领导层层";
    const text = `${line}\n${line}\n— 1 —\f- 2 -\n压实责任。\n二、第二件事。`;
    const { blocks, pages } = foreignSource("pdf", { text, pages: 2 }, DEFAULT_LIMITS);
    expect(blocks.map((block) => block.text)).toEqual([`${line}${line}压实责任。`, "二、第二件事。"]);
    expect(pages).toBe(2);
  });
});

describe("text out of a foreign file", () => {
  it("keeps to the limits of every other text", () => {
    const source = foreignSource("doc", { text: "一\r二\r三", pages: null }, { ...DEFAULT_LIMITS, paragraphs: 2 });
    expect(source.blocks).toHaveLength(2);
    expect(source.cut.map(({ limit }) => limit)).toEqual(["doc", "paragraphs"]);
  });
});
