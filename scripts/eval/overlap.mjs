// Measures copy detection on what the reference protocol leaves out, over the half of the texts that neither the
// frequency table nor the lexicon has seen, and prints a Markdown table.
//   node scripts/eval/overlap.mjs FOLDER [--seed 5] [--cases 60]
// FOLDER holds .md and .txt, one document each. A case: three sentences of a source set into a host that shares nothing
// with it. PlagDet = F1 of characters ÷ log2(1 + passages told a true passage), as the PAN workshops define it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "opencc-js";
import { inHalf } from "../halves.mjs";
import { importTs } from "../import-ts.mjs";
import { table } from "./markdown-table.mjs";

const [folder, ...rest] = process.argv.slice(2);
const option = (name, fallback) => Number(rest[rest.indexOf(`--${name}`) + 1] ?? fallback) || fallback;
const [seed, wanted] = [option("seed", 5), option("cases", 60)];
const { compare } = await importTs("src/compare/compare.ts");

function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const documents = readdirSync(folder)
  .sort()
  .filter((name) => /\.(md|txt)$/.test(name) && !inHalf(name, "1"))
  .map((name) => ({
    name,
    text: readFileSync(join(folder, name), "utf8")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/^#+\s*/gm, "")
      .replace(/\n+/g, "\n")
      .trim(),
  }))
  .filter(({ text }) => text.length >= 2500);
const sentences = (text) => text.match(/[^。；;！!？?\n]+[。；;！!？?\n]*/g) ?? [text];
const pick = (list, r) => list[Math.floor(r() * list.length)];
const grams = (text) => {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 11) }, (_, i) => plain.slice(i, i + 12)));
};
const letters = [...documents.map(({ text }) => text.slice(0, 300)).join("")].filter(
  (c) => c >= "\u4e00" && c <= "\u9fff",
);
const edited = (rate) => (text, r) =>
  [...text]
    .map((c) => {
      if (r() >= rate) return c;
      const x = r();
      return x < 1 / 3 ? pick(letters, r) : x < 2 / 3 ? c + pick(letters, r) : "";
    })
    .join("");
const words = (rate) => (text, r) =>
  (text.match(/[\u4e00-\u9fff]{1,2}|[^\u4e00-\u9fff]+/g) ?? [])
    .map((word) => (/[\u4e00-\u9fff]/.test(word) && r() < rate ? pick(letters, r) + pick(letters, r) : word))
    .join("");
const traditional = Converter({ from: "cn", to: "tw" });
const levels = {
  "20–40 characters, verbatim": { from: 20, to: 40, alter: (text) => text },
  "20–40 characters, 5 % edits": { from: 20, to: 40, alter: edited(0.05) },
  "40–80 characters, 5 % edits": { from: 40, to: 80, alter: edited(0.05) },
  "80–400 characters, 10 % of words": { from: 80, to: 400, alter: words(0.1) },
  "80–400 characters, 20 % of words": { from: 80, to: 400, alter: words(0.2) },
  "traditional characters": { from: 80, to: 400, alter: (text) => traditional(text) },
  "full-width digits, blanks": {
    from: 80,
    to: 400,
    alter: (text) => text.replace(/，/g, "， ").replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  },
  "items joined, breaks lost": { from: 80, to: 400, alter: (text) => text.replace(/[。；]\n?/g, "，") },
};

/** A stretch of whole sentences of `from` to `to` characters. */
function stretch(text, from, to, r) {
  const units = sentences(text);
  for (let tries = 0; tries < 200; tries++) {
    const first = Math.floor(r() * units.length);
    let words = "";
    for (let i = first; i < units.length && words.length < from; i++) words += units[i];
    const start = text.indexOf(words);
    if (words.length >= from && words.length <= to && text.indexOf(words, start + 1) < 0 && !/会议|《/.test(words)) {
      return { words, start, end: start + words.length };
    }
  }
  return null;
}

/** A host and sources that share at most 0.2 % of the host's 12-grams, so that the truth is clean. */
function unrelated(r, count) {
  for (;;) {
    const host = pick(documents, r);
    const body = sentences(host.text).slice(5, 45);
    const mine = grams(body.join(""));
    const others = Array.from({ length: count }, () => pick(documents, r));
    const apart = (a, b) => [...a].filter((gram) => b.has(gram)).length <= 0.002 * a.size;
    if (body.join("").length >= 1500 && others.every((one) => one !== host && apart(mine, grams(one.text))))
      return { body, others };
  }
}

function measure({ from, to, alter }, sourceCount = 1) {
  const r = random(seed);
  const sum = { tp: 0, fp: 0, fn: 0, found: 0, told: 0 };
  for (let k = 0; k < wanted; k++) {
    const { body, others } = unrelated(r, sourceCount);
    const truth = [];
    let draft = "";
    body.forEach((sentence, i) => {
      const slot = [5, 15, 25].indexOf(i);
      const source = others[slot % sourceCount];
      const copied = slot >= 0 ? stretch(source.text, from, to, r) : null;
      if (copied) {
        const words = alter(copied.words, r, body);
        truth.push({ ...copied, source: source.name, from: draft.length, to: draft.length + words.length });
        draft += words;
      }
      draft += sentence;
    });
    const passages = compare(draft, others);
    const meets = (p, t) =>
      p.source.name === t.source &&
      p.draft.start < t.to &&
      p.draft.end > t.from &&
      Math.min(p.source.end, t.end) - Math.max(p.source.start, t.start) >= (p.source.end - p.source.start) / 2;
    const state = new Uint8Array(draft.length);
    for (const t of truth) state.fill(1, t.from, t.to);
    for (const p of passages) {
      const right = truth.some((t) => meets(p, t));
      for (let i = p.draft.start; i < p.draft.end; i++) state[i] |= right ? 2 : 4;
    }
    for (const one of state) {
      if (one === 3 || one === 7) sum.tp++;
      else if (one > 1) sum.fp++;
      if (one === 1 || one === 5) sum.fn++;
    }
    for (const t of truth) {
      const pieces = passages.filter((p) => meets(p, t)).length;
      if (pieces > 0) sum.found++;
      sum.told += pieces;
    }
  }
  const precision = sum.tp / (sum.tp + sum.fp || 1);
  const recall = sum.tp / (sum.tp + sum.fn || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  const granularity = sum.found ? sum.told / sum.found : 1;
  return [precision, recall, granularity, f1 / Math.log2(1 + granularity)].map((x) => x.toFixed(3));
}

/** Share of the characters of words planted in two unrelated documents that a comparison tells. */
function planted(make) {
  const r = random(seed);
  let [all, told] = [0, 0];
  for (let k = 0; k < wanted; k++) {
    const { body, others } = unrelated(r, 1);
    const plants = make(r);
    const into = (units) => {
      const list = [...units];
      for (const plant of plants) list.splice(Math.floor(r() * list.length), 0, plant);
      return list.join("");
    };
    const draft = into(body);
    const passages = compare(draft, [{ name: "b", text: into(sentences(others[0].text).slice(0, 60)) }]);
    for (const plant of plants) {
      const at = draft.indexOf(plant);
      all += plant.length;
      for (const { draft: p } of passages)
        told += Math.max(0, Math.min(p.end, at + plant.length) - Math.max(p.start, at));
    }
  }
  return `${((100 * told) / all).toFixed(2)} %`;
}

/** Clauses that stand in four documents of different subjects and more: set phrases that nobody listed. */
function setPhrases() {
  const seen = new Map();
  for (const { name, text } of documents) {
    for (const clause of new Set(text.replace(/\n/g, "").split(/[。；;：:\s]/))) {
      if (clause.length < 12 || clause.length > 60 || /《|年\d*月/.test(clause)) continue;
      seen.set(clause, (seen.get(clause) ?? new Set()).add(name.slice(9, 13)));
    }
  }
  return [...seen].filter(([, names]) => names.size >= 4).map(([clause]) => `${clause}。`);
}

const phrases = setPhrases();
const title = (r) =>
  `按照《关于做好${pick(documents, r).name.replace(/^[0-9a-f]+-|[（(].*|\.\w+$/g, "")}贯彻实施工作的通知》（国办发〔20${10 + Math.floor(r() * 15)}〕${1 + Math.floor(r() * 80)}号）办理。`;
const quotation = (r) => {
  const words = pick(
    sentences(pick(documents, r).text).filter((one) => one.length > 20 && one.length < 90 && !/[“”\n]/.test(one)),
    r,
  );
  return `会议强调，“${words}”`;
};
console.log(`${documents.length} documents, seed ${seed}, ${wanted} cases a row\n`);
console.log(
  table(
    ["alteration", "precision", "recall", "granularity", "PlagDet"],
    [
      ...Object.entries(levels).map(([name, level]) => [name, ...measure(level)]),
      ["three sources in turn", ...measure({ from: 80, to: 300, alter: (text) => text }, 3)],
    ],
  ),
);
console.log(
  table(
    ["planted in both", "characters told"],
    [
      [
        `set phrases (${phrases.length} found in the texts themselves)`,
        planted((r) => [1, 2, 3, 4].map(() => pick(phrases, r))),
      ],
      ["cited titles with their number", planted((r) => [title(r), title(r)])],
      ["attributed quotations", planted((r) => [quotation(r), quotation(r)])],
    ],
  ),
);
