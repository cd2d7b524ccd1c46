// `npm run eval:faults [RULE…]`: plants one fault of each kind in real documents that are clean for the rule, as Word and as Markdown,
// and writes the share that is found, by rule, to docs/faults.md. Needs the reference material in ../shared.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTs } from "../import-ts.mjs";
import { shippedPacks } from "../shipped-packs.mjs";
import { pick, random } from "./alterations.mjs";
import { compared } from "./faults/compared.mjs";
import { demands } from "./faults/demands.mjs";
import { elements } from "./faults/elements.mjs";
import { format, rightLook } from "./faults/format.mjs";
import { reworked } from "./faults/issued.mjs";
import { lengthFault } from "./faults/length.mjs";
import { linesOf, markdownOf, paperOf, running } from "./faults/paper.mjs";
import { tasks } from "./faults/tasks.mjs";
import { wordOf } from "./faults/word.mjs";
import { writing } from "./faults/writing.mjs";
import { table } from "./markdown-table.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const shared = join(root, "../shared");
if (!existsSync(join(shared, "corpus/policy"))) {
  console.error(
    "npm run eval:faults needs the reference material: the folder shared/ beside the project. It is not there.",
  );
  process.exit(1);
}

const FAULTS = { ...writing, ...elements, ...demands, ...tasks, ...compared };
/** Papers a rule is tried on, each in both formats. */
const PAPERS = 15;
/** Rounds in which what the rule finds in the paper as it was is mended or taken out. */
const ROUNDS = 6;
const SEED = Number(process.env.SEED ?? 20);

const gwlint = await importTs(
  "src/pack/load.ts",
  "src/bench/kinds.ts",
  "src/check/registry.ts",
  "src/model/measures.ts",
  "src/check/run.ts",
  "src/bench/workbench.ts",
  "src/compare/comparison.ts",
  "src/model/limits.ts",
  "src/read/read.ts",
  "src/recognise/recognise.ts",
);
const { packs, sources } = await gwlint.loadSources(await shippedPacks.names(), gwlint.ruleKinds, shippedPacks);
const bench = await gwlint.openWorkbench(packs, { language: "zh" });
const tests = sources.flatMap((source) => source.tests);

/** Subject and body of every real text that has both: what a paper is made of. */
async function realTexts() {
  const files = ["corpus/policy", "sources"].flatMap((folder) =>
    readdirSync(join(shared, folder))
      .sort()
      .map((name) => join(shared, folder, name)),
  );
  const texts = [];
  for (const file of files) {
    const document = await recognised(new Uint8Array(readFileSync(file)), "text.txt");
    const part = document?.parts.at(-1);
    const title = (part?.title ?? document?.elements.title)?.text;
    if (!part?.body || !title) continue;
    const subject = title
      .replace(/^.*?关于(?:印发)?/, "")
      .replace(/的?(?:通知|意见|方案|公告|办法|函|细则|通告|决定)$/, "")
      .replace(/[《》\s（）()]/g, "")
      .slice(0, 24);
    const body = document.blocks
      .slice(part.body.first, part.body.last + 1)
      .filter((block) => block.region === "body" && !block.cell)
      .map((block) => block.text.trim())
      .filter((text) => text.length > 1 && !/^(?:分享到|打印|关闭|字体|上一篇|下一篇)/.test(text))
      .slice(0, 60);
    if (subject.length < 4 || body.join("").length < 800 || /关于|[，。？！：、；“”—…]/.test(subject)) continue;
    // A text whose lines were broken by a page has no paragraphs to plant anything in.
    if (running({ body }, 60).length < 6) continue;
    const inBody = new Set(body);
    const measures = gwlint
      .measureClauses(document)
      .filter(
        ({ leaf, responsibility: { units } }) =>
          leaf && !(units.length > 0 && units.every(({ name }) => !/[各区县乡镇]|地方/.test(name))),
      )
      .map((clause) => document.blocks[clause.span.block].text.trim())
      .filter((text) => text.length >= 40 && inBody.has(text));
    const statute = body.some((text) => /^第[一二三四五六七八九十百]{1,4}[章条]/.test(text));
    texts.push({ subject, body, measures, statute, name: file.slice(shared.length + 1) });
  }
  return texts;
}

async function recognised(bytes, name, declared = {}) {
  const result = await gwlint.read(bytes, name, gwlint.DEFAULT_LIMITS);
  return result.ok ? gwlint.recognise(result.source, name, declared) : null;
}

/** Each fact as if it were declared beside the draft. */
const declaredOf = (facts) =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { origin: "declared", value }]));

/** The verdict of a rule on a paper, and the document it was given. */
async function verdictOf(rule, paper, form, facts, look) {
  const [bytes, name] =
    form === "docx" ? [wordOf(paper, look), "draft.docx"] : [new TextEncoder().encode(markdownOf(paper)), "draft.md"];
  const document = await recognised(bytes, name, declaredOf(facts));
  const superiors = await Promise.all((paper.superiors ?? []).map(asSuperior));
  const plans = await Promise.all((paper.plans ?? []).map(asSuperior));
  const comparison = superiors.length > 0 ? gwlint.comparison : null;
  const [verdict] = gwlint.runRules(document, [rule], { ...bench, superiors, plans, comparison });
  if (verdict.outcome === "crashed") throw new Error(`${rule.id}: ${verdict.error}`);
  return { verdict, document };
}

const read = new Map();
async function asSuperior({ title, number, body }) {
  const text = [number, title, ...body].filter((line) => typeof line === "string").join("\n\n");
  if (!read.has(text))
    read.set(text, {
      name: "superior.txt",
      document: await recognised(new TextEncoder().encode(text), "superior.txt"),
    });
  return read.get(text);
}

const squeezed = (text) => text.replace(/[\s\\]/g, "");

/** Lines of the paper that hold what the rule reported. */
function linesHit({ verdict, document }, paper) {
  const texts = (verdict.hits ?? []).flatMap(({ span }) => (span ? [squeezed(document.blocks[span.block].text)] : []));
  return paper.body.filter(
    (line) => typeof line === "string" && texts.some((text) => text !== "" && squeezed(line).includes(text)),
  );
}

/** The paper after everything the rule finds in it is mended or gone; null where it cannot be made clean. */
async function cleaned(rule, fault, paper, facts, look, r) {
  const form = fault.look ? "docx" : "md";
  let now = paper;
  for (let round = 0; round < ROUNDS; round++) {
    const checked = await verdictOf(rule, now, form, facts, look);
    if (checked.verdict.outcome === "held") return now;
    if (checked.verdict.outcome === "not-applicable") return fault.look || fault.concerned ? null : now;
    if (checked.verdict.outcome === "not-checked" || fault.look) return null;
    const lines = linesHit(checked, now);
    if (lines.length === 0) return null;
    now = fault.mend ? fault.mend(now, lines, r) : { ...now, body: now.body.filter((line) => !lines.includes(line)) };
  }
  return null;
}

/** Whether the rule reports the planted fault where it stands. */
function found({ verdict, document }, change) {
  if (verdict.outcome !== "broken") return false;
  if (change.about)
    return verdict.hits.some(({ values }) =>
      Object.values(values).some(
        (value) => squeezed(change.about).includes(squeezed(String(value)).slice(0, 12)) && String(value).length > 6,
      ),
    );
  if (change.at === null) return true;
  return verdict.hits.some(({ span }) => {
    if (!span) return true;
    const text = squeezed(document.blocks[span.block].text);
    return change.at.some((line) => squeezed(line).includes(text) || text.includes(squeezed(line)));
  });
}

async function tried(rule) {
  const fault = format[rule.id] ? { look: format[rule.id] } : (FAULTS[rule.id] ?? lengthFault(rule, tests));
  const row = {
    rule: rule.id,
    pack: rule.pack,
    planted: { md: 0, docx: 0, issued: 0 },
    found: { md: 0, docx: 0, issued: 0 },
    missed: [],
  };
  if (!fault) {
    // Hints at the layouts of letters, orders and minutes, of which no real paper is at hand; fixtures hold them.
    if (rule.severity === "info" && rule.check === "format") return null;
    throw new Error(`no fault is planted for ${rule.id}: give it one under scripts/eval/faults/`);
  }
  const r = random(SEED + ([...rule.id].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 100_000));
  const order = documents
    .map((text) => [r(), text])
    .sort((a, b) => a[0] - b[0])
    .map(([, text]) => text);
  for (const text of order) {
    if (row.planted.docx >= PAPERS) break;
    // Articles of a statute, and papers that only inform, assign no tasks.
    if (tasks[rule.id] && (text.statute || text.measures.length < 4)) continue;
    const other = pick(
      documents.filter(
        (one) => one !== text && one.measures.length >= (fault.least ?? 0) && !(fault.least && one.statute),
      ),
      r,
    );
    const facts = fault.facts ?? {};
    const right = rightLook(r);
    let paper = paperOf(text, r, fault);
    if (format[rule.id])
      paper = {
        ...paper,
        copies: "抄送：市委办公室，市人大常委会办公室。",
        printed: `${paper.unit}办公室　　${paper.date}印发`,
        body: [
          ...paper.body,
          "一、加强组织领导",
          "（一）落实工作责任",
          "各地要明确一名负责同志具体抓，逐级压实责任，所需经费列入同级财政预算，专款专用。",
        ],
      };
    if (fault.prepare) paper = fault.prepare(paper, r, text, other);
    if (paper && fault.beside) paper = fault.beside(paper, other, r);
    if (paper) paper = await cleaned(rule, fault, paper, facts, right, r);
    if (!paper) continue;
    const change = fault.look ? { paper, at: null } : fault.seed(paper, r, other);
    if (!change) continue;
    const look = fault.look ? fault.look(right, r) : right;
    for (const form of fault.look ? ["docx"] : ["md", "docx"]) {
      const checked = await verdictOf(rule, change.paper, form, { ...facts, ...change.facts }, look);
      row.planted[form]++;
      if (found(checked, change)) row.found[form]++;
      else row.missed.push(`${text.name} ${form} ${checked.verdict.outcome}: ${differences(paper, change)}`);
    }
  }
  for (const { name, bytes, source } of format[rule.id] ? issued : []) {
    if (row.planted.issued >= PAPERS) break;
    const changed = reworked(bytes, rule.id);
    if (!changed || verdictIn(rule, source).outcome !== "held") continue;
    const result = await gwlint.read(changed, name, gwlint.DEFAULT_LIMITS);
    row.planted.issued++;
    if (verdictIn(rule, result.source).outcome === "broken") row.found.issued++;
    else row.missed.push(`${name} issued`);
  }
  return row;
}

const verdictIn = (rule, source) => gwlint.runRules(gwlint.recognise(source, "draft.docx", {}), [rule], bench)[0];

/** Word documents as they were issued. */
async function issuedDocuments() {
  const folder = join(shared, "corpus/docx-issued");
  const read = [];
  for (const name of readdirSync(folder).sort()) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const result = await gwlint.read(bytes, name, gwlint.DEFAULT_LIMITS);
    if (result.ok) read.push({ name, bytes, source: result.source });
  }
  return read;
}

/** What the fault took out and put in, for whoever looks into a miss. */
function differences(before, { paper: after, facts }) {
  const texts = (paper) =>
    linesOf(paper).map(({ text, rows: cells }) => text ?? cells.map((row) => row.join(" ")).join(" / "));
  const [was, is] = [texts(before), texts(after)];
  const gone = was.filter((text) => !is.includes(text)).map((text) => `− ${text.slice(-60)}`);
  const come = is.filter((text) => !was.includes(text)).map((text) => `+ ${text.slice(-60)}`);
  return [...gone, ...come, ...(facts ? [JSON.stringify(facts)] : [])].slice(0, 6).join("  ");
}

const sum = ({ md, docx, issued: real }) => md + docx + real;
const total = (all, part) => all.reduce((n, row) => n + sum(row[part]), 0);
const share = (all) => (total(all, "planted") === 0 ? "–" : (total(all, "found") / total(all, "planted")).toFixed(3));

function report(all) {
  for (const row of all) {
    if (sum(row.found) === sum(row.planted) && sum(row.planted) > 0) continue;
    console.log(`${row.rule}  ${sum(row.found)}/${sum(row.planted)}`);
    for (const line of row.missed) console.log(`    ${line}`);
  }
  console.log(`${total(all, "found")} of ${total(all, "planted")}`);
}

function page(all) {
  const byPack = [...new Set(all.map(({ pack }) => pack))].map((pack) => {
    const own = all.filter((row) => row.pack === pack);
    const whole = own.filter((row) => sum(row.planted) > 0 && sum(row.found) / sum(row.planted) >= 0.98).length;
    return [pack, own.length, whole, total(own, "planted"), total(own, "found"), share(own)];
  });
  const cells = ({ planted, found: seen }) =>
    ["md", "docx", "issued"].map((form) => (planted[form] === 0 ? "" : `${seen[form]}/${planted[form]}`));
  const rules = all.map((row) => [row.rule, ...cells(row), share([row])]);
  return `# Planted faults

Written by \`npm run eval:faults\`. ${documents.length} texts of real documents that have paragraphs are put between a head and a tail that are
right (\`scripts/eval/faults/paper.mjs\`), and whatever a rule finds in one is mended or taken out. Then one fault of the
rule's kind is planted, worded or placed by dice, and the paper is checked as Markdown and as a Word document laid
out by GB/T 9704-2012 whose fonts and lines come about in several ways. Faults of layout are planted in Word documents
that were really issued besides (\`issued\`). A fault counts as found where the rule reports it at its place.

Seed ${SEED}, ${PAPERS} papers a rule. ${total(all, "found")} of ${total(all, "planted")} found: ${share(all)}. What this does not tell: how a real slip looks that nobody here thought
of, and how much is reported that is none ([precision.md](precision.md)).

${table(["pack", "rules", "rules at 0.98 or above", "planted", "found", "share"], byPack)}

${table(["rule", "Markdown", "Word", "issued", "share"], rules)}
`;
}

const documents = await realTexts();
const issued = await issuedDocuments();
const asked = process.argv.slice(2);
const rules = sources
  .flatMap(({ layer }) => layer.rules)
  .filter(
    ({ id, check }) =>
      gwlint.checkKinds.some(({ name }) => name === check) && (asked.length === 0 || asked.includes(id)),
  );
const rows = [];
const unplanted = [];
for (const rule of rules) {
  const row = await tried(rule);
  if (row) rows.push(row);
  else unplanted.push(rule.id);
}
if (unplanted.length > 0) console.log(`no fault planted: ${unplanted.join(" ")}`);
report(rows);
if (asked.length === 0) writeFileSync(join(root, "docs/faults.md"), page(rows));
