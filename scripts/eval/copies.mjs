// `npm run eval:copies`: annotated and fixed copies of every readable Word document of the reference material, opened in
// LibreOffice beside their originals, and how exactly comments cover their words. Writes docs/revise.md. Needs soffice
// and the reference material beside the project; what is lost or added is printed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { importTs } from "../import-ts.mjs";
import { table } from "./markdown-table.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = join(root, "../shared/corpus");
if (!existsSync(corpus)) throw new Error("no reference material at ../shared");

const { openWorkbench, runRules, DEFAULT_LIMITS, readDocx, recognise, findingsOf, annotate, fixDocument } =
  await importTs(
    "src/bench/workbench.ts",
    "src/check/run.ts",
    "src/model/limits.ts",
    "src/read/docx/read-docx.ts",
    "src/recognise/recognise.ts",
    "src/result/finding.ts",
    "src/revise/annotate.ts",
    "src/revise/fix-document.ts",
  );

const FOLDERS = ["docx-issued", "docx-odd"];
/** A soffice that falls over takes its whole batch along. */
const BATCH = 24;
const folder = mkdtempSync(join(tmpdir(), "copies-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

// As `npm run build` compiles them.
const packs = ["gongwen", "gbt-9704", "gbt-15834", "gbt-15835"].map((name) =>
  JSON.parse(readFileSync(join(root, "dist/packs", `${name}.json`), "utf8")),
);
const bench = await openWorkbench(packs, { language: "zh" });

/** Copies of one document by kind; the fixed one after every change of ours is rejected too. */
function copiesOf(name, bytes, kinds) {
  const result = bytes[0] === 0x50 ? readDocx(bytes, DEFAULT_LIMITS) : null;
  if (!result?.ok) return null;
  const document = recognise(result.source, name, {});
  const verdicts = runRules(document, bench.rules, { ...bench, comparison: null });
  const found = findingsOf(document, verdicts, bench);
  const everywhere = document.blocks
    .filter(({ text }) => text.trim() !== "")
    .slice(0, 60)
    .map(({ index, text }, i) => ({ block: index, start: i % 4, end: Math.min(text.length, 3 + (i % 9)) }))
    .filter(({ start, end }) => start < end)
    .map((span) => ({ ...BLANK, span }));
  const annotated = annotate(bytes, document, [...found, ...everywhere], () => ["问题：标题。消息", "怎么改：建议"]);
  const fixed = fixDocument(bytes, document);
  if (annotated.ok) for (const { kind } of annotated.placed) count(kinds, kind);
  const copies = { original: bytes };
  if (annotated.ok) copies.annotated = annotated.bytes;
  if (fixed.ok && fixed.done.length > 0) Object.assign(copies, { fixed: fixed.bytes, rejected: rejected(fixed.bytes) });
  return { copies, refused: annotated.ok ? null : annotated.reason };
}

const BLANK = {
  rule: "T-1",
  pack: "test",
  rules: ["T-1"],
  check: "pattern",
  severity: "warning",
  title: "标题",
  message: "消息",
  advice: "建议",
  basis: [],
  threshold: false,
  part: "document",
  evidence: [],
  fingerprint: "f",
  suppressed: null,
};

function count(counts, key) {
  counts[key] = (counts[key] ?? 0) + 1;
}

function rejected(bytes) {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    const xml = name.endsWith(".xml") ? strFromU8(content) : "";
    if (!xml.includes("公文检查")) continue;
    const own = '\\w+:id="\\d+" \\w+:author="公文检查"[^>]*>';
    parts[name] = strToU8(
      xml
        .replace(new RegExp(`<(\\w+):ins ${own}.*?</\\1:ins>`, "gs"), "")
        .replace(new RegExp(`<(\\w+):del ${own}(.*?)</\\1:del>`, "gs"), (_all, _prefix, inner) =>
          inner.replaceAll(":delText", ":t"),
        ),
    );
  }
  return zipSync(parts);
}

function convert(files) {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  try {
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, ...files],
      { stdio: "ignore", timeout: 300_000 },
    );
  } catch {
    if (files.length > 1) for (const file of files) convert([file]);
  }
}

const documents = [];
const kinds = {};
for (const from of FOLDERS) {
  for (const name of readdirSync(join(corpus, from)).sort()) {
    const made = copiesOf(name, new Uint8Array(readFileSync(join(corpus, from, name))), kinds);
    if (!made) continue;
    const id = `d${documents.length}`;
    documents.push({ id, from, name, ...made });
    for (const [kind, bytes] of Object.entries(made.copies)) writeFileSync(join(folder, `${id}.${kind}.docx`), bytes);
  }
}
mkdirSync(join(folder, "profile"), { recursive: true });
const files = documents.flatMap(({ id, copies }) =>
  Object.keys(copies).map((kind) => join(folder, `${id}.${kind}.docx`)),
);
for (let i = 0; i < files.length; i += BATCH) convert(files.slice(i, i + BATCH));

const textOf = (id, kind) => {
  const path = join(folder, `${id}.${kind}.txt`);
  return existsSync(path) ? readFileSync(path, "utf8").replace(/^\ufeff/, "") : null;
};
/**
 * What LibreOffice itself does to any document as soon as it has a comment, whoever wrote it (tried with documents of
 * the docx library): an empty line before a table that opens the document; blanks before the mark of a comment that ends
 * a cell are printed, at the end of a cell without one they are cut.
 */
const leveled = (text) => text?.replace(/^\n+/, "").replace(/[ \t]+$/gm, "") ?? null;
const rows = FOLDERS.flatMap((from) =>
  ["annotated", "fixed"].map((kind) => {
    // What LibreOffice cannot open says nothing about its copy.
    const made = documents.filter(
      (one) => one.from === from && kind in one.copies && textOf(one.id, "original") !== null,
    );
    let opened = 0;
    let bytes = 0;
    let same = 0;
    for (const { id, name } of made) {
      const before = textOf(id, "original");
      const after = textOf(id, kind === "fixed" ? "rejected" : kind);
      if (textOf(id, kind) !== null) opened++;
      if (before === after) bytes++;
      if (leveled(before) === leveled(after)) same++;
      else report(`${from}/${name} ${kind}`, before, after);
    }
    return [from, kind, made.length, opened, same, bytes];
  }),
);

function report(name, before, after) {
  console.log(`\n${name}`);
  if (before === null || after === null)
    return console.log(before === null ? "  the original does not open" : "  no text");
  const [a, b] = [before.split("\n"), after.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  console.log(
    `  ${a.length} / ${b.length} lines, first at ${at}\n  - ${JSON.stringify(a[at])}\n  + ${JSON.stringify(b[at])}`,
  );
}

const ON = {
  words: "the words themselves",
  around: "a little more than the words: a mark can only stand around them",
  label: "the paragraph of an automatic number",
  title: "the title, for the whole document",
  first: "the first paragraph, for the whole document without a title",
  nearest: "the nearest paragraph: the words are in a place that no comment reaches",
  header: "the nearest paragraph, for words in a header",
  footer: "the nearest paragraph, for words in a footer",
  "text-box": "the nearest paragraph, for words in a text box",
  footnote: "the nearest paragraph, for words in a footnote",
  endnote: "the nearest paragraph, for words in an endnote",
};
const all = Object.values(kinds).reduce((sum, one) => sum + one, 0);
const share = (number) => `${((100 * number) / all).toFixed(1)} %`;
const anchors = Object.entries(ON).map(([kind, words]) => [words, kinds[kind] ?? 0, share(kinds[kind] ?? 0)]);
const copies = table(["folder", "copies", "made", "open", "same text", "same bytes of text"], rows);
const text = `# Copies of a draft

Written by \`npm run eval:copies\`. Every readable Word document of the reference material is annotated (the findings of
the shipped national packs, and one comment on each of its first sixty paragraphs) and, where something mechanical is to
be mended, fixed. Originals and copies are converted to text by LibreOffice. Of a fixed copy the text is that after
every change is rejected.

${copies}

Two differences are LibreOffice's own and left out of account, since it makes them in any document that has a comment,
whoever wrote it: an empty line before a table that opens the document, and blanks at the end of a table cell, which it
prints in front of a comment's mark and drops where there is none. The last column is without that allowance. A frame of
several paragraphs (\`w:framePr\`), which LibreOffice dissolves when a comment stands in it, gets its comments beside it.
No copy is made of ${documents.filter((one) => one.refused).length} documents that have no typed words in their body.

## What comments stand on

${table(["stands on", "comments", "share"], anchors)}
`;
writeFileSync(join(root, "docs/revise.md"), text);
console.log(text);
const refused = documents.filter((one) => one.refused);
for (const { name, refused: reason } of refused) console.log(`refused ${reason}: ${name}`);
if (process.env.KEEP) {
  const keep = process.env.KEEP;
  mkdirSync(keep, { recursive: true });
  for (const { id, name, copies } of documents) {
    writeFileSync(join(keep, `${id}.name`), name);
    for (const kind of Object.keys(copies)) {
      writeFileSync(join(keep, `${id}.${kind}.docx`), readFileSync(join(folder, `${id}.${kind}.docx`)));
      const text = textOf(id, kind);
      if (text !== null) writeFileSync(join(keep, `${id}.${kind}.txt`), text);
    }
  }
}
