import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DEFAULT_LIMITS } from "../../src/read/limits.ts";
import { readText } from "../../src/read/text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { outlineView } from "../../src/report/outline.ts";

const folder = fileURLToPath(new URL("../../fixtures/labelled/", import.meta.url));

export interface LabelledClause {
  line: number;
  label: string;
  level: number;
  leaf: boolean;
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

/** Compares what is recognised in `fixtures/labelled/` with the labels. */
export function scoreLabelled(): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".json")) continue;
    const label = JSON.parse(readFileSync(folder + file, "utf8")) as LabelledDocument;
    const source = readText(readFileSync(folder + file.replace(".json", ".txt"), "utf8"), "utf-8", DEFAULT_LIMITS);
    const document = recognise(source, file, {});
    const view = outlineView(document);
    const add = (name: string, want: string[], got: string[]) => compare(scores, name, label.doc, want, got);
    for (const name of ["title", "docNumber", "addressees", "signature", "date"] as const) {
      add(name, one(label[name]), one(view[name]));
    }
    add("attachments", label.attachments.map(squeeze), view.attachments.map(squeeze));
    add("body", lines(...label.body), view.body ? lines(view.body.firstLine, view.body.lastLine) : []);
    const rows = view.clauses;
    add(
      "clause",
      label.clauses.map((c) => `${c.line}`),
      rows.map((c) => `${c.line}`),
    );
    add(
      "level",
      label.clauses.map((c) => `${c.line}:${c.level}`),
      rows.map((c) => `${c.line}:${c.level}`),
    );
    add(
      "leaf",
      label.clauses.map((c) => `${c.line}:${c.leaf}`),
      rows.map((c) => `${c.line}:${c.leaf}`),
    );
    const inside = new Set(view.body ? lines(view.body.firstLine, view.body.lastLine) : []);
    add(
      "chrome in body",
      [],
      label.chrome.flatMap(([first, last]) => lines(first, last)).filter((line) => inside.has(line)),
    );
  }
  return scores;
}

const squeeze = (text: string) => text.replace(/[\s\u3000]/g, "");
const one = (text: string | null) => (text ? [squeeze(text)] : []);
const lines = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => `${first + i}`);

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
