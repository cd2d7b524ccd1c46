import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { docxCopy } from "../../scripts/eval/docx-copies.ts";
import { differenceInWord } from "../../scripts/eval/same-in-word.ts";
import type { OfficialDocument } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { recognise } from "../../src/recognise/recognise.ts";

const folder = fileURLToPath(new URL("../../fixtures/labelled/", import.meta.url));
const squeeze = (text: string) => text.replace(/[\s\u3000]/g, "");

interface Copied {
  name: string;
  text: string;
  copy: OfficialDocument;
}

function copied(name: string): Copied {
  const text = readFileSync(folder + name, "utf8");
  const result = readDocx(docxCopy(text), DEFAULT_LIMITS);
  if (!result.ok) throw new Error(`${name}: ${result.failure.reason}`);
  return { name, text, copy: recognise(result.source, name, {}) };
}

describe("the labelled texts as Word documents under review", () => {
  let documents: Copied[] = [];
  beforeAll(() => {
    documents = readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .map(copied);
  });

  test("are copies with automatic numbers, cut runs and revisions, a paragraph a line", () => {
    const labelled = documents.flatMap(({ copy }) => copy.clauses.filter((clause) => !clause.inline));
    const automatic = documents.flatMap(({ copy }) =>
      copy.clauses.filter(({ inline, span }) => !inline && copy.blocks[span.block]!.labelLength > 0),
    );
    expect(labelled.length).toBeGreaterThan(480);
    expect(automatic.length / labelled.length).toBeGreaterThan(0.98);
    for (const { name, text, copy } of documents) {
      const lines = text.replace(/\n$/, "").split("\n");
      expect(copy.blocks.map(({ paragraph }) => paragraph).at(-1), name).toBe(lines.length);
      for (const block of copy.blocks) expect(squeeze(block.text), name).toBe(squeeze(lines[block.paragraph - 1]!));
      const kinds = new Set(copy.source.traces.map(({ kind }) => kind));
      expect(kinds.has("deletion") && kinds.has("insertion") && kinds.has("move"), name).toBe(true);
    }
    const deleted = documents.flatMap(({ copy }) => copy.source.traces.filter(({ kind }) => kind === "deletion"));
    expect(deleted.filter(({ text }) => /虚设/.test(text)).length).toBeGreaterThan(300);
  });

  test("have the clauses, levels, measures, deadlines, units, elements and body of the text", () => {
    let clauses = 0;
    const rows: string[] = [];
    for (const { name, text } of documents) {
      const difference = differenceInWord(text);
      clauses += difference.clauses;
      rows.push(...difference.rows.map((row) => `${name} ${row}`));
      expect(difference.elements, name).toEqual([]);
    }
    expect(clauses).toBeGreaterThan(480);
    expect(rows.length / clauses, rows.join("\n")).toBeLessThanOrEqual(0.005);
  });
});
