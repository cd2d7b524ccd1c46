import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Span } from "../../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { readText } from "../../../src/read/text.ts";
import { recognise } from "../../../src/recognise/recognise.ts";
import { outlineView } from "../../../src/report/outline.ts";

const folder = fileURLToPath(new URL("../../../fixtures/labelled/", import.meta.url));

interface Labelled {
  line: number;
  measure: boolean;
  units: { name: string; role: string }[];
  form: string;
  vague: boolean;
  deadline: string | null;
}

const documents = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => {
    const label = JSON.parse(readFileSync(folder + file, "utf8")) as { clauses: Labelled[] };
    const text = readFileSync(folder + file.replace(".json", ".txt"), "utf8");
    const document = recognise(readText(text, "utf-8", DEFAULT_LIMITS), file, {});
    const view = outlineView(document);
    return {
      doc: file.slice(0, -5),
      label,
      document,
      rows: new Map(view.clauses.map((clause) => [clause.line, clause])),
    };
  });

/** A trailing 等… of a name is a matter of taste, and so is white space. */
const plain = (unit: { name: string; role: string }) =>
  `${unit.name.replace(/\s/g, "").replace(/等.*$/, "")}/${unit.role}`;

/** Every labelled measure with what was recognised at its line. */
const measures = documents.flatMap(({ doc, label, rows }) =>
  label.clauses
    .filter((clause) => clause.measure && rows.has(clause.line))
    .map((want) => ({ at: `${doc}:${want.line}`, want, got: rows.get(want.line)! })),
);

describe("twelve official texts labelled by hand", () => {
  test("the measures", () => {
    const wrong = documents.flatMap(({ doc, label, rows }) =>
      label.clauses
        .filter((clause) => rows.get(clause.line) && rows.get(clause.line)!.measure !== clause.measure)
        .map((clause) => `${doc}:${clause.line}`),
    );
    expect(measures.length).toBeGreaterThan(290);
    expect(wrong.length, wrong.join(" ")).toBeLessThanOrEqual(5);
  });

  test("the units and their roles", () => {
    let right = 0;
    const wrong: string[] = [];
    for (const { at, want, got } of measures) {
      const left = got.responsibility.units.map(plain);
      for (const unit of want.units.map(plain)) {
        const found = left.indexOf(unit);
        if (found >= 0) {
          left.splice(found, 1);
          right++;
        } else wrong.push(`${at} missed ${unit}`);
      }
      wrong.push(...left.filter((unit) => unit !== "有关部门/配合").map((unit) => `${at} noise ${unit}`));
    }
    expect((2 * right) / (2 * right + wrong.length), wrong.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  test("who has no unit, and who only vague ones", () => {
    const none = measures.filter(
      ({ want, got }) => (want.units.length === 0) !== (got.responsibility.units.length === 0),
    );
    const vague = measures.filter(({ want, got }) => want.vague !== got.responsibility.vague);
    expect(none.length, none.map(({ at }) => at).join(" ")).toBeLessThanOrEqual(4);
    expect(vague.length, vague.map(({ at }) => at).join(" ")).toBeLessThanOrEqual(3);
  });

  test("the forms and the deadlines as written", () => {
    const form = measures.filter(({ want, got }) => want.form !== got.responsibility.form);
    const time = measures.filter(({ want, got }) => want.deadline !== got.deadline);
    expect(form.length, form.map(({ at }) => at).join(" ")).toBeLessThanOrEqual(4);
    expect(time.length, time.map(({ at }) => at).join(" ")).toBeLessThanOrEqual(4);
  });

  test("every unit and deadline stands where it points", () => {
    for (const { doc, document } of documents) {
      const at = ({ block, start, end }: Span) => document.blocks[block]!.text.slice(start, end);
      for (const { responsibility, deadline } of document.clauses) {
        for (const unit of responsibility.units) expect(at(unit.span), doc).toBe(unit.name);
        if (deadline) expect(at(deadline.span), doc).toBe(deadline.text);
      }
    }
  });

  test("of the twenty-five measures of 004 all but the last name a unit, item 24 in running text", () => {
    const { rows } = documents.find(({ doc }) => doc === "004")!;
    const items = [...rows.values()].filter((clause) => clause.measure);
    expect(items).toHaveLength(25);
    expect(items.filter((clause) => clause.responsibility.units.length === 0).map((clause) => clause.label)).toEqual([
      "25.",
    ]);
    expect(items[23]!.responsibility.form).toBe("inline");
  });
});
