// A paper for seeding faults: the text of a real document between a head and a tail that are right.
import { pick } from "../alterations.mjs";

const CITIES = ["绵阳市", "德州市", "建德市", "凯里市", "云浮市", "榆林市", "铁岭市", "柳州市"];
const DEPARTMENTS = ["教育局", "农业农村局", "住房和城乡建设局", "水务局", "交通运输局", "卫生健康委员会", "商务局"];
const DAYS = ["2024年3月8日", "2023年11月20日", "2025年6月12日", "2024年9月2日"];

/**
 * `body` holds paragraphs, and tables as `{ rows }`. `subject` is what the title says between 关于 and its kind; `unit`
 * signs; `parts` are the lines around the body by role, null where the paper has none.
 */
export function paperOf({ subject, body }, r, { issuer = "department" } = {}) {
  const city = pick(CITIES, r);
  const unit = issuer === "department" ? city + pick(DEPARTMENTS, r) : `${city}人民政府`;
  const date = pick(DAYS, r);
  const year = date.slice(0, 4);
  return {
    city,
    unit,
    subject,
    copyNumber: null,
    secrecy: null,
    urgency: null,
    mark: null,
    number: `${city.slice(0, 1)}政发〔${year}〕${1 + Math.floor(r() * 90)}号`,
    signers: null,
    title: `${unit}关于${subject}的通知`,
    to:
      issuer === "department" ? `各县（市、区）${unit.slice(city.length)}：` : "各县（市、区）人民政府，市政府各部门：",
    body,
    annexes: [],
    sign: unit,
    date,
    notes: null,
    copies: null,
    printed: null,
    papers: [],
  };
}

/** The lines of a paper in print order: `{ role, text }`, tables as `{ role: "table", rows }`. */
export function linesOf(paper) {
  const line = (role, text) => (text ? [{ role, text }] : []);
  const annexes = paper.annexes.map((name, i) =>
    paper.annexes.length === 1 ? `附件：${name}` : `${i === 0 ? "附件：" : ""}${i + 1}.${name}`,
  );
  return [
    ...["copyNumber", "secrecy", "urgency", "mark", "number", "signers", "title", "to"].flatMap((role) =>
      line(role, paper[role]),
    ),
    ...paper.body.map((text) =>
      typeof text === "string" ? { role: bodyRole(text), text } : { role: "table", ...text },
    ),
    ...annexes.map((text) => ({ role: "annex", text })),
    ...["sign", "date", "notes"].flatMap((role) => line(role, paper[role])),
    ...["copies", "printed"].flatMap((role) => line(role, paper[role])),
    ...paper.papers.flatMap((text) => line("paper", text)),
  ];
}

const bodyRole = (text) => {
  if (text.length > 40 || /[。；：，、;:,]\s*$/.test(text)) return "body";
  if (/^[一二三四五六七八九十]{1,3}、/.test(text)) return "heading1";
  return /^（[一二三四五六七八九十]{1,3}）/.test(text) ? "heading2" : "body";
};

/** Markdown: a paragraph a line, tables as tables. Signs that Markdown would take for its own are escaped. */
export function markdownOf(paper) {
  return `${linesOf(paper)
    .map((line) => (line.role === "table" ? tableOf(line.rows) : escaped(line.text)))
    .join("\n\n")}\n`;
}

const tableOf = ([head, ...rows]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const escaped = (text) => text.replace(/([\\*_`<>[\]#])/g, "\\$1");

// ---- where a fault can be planted

/** Places of running paragraphs, by their index in the body. */
export const running = (paper, least = 20) =>
  paper.body.flatMap((text, i) => (typeof text === "string" && text.length >= least && /。$/.test(text) ? [i] : []));

export const withBody = (paper, index, text) => ({
  ...paper,
  body: paper.body.map((line, i) => (i === index ? text : line)),
});

export const inserted = (paper, index, ...lines) => ({
  ...paper,
  body: [...paper.body.slice(0, index), ...lines, ...paper.body.slice(index)],
});

/** One of the sentences, as a paragraph of its own or at the end of one that is there. */
export const saying =
  (...variants) =>
  (paper, r) => {
    const places = running(paper);
    if (places.length === 0) return null;
    const at = pick(places, r);
    const text = pick(variants, r);
    if (r() < 0.5) return { paper: inserted(paper, at + 1, text), at: [text] };
    const line = paper.body[at] + text;
    return { paper: withBody(paper, at, line), at: [line] };
  };

/** One match of a pattern in the running text, replaced. */
export const swapping = (pattern, replace) => (paper, r) => {
  const matches = paper.body.flatMap((text, i) =>
    typeof text === "string" && text.length >= 12
      ? [...text.matchAll(pattern)].map((match) => ({ i, match, text }))
      : [],
  );
  if (matches.length === 0) return null;
  const { i, match, text } = pick(matches, r);
  const mended = typeof replace === "function" ? replace(match, r) : replace;
  const line = text.slice(0, match.index) + mended + text.slice(match.index + match[0].length);
  return line === text ? null : { paper: withBody(paper, i, line), at: [line] };
};

/** The part of a paper that is named, made anew: its title, its date, its number. */
export const remaking = (role, make) => (paper, r) => {
  const text = make(paper[role], paper, r);
  return text === paper[role] ? null : { paper: { ...paper, [role]: text }, at: text === null ? null : [text] };
};

/** The first fault that can be planted, from a place in the list that the dice choose. */
export const either =
  (...faults) =>
  (paper, r) => {
    const from = Math.floor(r() * faults.length);
    for (let i = 0; i < faults.length; i++) {
      const change = faults[(from + i) % faults.length](paper, r);
      if (change) return change;
    }
    return null;
  };
