import { describe, expect, it } from "vitest";
import { nextClauses, WHOLE } from "../../src/except/next-clause.ts";
import type { OfficialDocument } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";

async function recognised(text: string, name = "方案.md"): Promise<OfficialDocument> {
  const result = await read(new TextEncoder().encode(text), name, DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, name, {});
}

/** The texts that the document's comments stand before, comment by comment. */
async function standsBefore(text: string, name?: string): Promise<string[][]> {
  const document = await recognised(text, name);
  const next = nextClauses(document);
  return document.source.comments!.map((comment) =>
    [...next(comment)].map((block) => (block === WHOLE ? "全文" : document.blocks[block]!.text)),
  );
}

const HEAD = "# 某某市工作方案\n\n为做好工作，制定本方案。\n\n";

describe("what a comment stands before", () => {
  it("is the next block", async () => {
    expect(await standsBefore(`${HEAD}<!-- x -->\n\n现将有关事项明确如下。\n\n另起一段。\n`)).toEqual([
      ["现将有关事项明确如下。"],
    ]);
  });

  it("is a clause down to its first sub-clause", async () => {
    const text = `${HEAD}<!-- x -->\n一、开展排查\n\n对企业逐户排查。\n\n（一）建立台账。逐户登记。\n\n二、落实整改。\n`;
    expect(await standsBefore(text)).toEqual([["一、开展排查", "对企业逐户排查。"]]);
  });

  it("is what follows, not what it stands in", async () => {
    expect(await standsBefore(`${HEAD}一、开展<!-- x -->排查。\n\n二、落实整改。\n`)).toEqual([["二、落实整改。"]]);
  });

  it("is the whole of a table, and nothing behind it", async () => {
    const text = `${HEAD}<!-- x -->\n\n| 事项 | 单位 |\n| --- | --- |\n| 排查 | 市应急局 |\n\n另起一段。\n`;
    expect(await standsBefore(text)).toEqual([["事项", "单位", "排查", "市应急局"]]);
  });

  it("is the title and with it the document", async () => {
    expect(await standsBefore(`<!-- x -->\n\n${HEAD}`)).toEqual([["某某市工作方案", "全文"]]);
  });

  it("is nothing at the end", async () => {
    expect(await standsBefore(`${HEAD}<!-- x -->\n`)).toEqual([[]]);
  });

  it("is told apart on one line of HTML", async () => {
    const html = "<p>某某市工作方案</p><!-- a --><p>一、排查。</p><!-- b --><p>二、整改。</p>";
    expect(await standsBefore(html, "方案.html")).toEqual([["一、排查。"], ["二、整改。"]]);
  });
});
