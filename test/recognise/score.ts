import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { simplify } from "../../src/model/simplify.ts";
import { readText } from "../../src/read/text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { outlineView } from "../../src/report/outline.ts";

interface LabelledClause {
  line: number;
  level: number;
  leaf: boolean;
  measure: boolean;
  units: { name: string; role: string }[];
}

interface LabelledDocument {
  doc: string;
  title: string | null;
  docNumber: string | null;
  addressees: string | null;
  signature: string | null;
  date: string | null;
  attachments: string[];
  body: [number, number];
  chrome: [number, number][];
  clauses: LabelledClause[];
}

/** Right ones, wrong ones and missed ones of one thing over all labelled documents; `misses` names each error. */
export interface Score {
  found: number;
  noise: number;
  missed: number;
  misses: string[];
}

export const f1 = ({ found, noise, missed }: Score) => (found === 0 ? 0 : (2 * found) / (2 * found + noise + missed));

/** A rewriting of a labelled text that leaves its structure as it is; `place` gives a line's new number. */
export type Variant = (text: string[], label: LabelledDocument) => { text: string[]; place: (line: number) => number };

const asItIs: Variant = (text) => ({ text, place: (line) => line });

/** Compares what is recognised in a folder of `fixtures/`, or in a variant of it, with the labels. */
export function scoreLabelled(variant = asItIs, name = "labelled"): Map<string, Score> {
  const folder = fileURLToPath(new URL(`../../fixtures/${name}/`, import.meta.url));
  const scores = new Map<string, Score>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".json")) continue;
    const label = JSON.parse(readFileSync(folder + file, "utf8")) as LabelledDocument;
    const { text, place } = variant(readFileSync(folder + file.replace(".json", ".txt"), "utf8").split("\n"), label);
    const view = outlineView(recognise(readText(text.join("\n"), "utf-8", DEFAULT_LIMITS), file, {}));
    const add = (name: string, want: string[], got: string[]) => compare(scores, name, label.doc, want, got);
    for (const name of ["title", "docNumber", "addressees", "signature", "date"] as const) {
      add(name, one(label[name]), one(view[name]));
    }
    add("attachments", label.attachments.map(plain), view.attachments.map(plain));
    const edges = [place(label.body[0]), place(label.body[1])] as const;
    add("body", range(...edges), view.body ? range(view.body.firstLine, view.body.lastLine) : []);
    for (const [name, mark] of FACETS) {
      const want = label.clauses.map((clause) => `${place(clause.line)}${mark(clause)}`);
      add(
        name,
        want,
        view.clauses.map((clause) => `${clause.line}${mark(clause)}`),
      );
    }
    const told = new Map(view.clauses.map((clause) => [clause.line, clause]));
    const measures = label.clauses.filter((clause) => clause.measure && told.get(place(clause.line))?.measure);
    add(
      "measure",
      label.clauses.filter((clause) => clause.measure).map((clause) => `${place(clause.line)}`),
      view.clauses.filter((clause) => clause.measure).map((clause) => `${clause.line}`),
    );
    add(
      "unit",
      measures.flatMap((clause) => named(clause.units, place(clause.line))),
      measures.flatMap((clause) => named(told.get(place(clause.line))!.responsibility.units, place(clause.line))),
    );
    const inside = new Set(view.body ? range(view.body.firstLine, view.body.lastLine) : []);
    const chrome = label.chrome.flatMap(([first, last]) => range(place(first), place(last)));
    add(
      "chrome in body",
      [],
      chrome.filter((line) => inside.has(line)),
    );
  }
  return scores;
}

/** Units as they are compared; where 等有关部门 begins and ends is a matter of taste. */
const named = (units: readonly { name: string; role: string }[], line: number) =>
  units
    .map(({ name, role }) => `${line}:${plain(name).replace(/等.*$/, "")}:${role}`)
    .filter((unit) => !unit.includes(":有关部门"));

const FACETS: [string, (clause: { level: number; leaf: boolean }) => string][] = [
  ["clause", () => ""],
  ["level", (clause) => `:${clause.level}`],
  ["leaf", (clause) => `:${clause.leaf}`],
];

/** Simplified, in half width and without blanks: what a variant may change. */
const plain = (text: string) =>
  simplify(text)
    .replace(/[\s\u3000]/g, "")
    .replace(/[（），：；]/g, (mark) => HALF[mark]!);
export const HALF: Record<string, string> = { "（": "(", "）": ")", "，": ",", "：": ":", "；": ";" };
const one = (text: string | null) => (text ? [plain(text)] : []);
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => `${first + i}`);

function compare(scores: Map<string, Score>, name: string, doc: string, want: string[], got: string[]): void {
  const score = scores.get(name) ?? { found: 0, noise: 0, missed: 0, misses: [] };
  scores.set(name, score);
  const left = new Set(got);
  for (const item of want) {
    if (left.delete(item)) score.found++;
    else {
      score.missed++;
      score.misses.push(`${doc} missed ${item}`);
    }
  }
  score.noise += left.size;
  for (const item of left) score.misses.push(`${doc} noise ${item}`);
}
