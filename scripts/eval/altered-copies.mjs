// The cases of overlap.mjs: copied passages set into texts that share nothing with their source, words planted in two
// texts that nobody copied, several sources at once. PlagDet = F1 of characters ÷ log2(1 + passages told a true passage),
// as the PAN workshops define it; sentences of the copier's own inside a passage count neither way.
import { lower, OWN, pick, random, sentences } from "./alterations.mjs";

/**
 * The measures over `documents` ({ name, text }), `wanted` cases each, drawn by `seed`. `find(draft, sources)` gives
 * passages as `compare` does.
 */
export function protocol({ documents, seed, wanted, find }) {
  const grams = (text) => {
    const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
    return new Set(Array.from({ length: Math.max(0, plain.length - 11) }, (_, i) => plain.slice(i, i + 12)));
  };

  /** Clauses that every statute has, by their words: they are nobody's, and telling them would be a mistake. */
  const SET = /施行|废止|附\s*则|第.{1,4}章|构成犯罪|罚款|处分|任何单位和个人|情形之一|解释|依照.{0,12}规定|违反本/;

  /** A stretch of whole sentences of `from` to `to` characters, as long as `goal` where there are; with `own` none that every statute has. */
  function stretch(text, from, to, r, own = false, goal = from) {
    const units = sentences(text);
    for (let tries = 0; tries < 200; tries++) {
      const first = Math.floor(r() * units.length);
      let words = "";
      for (let i = first; i < units.length && words.length < goal; i++) words += units[i];
      const start = text.indexOf(words);
      if (
        words.length >= from &&
        words.length <= to &&
        text.indexOf(words, start + 1) < 0 &&
        !/会议|《/.test(words) &&
        !(own && SET.test(words))
      ) {
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

  function measure({ from, to, spread = 0, alter, source: whole = (text) => text, own }, sourceCount = 1) {
    const r = random(seed);
    const sum = { tp: 0, fp: 0, fn: 0, found: 0, told: 0 };
    for (let k = 0; k < wanted; k++) {
      const { body, others } = unrelated(r, sourceCount);
      const truth = [];
      let draft = "";
      body.forEach((sentence, i) => {
        const slot = [5, 15, 25].indexOf(i);
        const source = others[slot % sourceCount];
        const copied = slot >= 0 ? stretch(source.text, from, to, r, own, from + r() * spread) : null;
        if (copied) {
          const words = alter(copied.words, r, body.slice(30));
          const from = draft.length;
          const own = [];
          for (const [at, piece] of words.split(new RegExp(`[${OWN.join("")}]`)).entries()) {
            if (at % 2 === 1) own.push([draft.length, draft.length + piece.length]);
            draft += piece;
          }
          truth.push({ ...copied, source: source.name, from, to: draft.length, own });
        }
        draft += sentence;
      });
      const passages = find(
        draft,
        others.map(({ name, text }) => ({ name, text: whole(text) })),
      );
      const meets = (p, t) =>
        p.source.name === t.source &&
        p.draft.start < t.to &&
        p.draft.end > t.from &&
        Math.min(p.source.end, t.end) - Math.max(p.source.start, t.start) >= (p.source.end - p.source.start) / 2;
      const state = new Uint8Array(draft.length);
      for (const t of truth) {
        state.fill(1, t.from, t.to);
        for (const [from, to] of t.own) state.fill(0, from, to);
      }
      for (const p of passages) {
        const right = truth.some((t) => meets(p, t));
        for (let i = p.draft.start; i < p.draft.end; i++) {
          if (!p.own.some(({ start, end }) => start <= i && i < end)) state[i] |= right ? 2 : 4;
        }
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
      const passages = find(draft, [{ name: "b", text: into(sentences(others[0].text).slice(0, 60)) }]);
      for (const plant of plants) {
        const at = draft.indexOf(plant);
        all += plant.length;
        for (const { draft: p } of passages)
          told += Math.max(0, Math.min(p.end, at + plant.length) - Math.max(p.start, at));
      }
    }
    return `${((100 * told) / all).toFixed(2)} %`;
  }

  /** Two sources taken sentence by sentence in turn: share of the characters told, and told of the right source. */
  function interleaved() {
    const r = random(seed);
    let [all, told, right] = [0, 0, 0];
    for (let k = 0; k < wanted; k++) {
      const { body, others } = unrelated(r, 2);
      const taken = others.map(({ text }) => sentences(stretch(text, 200, 600, r)?.words ?? ""));
      let draft = body.slice(0, 8).join("");
      const truth = [];
      for (let i = 0; i < Math.min(taken[0].length, taken[1].length); i++) {
        taken.forEach((list, at) => {
          truth.push({ name: others[at].name, from: draft.length, to: draft.length + list[i].length });
          draft += list[i];
        });
      }
      const passages = find(draft + body.slice(8).join(""), others);
      for (const { name, from, to } of truth) {
        for (let i = from; i < to; i++) {
          const here = passages.filter(({ draft: p }) => p.start <= i && i < p.end);
          all++;
          if (here.length > 0) told++;
          if (here.some(({ source }) => source.name === name)) right++;
        }
      }
    }
    return [told, right].map((x) => `${((100 * x) / all).toFixed(1)} %`).join(", of the right source ");
  }

  /** Draft and sibling both copied one superior with names changed; the share of told characters given to the superior. */
  function siblings() {
    const r = random(seed);
    let [told, right] = [0, 0];
    for (let k = 0; k < wanted; k++) {
      const { body, others } = unrelated(r, 2);
      const copied = stretch(others[0].text, 80, 400, r)?.words ?? "";
      const draft = body.slice(0, 10).join("") + lower(copied) + body.slice(10).join("");
      const sibling = sentences(others[1].text).slice(0, 30).join("") + lower(copied);
      const sources = [
        { name: "sibling", text: sibling, issuedOn: "2024-05-01" },
        { name: "superior", text: others[0].text, issuedOn: "2024-01-01" },
      ];
      for (const { draft: p, source } of find(draft, sources)) {
        told += p.end - p.start;
        if (source.name === "superior") right += p.end - p.start;
      }
    }
    return `${((100 * right) / told).toFixed(1)} %`;
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
  const plainTitle = (r) => pick(documents, r).name.replace(/^[0-9a-f]+-|[（(].*|\.\w+$/g, "");
  const title = (r) =>
    `按照《关于做好${plainTitle(r)}贯彻实施工作的通知》（国办发〔20${10 + Math.floor(r() * 15)}〕${1 + Math.floor(r() * 80)}号）办理。`;
  const quotation = (r) => {
    const words = pick(
      sentences(pick(documents, r).text).filter((one) => one.length > 20 && one.length < 90 && !/[“”\n]/.test(one)),
      r,
    );
    return `会议强调，“${words}”`;
  };

  return { measure, planted, interleaved, siblings, phrases, title, quotation, plainTitle };
}
