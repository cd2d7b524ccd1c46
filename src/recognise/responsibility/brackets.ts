import { type Mark, parseMark } from "./mark.ts";
import { isHan } from "./names.ts";
import type { Found, Passage } from "./passage.ts";

const KEYS = /负责|牵头|责任|配合|落实|参[与加]|[主协承]办|实施|分工|各司其职|会同|督办/;

/** The marks that brackets of a document hold, by their words: one list of units closes clause after clause. */
export type KnownMarks = Map<string, Mark | null>;

function markOf(words: string, bare: boolean, known: KnownMarks): Mark | null {
  const key = bare ? `）${words}` : words;
  let mark = known.get(key);
  if (mark === undefined) {
    mark = parseMark(words, 0, words.length, { bare });
    known.set(key, mark);
  }
  return mark;
}

/** Marks in brackets, at the end of a paragraph or inside it: （省发展改革委牵头，省财政厅配合）, (责任单位：…). */
export function bracketMarks(passage: Passage, known: KnownMarks): Found[] {
  const { text, block, start, end } = passage;
  const found: Found[] = [];
  let after = 0;
  for (const [open, close] of bracketsOf(passage)) {
    // Brackets inside one that was read belong to its names: 省发展改革委（省能源局）.
    if (open < after || close - open < 3 || close - open > LONGEST) continue;
    const closes = end - close < 8 && /^[\s\u3000]*[。.；;]?[\s\u3000]*$/.test(text.slice(close + 1, end));
    const words = text.slice(open + 1, close);
    after = close;
    if (!closes && !KEYS.test(words)) continue;
    const bare = closes && /[。；;！!”][\s\u3000]*$/.test(text.slice(Math.max(start, open - 4), open));
    const mark = markOf(words, bare, known);
    if (!mark) continue;
    const units = mark.units.map(({ start, end, role }) => ({ start: start + open + 1, end: end + open + 1, role }));
    found.push({ units, firstLeads: mark.firstLeads, form: "bracket", block, start: open, end: close + 1 });
  }
  return found;
}

/** A mark with every ministry in it has some 400 characters. */
const LONGEST = 1200;

/** Offsets of the brackets that are closed, in the order they open. */
function bracketsOf({ text, start, end }: Passage): [number, number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code)) continue;
    if (code === 0xff08 || code === 0x28 || code === 0x3010 || code === 0x5b) open.push(i);
    else if (open.length > 0 && (code === 0xff09 || code === 0x29 || code === 0x3011 || code === 0x5d))
      pairs.push([open.pop()!, i]);
  }
  return pairs.length > 1 ? pairs.sort(([a], [b]) => a - b) : pairs;
}
