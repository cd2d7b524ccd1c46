// `npm run eval:precision`: how many findings an experienced 核稿 officer would stand by, on documents that were issued.
//   draw SEED SHEET   draws the samples and writes a sheet to read: the counts, then one finding a line with its context
//   record SHEET      takes a read sheet ("true" and "reason" filled in on every line) into precision.jsonl
// docs/precision.md is generated from precision.jsonl (npm run generate). Drawing needs the reference material in ../shared
// and a built command.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { precisionPools } from "./precision-findings.mjs";
import { draw } from "./precision-sample.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = new URL("precision.jsonl", import.meta.url);

/** Findings to read of each sample; at most so many a rule as long as other rules have any left. */
const SIZE = 150;
const A_RULE = 15;
/** Verdicts "not checked" and "not applicable" to read, at most two a rule. */
const VERDICTS = 50;

const rows = (path) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const write = (path, values) => writeFileSync(path, values.map((value) => `${JSON.stringify(value)}\n`).join(""));

async function drawn(seed) {
  const { national, local } = await precisionPools(root);
  const of = (severity, ...pools) =>
    pools.flatMap(({ findings }) => findings.filter((one) => one.severity === severity));
  const samples = {
    errors: draw(of("error", national, local), seed, SIZE, A_RULE),
    warnings: draw(of("warning", national), seed, SIZE, A_RULE),
    local: draw(of("warning", local), seed, SIZE, A_RULE),
    verdicts: draw([...national.verdicts, ...local.verdicts], seed, VERDICTS, 2),
  };
  const counts = ({ documents, counts: byRule }) => ({ documents, counts: byRule });
  const sheet = Object.entries(samples).flatMap(([sample, items]) =>
    items.map((item) => ({ sample, ...item, true: null, reason: "" })),
  );
  return [{ seed, national: counts(national), local: counts(local) }, ...sheet];
}

function record(sheet) {
  const [head, ...read] = rows(sheet);
  const unread = read.filter((one) => typeof one.true !== "boolean" || !one.reason);
  if (unread.length > 0) throw new Error(`${unread.length} lines of ${sheet} are not judged`);
  const { earlier = [] } = existsSync(data) ? rows(data)[0] : {};
  const judgements = read.map(({ context: _, document: __, message: ___, ...judgement }) => judgement);
  write(data, [{ ...head, earlier }, ...judgements]);
  return judgements.length;
}

const [command, ...given] = process.argv.slice(2);
if (command === "draw" && given.length === 2) {
  const sheet = await drawn(Number(given[0]));
  write(given[1], sheet);
  console.log(`${given[1]}: ${sheet.length - 1} to read`);
} else if (command === "record" && given.length === 1) {
  console.log(`${record(given[0])} judgements recorded; now: npm run generate`);
} else {
  console.error("usage: npm run eval:precision -- draw SEED SHEET | record SHEET");
  process.exitCode = 2;
}
