// What a copier does to a passage, and what two papers may share without copying; for overlap.mjs.
import { Converter } from "opencc-js";

/** Numbers from 0 to 1, the same for the same seed. */
export function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export const pick = (list, r) => list[Math.floor(r() * list.length)];
export const sentences = (text) => text.match(/[^。；;！!？?\n]+[。；;！!？?\n]*/g) ?? [text];
export const traditional = Converter({ from: "cn", to: "tw" });
export const lower = (text) =>
  text
    .replace(/国务院/g, "市人民政府")
    .replace(/全国|全省/g, "全市")
    .replace(/本省/g, "本市")
    .replace(/省/g, "市");

/** Marks around words of the copier's own; taken out before the draft is compared. */
export const OWN = ["\ue000", "\ue001"];

/** Rows of the table: lengths of the passages and what is done to them; `source` is what is done to the whole source. */
export function alterations(documents) {
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
  const long = { from: 80, to: 400 };
  const whole = { from: 80, to: 900, spread: 520 };
  const shuffled = (text, parts, r) =>
    (text.match(parts) ?? [text])
      .map((part) => [r(), part])
      .sort(([x], [y]) => x - y)
      .map(([, part]) => part)
      .join("");
  const SENTENCES = /[^。；;！!？?\n]+[。；;！!？?\n]?/g;
  const CLAUSES = /[^。；;！!？?\n，,：:、]+[。；;！!？?\n，,：:、]?/g;
  return {
    verbatim: { ...whole, goal: 0.99, alter: (text) => text },
    "level words": { ...whole, goal: 0.99, alter: (text) => lower(text) },
    "5 % edits": { ...whole, goal: 0.99, alter: edited(0.05) },
    "10 % edits": { ...whole, goal: 0.99, alter: edited(0.1) },
    "20 % edits": { ...whole, goal: 0.98, alter: edited(0.2) },
    "30 % edits": { ...whole, goal: 0.9, alter: edited(0.3) },
    "sentences shuffled": { ...whole, goal: 0.97, alter: (text, r) => shuffled(text, SENTENCES, r) },
    "clauses shuffled": { ...whole, goal: 0.97, alter: (text, r) => shuffled(text, CLAUSES, r) },
    "levels, sentences shuffled, 10 % edits": {
      ...whole,
      goal: 0.93,
      alter: (text, r) => edited(0.1)(shuffled(lower(text), SENTENCES, r), r),
    },
    "half of the clauses dropped": {
      ...whole,
      goal: 0.97,
      alter: (text, r) => (text.match(CLAUSES) ?? []).filter(() => r() < 0.5).join("") || text,
    },
    "20–40 characters, verbatim": { from: 20, to: 40, alter: (text) => text },
    "20–40 characters, 5 % edits": { from: 20, to: 40, goal: 0.85, alter: edited(0.05) },
    "the same without set clauses": { from: 20, to: 40, alter: edited(0.05), own: true },
    "40–80 characters, 5 % edits": { from: 40, to: 80, alter: edited(0.05) },
    "80–400 characters, 10 % of words": { ...long, alter: words(0.1) },
    "80–400 characters, 20 % of words": { ...long, alter: words(0.2) },
    "draft in traditional characters": { ...long, alter: (text) => traditional(text) },
    "source in traditional characters": { ...long, alter: (text) => text, source: traditional },
    "full-width digits, blanks": {
      ...long,
      alter: (text) =>
        text.replace(/，/g, "， ").replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    },
    "clauses merged, breaks lost": { ...long, alter: (text) => text.replace(/[。；]\n?/g, "，") },
    "clauses split into numbered items": {
      ...long,
      alter: (text) => {
        let item = 0;
        return text.replace(/[，；]/g, () => `。\n（${"一二三四五六七八九十"[item++ % 10]}）`);
      },
    },
    "a sentence of one's own after each": {
      ...long,
      alter: (text, r, host) =>
        sentences(text)
          .map((sentence) => sentence + OWN[0] + pick(host, r) + OWN[1])
          .join(""),
    },
  };
}

/** Covering letters: what stands over a paper that is passed on, by whoever passes it on. */
export function coverNote(title, r) {
  const first = pick(
    [
      `现将《${title}》印发给你们，请结合实际认真贯彻执行。`,
      `《${title}》已经市政府同意，现印发给你们，请认真组织实施。`,
      `经研究，现将《${title}》转发给你们，请遵照执行。`,
      `为做好有关工作，我们制定了《${title}》，现予印发，请认真抓好落实。`,
    ],
    r,
  );
  const rest = pick(
    [
      "执行中遇到的问题，请及时向我们反映。",
      "各地各部门贯彻落实情况，请于年底前书面报告。",
      "请各单位加强组织领导，明确责任分工，确保各项任务落到实处。",
      "此前有关规定与本通知不一致的，以本通知为准。",
    ],
    r,
  );
  return `各县（市、区）人民政府，市政府各部门、各直属机构：\n${first}${rest}\n附件：${title}\n`;
}
