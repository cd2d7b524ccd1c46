import { finish } from "../compare/hash.ts";
import { simplify } from "../model/simplify.ts";

/** A title without blanks, punctuation, and what is left off when it is cited: the issuer before 关于, 中华人民共和国, （试行）. */
export function citedForm(title: string): string {
  const plain = simplify(title)
    .replace(/[\s\u3000《》〈〉“”"、，,。．.·]/g, "")
    .replace(/[（(][^（()）]{1,20}[）)]$/, "")
    .replace(/^中华人民共和国/, "");
  const about = plain.indexOf("关于");
  return about > 0 ? plain.slice(about) : plain;
}

/** The same title but for its year, its draft stage and （修订）: an earlier version of one paper. */
export function versionForm(title: string): string {
  return citedForm(title).replace(
    /(?:修订|修改|征求意见|送审|讨论|定|初|二|三|四|终)稿|[（(][^（()）]*[）)]|[\d零〇一二三四五六七八九十]{4}年/g,
    "",
  );
}

/** 32 bits of a name; 0 for none. Behind equal hashes the names are compared again. */
export function nameHash(name: string): number {
  if (name === "") return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return finish(hash) || 1;
}

/** Words before a title that make it what the draft rests on: 根据《…》, 为贯彻落实《…》和《…》精神. */
const RESTS_ON = /(?:根据|依据|依照|按照|遵照|贯彻|落实|执行|按)[^《》。\n]{0,20}$/;
/** From one title to the next of a list: its 文号, a conjunction, the next one's issuer. */
const GOES_ON = /^(?:[（(][^（）()《》\n]{1,24}[）)])?[、，,和及与以]{0,3}[^《》。，,、\n]{0,12}$/;

export interface Citation {
  title: string;
  /** The draft says that it rests on it, so it ought to be there. */
  basis: boolean;
}

/** Titles cited as 《…》, outermost only, each once. `opening` is where the text before the first clause ends. */
export function citations(text: string, opening: number): Citation[] {
  const found = new Map<string, Citation>();
  let last = { end: -1, basis: false };
  for (let at = text.indexOf("《"); at >= 0; at = text.indexOf("《", at)) {
    const end = closing(text, at);
    if (end < 0) {
      at++;
      continue;
    }
    const title = text.slice(at + 1, end);
    const listed = last.basis && GOES_ON.test(text.slice(last.end + 1, at));
    const basis = at < opening && (listed || RESTS_ON.test(text.slice(Math.max(0, at - 30), at)));
    const known = found.get(title);
    if (!known) found.set(title, { title, basis });
    else if (basis) known.basis = true;
    last = { end, basis };
    at = end;
  }
  return [...found.values()];
}

const LONGEST = 160;

/** The 》 that closes the 《 at `from`; −1 where its paragraph does not. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(text.length, from + LONGEST); i++) {
    if (text[i] === "\n") return -1;
    if (text[i] === "《") depth++;
    if (text[i] === "》" && --depth === 0) return i;
  }
  return -1;
}
