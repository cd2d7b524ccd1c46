import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { restore, store } from "../../src/index-store/stored.ts";
import type { Block } from "../../src/model/block.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { SourceDocument } from "../../src/model/source.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { describeShared, shared } from "../shared.ts";

const usual = { kind: "paragraph", region: "body", labelLength: 0, headingLevel: 0 } as const;

it("keeps of every block what recognition reads", () => {
  const cell = { table: 1, row: 0, column: 2, rowSpan: 1, columnSpan: 2, depth: 1 };
  const blocks: Block[] = [
    { ...usual, index: 0, text: "标题", paragraph: 1, format: { alignment: "center", section: 0, runs: [] } },
    { ...usual, index: 1, text: "正文", paragraph: 3 },
    { ...usual, index: 2, kind: "heading", text: "一、“引号”", paragraph: 4, labelLength: 2, headingLevel: 1 },
    { ...usual, index: 3, kind: "table-cell", text: "", paragraph: 5, cell },
    { ...usual, index: 4, region: "footer", text: "— 1 —", paragraph: 0 },
  ];
  const source: SourceDocument = { format: "docx", declared: { 文种: "通知" }, traces: [], cut: [], blocks };
  expect(restore(store(source))).toEqual(source);
});

describeShared("stored documents", () => {
  it.each(["docx-issued", "docx-templates"])("of %s are recognised as they were", async (folder) => {
    const root = shared(`corpus/${folder}`)!;
    const names = readdirSync(root)
      .filter((name) => name.endsWith(".docx"))
      .slice(0, 12);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const result = await read(readFileSync(`${root}/${name}`), name, DEFAULT_LIMITS);
      if (!result.ok) continue;
      const original = recognise(result.source, name, {});
      const stored = recognise(restore(store(result.source)), name, {});
      expect(stored.clauses).toEqual(original.clauses);
      expect(stored.elements).toEqual(original.elements);
      expect(stored.facts).toEqual(original.facts);
    }
  });
});
