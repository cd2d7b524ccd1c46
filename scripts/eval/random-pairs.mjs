import { pick, random } from "./alterations.mjs";

const PAIRS = 300;
/** What a title says of place and kind, and words that titles of all subjects have. */
const KIND =
  /^[0-9a-f]+-|\.\w+$|[（(].*$|中华人民共和国|最高人民法院|国务院|办公厅|关于|实施|办法|条例|规定|细则|通知|意见|方案|若干|管理|保护|促进|工作|问题|规划|建设|安全|监督|服务|发展|人民|政府|印发|推进|加强|做好|《|》|_|-/g;

/** Characters that a title has side by side, beside place and kind. */
function subject(name) {
  const words = name.replace(KIND, " ").replace(/^\s*[^\s]{1,6}?(?:省|市|自治区|州|县|区)/, " ");
  return new Set(
    (words.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) => [...run].slice(1).map((c, i) => run[i] + c)),
  );
}

/** Shares of what is told of random pairs as texts: characters and drafts of all pairs, and of those of other subjects. */
export function randomPairs(documents, seed, find) {
  const r = random(seed);
  const all = { characters: 0, told: 0, drafts: 0, flagged: 0 };
  const apart = { ...all };
  for (let k = 0; k < PAIRS; ) {
    const [draft, source] = [pick(documents, r), pick(documents, r)];
    if (draft === source) continue;
    k++;
    const covered = new Uint8Array(draft.text.length);
    for (const { draft: p } of find(draft.text, [source])) covered.fill(1, p.start, p.end);
    const told = covered.reduce((sum, one) => sum + one, 0);
    const theirs = subject(source.name);
    for (const sum of [...subject(draft.name)].some((pair) => theirs.has(pair)) ? [all] : [all, apart]) {
      sum.characters += draft.text.length;
      sum.told += told;
      sum.drafts++;
      if (told > 0) sum.flagged++;
    }
  }
  const percent = (part, whole, digits) => `${((100 * part) / whole).toFixed(digits)} %`;
  return [all, apart].flatMap(({ characters, told, drafts, flagged }) => [
    percent(told, characters, 3),
    percent(flagged, drafts, 1),
  ]);
}
