// Measures copy detection on what the reference protocol leaves out, over the half of the texts that neither the
// frequency table nor the lexicon has seen.
//   node scripts/eval/overlap.mjs LAWS [POLICY] [--seed 5] [--cases 60] [--peers] [--write]
// The folders hold .md and .txt, one document each. --peers installs three detectors of the npm registry into a temporary
// folder and runs a third of the cases through them; --write puts the tables into docs/accuracy.md.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inHalf } from "../halves.mjs";
import { importTs } from "../import-ts.mjs";
import { writePart } from "./accuracy-file.mjs";
import { alterations, coverNote, pick } from "./alterations.mjs";
import { protocol } from "./altered-copies.mjs";
import { table } from "./markdown-table.mjs";
import { installPeers } from "./peers.mjs";
import { randomPairs } from "./random-pairs.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => Number(args[args.indexOf(`--${name}`) + 1] ?? fallback) || fallback;
const [seed, wanted] = [option("seed", 5), option("cases", 60)];
const folders = args.filter((arg, i) => !arg.startsWith("--") && !/^--(seed|cases)$/.test(args[i - 1] ?? ""));
const { compare } = await importTs("src/compare/compare.ts");

const [laws = [], policy = []] = folders.map((folder) =>
  readdirSync(folder)
    .sort()
    .filter((name) => /\.(md|txt)$/.test(name) && !inHalf(name, "1"))
    .map((name) => ({
      name,
      text: readFileSync(join(folder, name), "utf8")
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/^#+\s*/gm, "")
        .replace(/\n+/g, "\n")
        .trim(),
    })),
);
const documents = laws.filter(({ text }) => text.length >= 2500);
const levels = alterations(documents);
const ours = protocol({ documents, seed, wanted, find: compare });
const parts = [];

parts.push(
  `${documents.length} laws of the half that the frequency table was not made from, seed ${seed}, ${wanted} cases a row.`,
  table(
    ["alteration", "goal", "precision", "recall", "granularity", "PlagDet"],
    [...Object.entries(levels), ["three sources in turn", { from: 80, to: 300, alter: (text) => text }]].map(
      ([name, level]) => [name, level.goal ?? "–", ...ours.measure(level, name.startsWith("three") ? 3 : 1)],
    ),
  ),
);

if (args.includes("--peers")) {
  const peers = await installPeers();
  try {
    const cases = Math.ceil(wanted / 3);
    const finders = { gwlint: compare, ...peers.finders };
    const runs = Object.values(finders).map((find) => protocol({ documents, seed, wanted: cases, find }));
    const rows = Object.entries(levels).map(([name, level]) => [
      name,
      ...runs.map(({ measure }) => {
        const [precision, recall, granularity, plagdet] = measure(level);
        return `${plagdet} (${precision}, ${recall}, ${granularity})`;
      }),
    ]);
    parts.push(
      `Peers on the same cases, ${cases} a row: PlagDet (precision, recall, granularity). All get one letter a token.`,
      table(["alteration", ...Object.keys(finders)], rows),
    );
  } finally {
    peers.close();
  }
}

const { planted, phrases, title, quotation, plainTitle } = ours;
parts.push(
  table(
    ["planted in both", "goal", "characters told"],
    [
      [
        `set phrases (${phrases.length} found in the texts themselves)`,
        "2 %",
        planted((r) => [1, 2, 3, 4].map(() => pick(phrases, r))),
      ],
      ["cited titles with their number", "0 %", planted((r) => [title(r), title(r)])],
      ["covering letters", "–", planted((r) => [coverNote(plainTitle(r), r)])],
      ["attributed quotations", "0 %", planted((r) => [quotation(r), quotation(r)])],
    ],
  ),
  table(
    ["several sources", "characters"],
    [
      ["two sources sentence by sentence: told", ours.interleaved()],
      ["superior and a sibling that copied it too: given to the superior", ours.siblings()],
    ],
  ),
  "300 random pairs a row, nothing filtered; goal 0.1 % of the characters, 3 % of the documents. Two texts are of one subject where their titles share two characters in a row beside place, kind and the words that every title has.",
  table(
    ["random pairs", "characters told", "drafts with a passage", "of other subjects: characters", "drafts"],
    [
      ...[seed, seed + 1, seed + 2].map((one) => [`laws, seed ${one}`, ...randomPairs(laws, one, compare)]),
      ...(policy.length > 0
        ? [seed, seed + 1, seed + 2].map((one) => [`policy papers, seed ${one}`, ...randomPairs(policy, one, compare)])
        : []),
    ],
  ),
);

const text = parts.join("\n\n");
console.log(text);
if (args.includes("--write")) writePart("copying", `## Copying\n\nWritten by \`npm run eval:overlap\`.\n\n${text}\n`);
