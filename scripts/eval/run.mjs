// `npm run eval`: measures gwlint on documents that nobody here wrote and writes docs/accuracy.md. Needs the reference
// material in ../shared and a built command.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTs } from "../import-ts.mjs";
import { writePart } from "./accuracy-file.mjs";
import { counting } from "./counting.mjs";
import { table } from "./markdown-table.mjs";
import { recognition } from "./recognition.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const shared = join(root, "../shared");

function stop(message) {
  console.error(message);
  process.exit(1);
}
if (!existsSync(join(shared, "eval/outline.mjs"))) {
  stop("npm run eval needs the reference material: the folder shared/ beside the project. It is not there.");
}
const built = statSync(join(root, "dist/cli.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .reduce((latest, { parentPath, name }) => Math.max(latest, statSync(join(parentPath, name)).mtimeMs), 0);
if (newest > built) stop("dist/ is missing or older than src/: run npm run build first.");

process.chdir(root);
const { docxCopy, differenceInWord, secondOpinion, scoreFacts, read, recognise, DEFAULT_LIMITS } = await importTs(
  "scripts/eval/docx-copies.ts",
  "scripts/eval/same-in-word.ts",
  "scripts/eval/second-opinion.ts",
  "scripts/eval/facts.ts",
  "src/read/read.ts",
  "src/model/limits.ts",
  "src/recognise/recognise.ts",
);

/** Whether a Word copy of every other text of the corpus is recognised as the text is; needs no labels. */
function copies() {
  const count = { documents: 0, same: 0, clauses: 0, rows: 0 };
  for (const folder of ["policy", "laws"]) {
    for (const name of readdirSync(join(shared, "corpus", folder)).sort()) {
      const text = readFileSync(join(shared, "corpus", folder, name), "utf8").replace(
        /\r+\n|[\r\f\v\u0085\u2028\u2029]/g,
        "\n",
      );
      const { clauses, rows, elements } = differenceInWord(text);
      count.documents++;
      count.clauses += clauses;
      count.rows += rows.length;
      if (rows.length + elements.length === 0) count.same++;
      else console.error(`not the same in Word: ${folder}/${name}: ${rows.length} rows, ${elements.join(", ")}`);
    }
  }
  return count;
}

async function opinions() {
  const files = ["docx-issued", "docx-templates", "docx-odd"].flatMap((folder) =>
    readdirSync(join(shared, "corpus", folder))
      .sort()
      .map((name) => join(shared, "corpus", folder, name)),
  );
  const causes = new Map();
  const unexplained = [];
  const count = { same: 0, differing: 0, refused: 0 };
  for (const file of files) {
    const opinion = await secondOpinion(new Uint8Array(readFileSync(file)));
    if (opinion.verdict === "refused") count.refused++;
    else if (opinion.causes.size + opinion.unexplained.length === 0) count.same++;
    else count.differing++;
    for (const cause of opinion.causes ?? []) causes.set(cause, (causes.get(cause) ?? 0) + 1);
    for (const { ours, theirs } of opinion.unexplained ?? [])
      unexplained.push(`${file}: “${ours}” instead of “${theirs}”`);
  }
  for (const line of unexplained) console.error(`unexplained: ${line}`);
  const rows = [...causes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { ...count, rows: [...rows, ["unexplained places", unexplained.length]] };
}

async function facts() {
  const file = join(root, "test/recognise/facts/labels.json");
  if (!existsSync(file)) return null;
  const labels = Object.entries(JSON.parse(readFileSync(file, "utf8")));
  const scores = new Map();
  for (const [name, values] of labels) {
    const result = await read(new Uint8Array(readFileSync(join(shared, "corpus", name))), name, DEFAULT_LIMITS);
    if (!result.ok) throw new Error(`${name}: ${result.failure.reason}`);
    scoreFacts(scores, values, recognise(result.source, name, {}));
  }
  const share = (part, whole) => (whole === 0 ? "–" : (part / whole).toFixed(3));
  const rows = [...scores].map(([name, { told, right, wrong, unknown, untold, leftUnknown }]) => {
    return [name, told, right, wrong, unknown, untold, leftUnknown, share(right + leftUnknown, told + untold)];
  });
  const heads = ["fact", "told by the text", "right", "wrong", "unknown", "not told", "left unknown", "right of all"];
  return { documents: labels.length, table: table(heads, rows) };
}

const recognised = recognition({ shared, docxCopy });
const inWord = copies();
const counted = counting({ shared });
const opinion = await opinions();
const known = await facts();

writePart(
  "recognition",
  `Written by \`npm run eval\`. What is measured is what \`gwlint outline\` and \`gwlint count\` print.

## Recognition

${recognised.documents} official texts labelled line by line by hand (\`fixtures/labelled/\`), and Word copies of them with automatic
numbering, runs cut at odd places, inserted and moved text, and deleted or hidden units that are not responsible
(\`scripts/eval/docx-copies.ts\`).

${recognised.table}

A measure without a unit is what the responsibility rule reports. Units and deadlines are compared in the clauses that
are measures in both. These texts were at hand while the grammar was written; a text that was not will do less well.

Without labels: ${inWord.documents} laws and policy documents and Word copies of them. ${inWord.same} give the same outline in both
forms; of ${inWord.clauses} clauses, ${inWord.rows} rows stand in one outline and not in the other.

## Counting

Documents that WPS saved its own statistics in, read without them. WPS counts no text boxes; neither does the scope
compared here.

${counted}

Pages are also compared with what LibreOffice lays out, where it is installed: \`npm run test:office\`.

## A second opinion on the text of Word documents

Our text, without the labels of lists, beside that of mammoth: ${opinion.same} documents the same, ${opinion.differing} not, ${opinion.refused} refused by us
(encrypted, damaged, lock files, unsafe).

${table(["why the texts differ", "documents"], opinion.rows)}
${
  known === null
    ? ""
    : `
## Facts

${known.documents} documents, labelled from their title and head. A fact that the text does not tell has to stay unknown.

${known.table}
`
}`,
);
