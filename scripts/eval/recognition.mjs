// The figures of the labelled documents, from their text and from Word copies of it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./markdown-table.mjs";

/** Goals by the name the evaluation gives a figure; the six elements have one goal together. */
const GOALS = {
  "body.lines": "0.998",
  clause: "1 error",
  level: "1 error",
  "unit+role": "0.96",
  unit: "0.985",
  deadline: "0.96",
  measure: "0.98",
  "measure without unit (the violation)": "0.96",
  "measure with vague units only": "3 errors",
};

export function recognition({ shared, docxCopy }) {
  const texts = join(shared, "labels/texts");
  const copies = mkdtempSync(join(tmpdir(), "gwlint-copies-"));
  try {
    mkdirSync(copies, { recursive: true });
    for (const file of readdirSync(texts).filter((name) => name.endsWith(".txt"))) {
      const copy = file.replace(/\.txt$/, ".docx");
      writeFileSync(join(copies, copy), docxCopy(readFileSync(join(texts, file), "utf8")));
    }
    return report(outline(shared, []), outline(shared, ["--ext", "docx", "--texts", copies]));
  } finally {
    rmSync(copies, { recursive: true });
  }
}

function outline(shared, options) {
  const script = join(shared, "eval/outline.mjs");
  return JSON.parse(execFileSync(process.execPath, [script, "--json", ...options], { encoding: "utf8" }));
}

function report(text, docx) {
  const figures = (result) => new Map(grouped(result.table).map((row) => [row.name, row]));
  const [ofText, ofDocx] = [figures(text), figures(docx)];
  const rows = [...ofText.values()].map(({ name, tp, fp, fn, f1 }) => {
    const copy = ofDocx.get(name);
    return [name, tp + fn, fn, fp, f1, copy.fn, copy.fp, copy.f1, GOALS[name] ?? "1 error"];
  });
  const heads = ["figure", "labelled", "missed", "noise", "F1", "docx: missed", "docx: noise", "docx: F1", "goal"];
  return { documents: text.docs, table: table(heads, rows) };
}

/** The rows of the evaluation, those of the single elements also summed up. */
function grouped(rows) {
  const elements = rows.filter(({ name }) => name.startsWith("element."));
  const sum = (key) => elements.reduce((total, row) => total + row[key], 0);
  const [tp, fp, fn] = ["tp", "fp", "fn"].map(sum);
  const f1 = tp === 0 ? 0 : Number(((2 * tp) / (2 * tp + fp + fn)).toFixed(3));
  const all = { name: "title, 发文字号, 主送, 落款, 成文日期, attachments", tp, fp, fn, f1 };
  return [all, ...rows.filter((row) => !elements.includes(row))];
}
