// A draft beside its superior: copied, citing it wrongly, doing less, or passing on what needs no passing on.
import { lower, pick } from "../alterations.mjs";
import { running, withBody } from "./paper.mjs";

/** The text of another real document as the superior; its title and number are what citations have to agree with. */
const SUPERIOR = (other) => ({
  title: `四川省人民政府关于${other.subject}的意见`,
  number: "川府发〔2023〕8号",
  body: other.body,
});
const beside = (paper, other) => ({ ...paper, superiors: [SUPERIOR(other)] });

/** Paragraphs of the superior, with 省 made 市, in place of as many of the draft's. */
function copied(paper, r, other) {
  const theirs = running({ body: other.body }, 60).map((i) => other.body[i]);
  if (theirs.length < 4) return null;
  const lines = theirs
    .slice(0, Math.max(4, Math.floor(theirs.length * 0.8)))
    .map((text) => (r() < 0.8 ? lower(text) : text));
  const own = paper.body.filter((text) => typeof text === "string").slice(0, Math.max(1, Math.floor(lines.length / 4)));
  return { paper: { ...paper, body: [...lines, ...own] }, at: null };
}
const copy = { beside, seed: copied };

/** The draft takes everything over in its own name; what is done less, or left out, is the fault. */
const takingOver = (paper, other) => ({
  ...beside(paper, other),
  title: `${paper.city}${other.subject.slice(0, 14).replace(/[《》“”]/g, "")}实施方案`,
  to: null,
  body: other.body.map((text) => (typeof text === "string" ? lower(text) : text)),
});
/** Superiors with tasks enough to do less of. */
const tasked = { least: 6 };
const policy = { policyDocument: true };

/** Tasks of the superior by what the comparison takes for one: measures with a head of their own. */
const dropped = (paper, r, other) => {
  const places = measured(paper, other, /./).filter((at) =>
    paper.body.every((text, i) => i === at || likeness(text, paper.body[at]) < TWIN),
  );
  if (places.length < 3) return null;
  const at = pick(places, r);
  return { paper: { ...paper, body: paper.body.filter((_, i) => i !== at) }, at: null, about: paper.body[at] };
};

/** A task that another paragraph says nearly over again is not lost with its own. */
const TWIN = 0.35;
const pairs = (text) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
function likeness(one, other) {
  if (typeof one !== "string" || one.length < 30) return 0;
  const [a, b] = [pairs(one), pairs(other)];
  return [...a].filter((pair) => b.has(pair)).length / Math.max(1, Math.min(a.size, b.size));
}

const measured = (paper, other, pattern) => {
  const tasks = new Set(other.measures.map((text) => lower(text)));
  return paper.body.flatMap((text, i) =>
    typeof text === "string" && tasks.has(text) && pattern.test(text) ? [i] : [],
  );
};

const later = (paper, r, other) =>
  changed(paper, r, other, /(20\d{2})年(?:(?:年)?底|\d{1,2}月底?)(?=前|，|。)/, (m) =>
    m[0].replace(m[1], String(Number(m[1]) + 2)),
  );
const less = (paper, r, other) =>
  changed(paper, r, other, /(\d{2,3})(?:\.\d+)?[%％](?=以上)/, (m) =>
    m[0].replace(m[1], String(Math.max(1, Number(m[1]) - 15))),
  );

function changed(paper, r, other, pattern, make) {
  const places = measured(paper, other, pattern);
  if (places.length === 0) return null;
  const at = pick(places, r);
  const line = paper.body[at].replace(pattern, (...m) => make(m));
  return { paper: withBody(paper, at, line), at: [line] };
}

const citing = (make) => ({
  beside: (paper, other, _r) => {
    const superior = SUPERIOR(other);
    const sentence = superior.body
      .find((text) => typeof text === "string" && text.length > 60)
      ?.match(/[^。，；：]{12,40}(?=[，。；])/)?.[0];
    if (!sentence || /[“”‘’]/.test(sentence)) return null;
    return {
      ...paper,
      superiors: [superior],
      cited: { superior, sentence },
      body: [`根据《${superior.title}》（${superior.number}）“${sentence}”的要求，制定本方案。`, ...paper.body],
    };
  },
  seed: (paper, r) => {
    const line = make(paper.body[0], paper.cited, r);
    return line === paper.body[0] ? null : { paper: withBody(paper, 0, line), at: [line] };
  },
});
/** Two neighbours in the middle change places: a slip of the pen. */
const slip = (text, r) => {
  const places = [...text].flatMap((_, i) =>
    /^[\u4e00-\u9fff]{2}$/.test(text.slice(i, i + 2)) && text[i] !== text[i + 1] ? [i] : [],
  );
  const at = pick(places, r);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
};

const RELAY = [
  "一、每年开展农村公路养护检查两次，检查结果向社会公布。",
  "二、养护经费列入财政预算，按里程拨付，专款专用。",
  "三、建立护路员队伍，优先安排困难家庭劳动力。",
];

export const compared = {
  "GW-copy": copy,
  "SD-2-copy": copy,
  "TS-8-copy": copy,
  "XC-2-coverage": { ...tasked, facts: policy, beside: takingOver, seed: dropped },
  "XC-2-discount": {
    ...tasked,
    facts: policy,
    beside: takingOver,
    seed: (paper, r, other) =>
      (r() < 0.5 ? later : less)(paper, r, other) ?? later(paper, r, other) ?? less(paper, r, other),
  },
  "HG-dates-later": { ...tasked, beside: takingOver, seed: later },
  "HG-cite-title": citing((line, { superior }, r) =>
    line.replace(superior.title, r() < 0.5 ? superior.title.replace(/意见$/, "通知") : slip(superior.title, r)),
  ),
  "HG-cite-number": citing((line, _, r) =>
    line.replace("川府发〔2023〕8号", pick(["川府发〔2023〕18号", "川府发〔2022〕8号", "川办发〔2023〕8号"], r)),
  ),
  "HG-cite-quote": citing((line, { sentence }, r) => line.replace(sentence, slip(sentence, r))),
  "HG-foreign": {
    beside: (paper, other) => ({
      ...beside(paper, other),
      superiors: [{ ...SUPERIOR(other), body: [...other.body, FOREIGN] }],
    }),
    seed: (paper) => ({ paper: { ...paper, body: [...paper.body, FOREIGN] }, at: [FOREIGN] }),
  },
  "JDZ-1-relay": {
    beside: (paper) => ({
      ...paper,
      superiors: [
        {
          title: "四川省人民政府关于农村公路养护的意见",
          number: null,
          body: ["各市、县（市、区）人民政府：", ...RELAY],
        },
      ],
      title: `${paper.city}关于贯彻落实农村公路养护意见的实施细则`,
      to: null,
    }),
    seed: (paper) => ({ paper: { ...paper, body: RELAY.map((text) => lower(text)) }, at: null }),
  },
  "TS-6-relay": {
    seed: (paper, r) => ({
      paper: {
        ...paper,
        title: pick(
          [
            `${paper.city}关于贯彻落实《${paper.subject.slice(0, 10)}条例》的实施细则`,
            `${paper.city}关于贯彻落实省委文件精神的实施意见`,
            `${paper.unit}关于贯彻${paper.subject.slice(0, 10)}意见的措施`,
          ],
          r,
        ),
      },
      at: null,
    }),
  },
  "TS-11-echo": {
    beside: (paper) => ({
      ...paper,
      superiors: [
        {
          title: "四川省人民政府办公厅关于召开全省防汛工作会议的通知",
          number: null,
          body: ["会议开到县一级，请各市、县（市、区）组织收听收看。"],
        },
      ],
    }),
    seed: (paper, r) => ({
      paper: {
        ...paper,
        title: pick(
          [
            `${paper.city}人民政府办公室关于召开全市防汛工作会议的通知`,
            `${paper.city}水务局关于召开防汛工作会议的通知`,
          ],
          r,
        ),
      },
      at: null,
    }),
  },
};

const FOREIGN = "支持眉山、宜宾两市先行先试，依托成都市天府新区建设区域性物流枢纽，辐射带动周边县区发展。";
