import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { docxCopy } from "../../scripts/eval/docx-copies.ts";
import type { OfficialDocument } from "../../src/model/document.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { DEFAULT_LIMITS } from "../../src/read/limits.ts";
import { readText } from "../../src/read/text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { outlineView } from "../../src/report/outline.ts";

const folder = fileURLToPath(new URL("../../fixtures/labelled/", import.meta.url));

interface Pair {
  name: string;
  text: string;
  ofText: ReturnType<typeof outlineView>;
  ofCopy: ReturnType<typeof outlineView>;
  copy: OfficialDocument;
}

function pairOf(name: string): Pair {
  const text = readFileSync(folder + name, "utf8");
  const result = readDocx(docxCopy(text), DEFAULT_LIMITS);
  if (!result.ok) throw new Error(`${name}: ${result.failure.reason}`);
  const copy = recognise(result.source, name, {});
  const ofText = outlineView(recognise(readText(text, "utf-8", DEFAULT_LIMITS), name, {}));
  return { name, text, ofText, ofCopy: outlineView(copy), copy };
}

type Clause = Pair["ofText"]["clauses"][number];

/** What the labels say of a clause; its words are those of the line. */
const row = ({ line, level, leaf, measure, deadline, responsibility }: Clause) =>
  JSON.stringify({ line, level, leaf, measure, deadline, responsibility });

const squeeze = (text: string) => text.replace(/[\s\u3000]/g, "");

describe("the labelled texts as Word documents under review", () => {
  let pairs: Pair[] = [];
  beforeAll(() => {
    pairs = readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .map(pairOf);
  });

  test("are copies with automatic numbers, cut runs and revisions, a paragraph a line", () => {
    const labelled = pairs.flatMap(({ copy }) => copy.clauses.filter((clause) => !clause.inline));
    const automatic = pairs.flatMap(({ copy }) =>
      copy.clauses.filter(({ inline, span }) => !inline && copy.blocks[span.block]!.labelLength > 0),
    );
    expect(labelled.length).toBeGreaterThan(480);
    expect(automatic.length / labelled.length).toBeGreaterThan(0.98);
    for (const { name, text, copy } of pairs) {
      const lines = text.replace(/\n$/, "").split("\n");
      expect(copy.blocks.map(({ paragraph }) => paragraph).at(-1), name).toBe(lines.length);
      for (const block of copy.blocks) expect(squeeze(block.text), name).toBe(squeeze(lines[block.paragraph - 1]!));
      const kinds = new Set(copy.source.traces.map(({ kind }) => kind));
      expect(kinds.has("deletion") && kinds.has("insertion") && kinds.has("move"), name).toBe(true);
    }
    const deleted = pairs.flatMap(({ copy }) => copy.source.traces.filter(({ kind }) => kind === "deletion"));
    expect(deleted.filter(({ text }) => /虚设/.test(text)).length).toBeGreaterThan(300);
  });

  test("have the clauses, levels, measures, deadlines and units of the text", () => {
    let all = 0;
    const different: string[] = [];
    for (const { name, ofText, ofCopy } of pairs) {
      const left = new Set(ofCopy.clauses.map(row));
      for (const clause of ofText.clauses.map(row)) if (!left.delete(clause)) different.push(`${name} text ${clause}`);
      for (const clause of left) different.push(`${name} copy ${clause}`);
      all += ofText.clauses.length;
    }
    expect(all).toBeGreaterThan(480);
    expect(different.length / all, different.join("\n")).toBeLessThanOrEqual(0.005);
  });

  test("have the elements and the body of the text", () => {
    const different: string[] = [];
    for (const { name, ofText, ofCopy } of pairs) {
      for (const element of ["title", "docNumber", "addressees", "signature", "date", "attachments", "body"] as const) {
        const [want, got] = [JSON.stringify(ofText[element]), JSON.stringify(ofCopy[element])];
        if (squeeze(want) !== squeeze(got)) different.push(`${name} ${element}: ${want} became ${got}`);
      }
    }
    expect(different).toEqual([]);
  });
});
