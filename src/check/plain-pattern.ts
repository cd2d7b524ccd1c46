import type { Pattern } from "../model/check.ts";
import { eitherOf, oneAfterTheOther, type Search } from "./pattern-cost.ts";

/*
 * Most patterns of packs are plain: words, alternatives, short gaps. V8 runs these 20 to 60 times as fast as re2js, and
 * without it a run need not load re2js at all (50 ms of a cold start). A pattern counts as plain only where backtracking
 * is bounded: see `analyse`. Everything else keeps the RE2 engine.
 */

/** Steps from one place, however the text is made: the time is at most so many times the length of the text. */
export const MOST_STEPS = 32_768;
/** Ways to match at one place where there is an unbounded repeat: each may run through the paragraph. */
const MOST_WAYS_UNBOUNDED = 16;

interface Cost extends Search {
  /** Repeats without an upper bound. */
  unbounded: number;
  /** Only one place to begin: the start of the text. */
  anchored: boolean;
  /** One way to match, always the same length: such a group may be repeated. */
  fixed: boolean;
}

/** The most steps a search for a plain pattern takes from one place of any text; null where RE2's engine runs it. */
export function stepsFromOnePlace(source: string): number | null {
  return plainPattern(source) ? translate(source)!.cost.steps : null;
}

/** The pattern as V8 runs it, with the meaning RE2 gives it; null where it is not plain. */
export function plainPattern(source: string): Pattern | null {
  const translated = translate(source);
  if (!translated) return null;
  const { text, cost } = translated;
  const many = cost.unbounded === 0 || cost.anchored ? cost.steps > MOST_STEPS : cost.ways > MOST_WAYS_UNBOUNDED;
  if (cost.unbounded > 1 || many) return null;
  const every = new RegExp(text, "gu");
  return {
    test(words) {
      every.lastIndex = 0;
      return every.test(words);
    },
    findAll(words) {
      const found: ReturnType<Pattern["findAll"]> = [];
      // `matchAll` begins where the last `test` ended.
      every.lastIndex = 0;
      for (const match of words.matchAll(every)) {
        found.push({ start: match.index, end: match.index + match[0].length, groups: [...match] });
      }
      return found;
    },
  };
}

/** Signs that mean themselves behind a backslash, in RE2 and in V8. */
const ESCAPED = ".()[]{}*+?|^$\\/-";
const CLASSES: Record<string, string> = { d: "0-9", s: "\\t\\n\\f\\r ", w: "0-9A-Za-z_" };

class NotPlain extends Error {}

function translate(source: string): { text: string; cost: Cost } | null {
  const reader = { source, at: 0 };
  try {
    const result = alternatives(reader);
    return reader.at === source.length ? result : null;
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

interface Reader {
  source: string;
  at: number;
}
type Part = { text: string; cost: Cost };

const NOTHING: Cost = { ways: 1, steps: 1, words: null, gap: null, unbounded: 0, anchored: false, fixed: true };

function alternatives(reader: Reader): Part {
  const branches = [sequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    branches.push(sequence(reader));
  }
  if (branches.length === 1) return branches[0]!;
  const costs = branches.map(({ cost }) => cost);
  return {
    text: branches.map(({ text }) => text).join("|"),
    cost: {
      ...eitherOf(costs),
      unbounded: Math.max(...costs.map(({ unbounded }) => unbounded)),
      anchored: costs.every(({ anchored }) => anchored),
      fixed: false,
    },
  };
}

function sequence(reader: Reader): Part {
  let text = "";
  let anchored = false;
  const costs: Cost[] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at]!)) {
    anchored ||= costs.length === 0 && reader.source[reader.at] === "^";
    const part = repeated(reader, atom(reader));
    text += part.text;
    anchored ||= costs.length === 0 && part.cost.anchored;
    costs.push(part.cost);
  }
  return {
    text,
    cost: {
      ...oneAfterTheOther(costs),
      unbounded: costs.reduce((sum, { unbounded }) => sum + unbounded, 0),
      anchored,
      fixed: costs.every(({ fixed }) => fixed),
    },
  };
}

function atom(reader: Reader): Part & { group: boolean } {
  const character = String.fromCodePoint(reader.source.codePointAt(reader.at)!);
  reader.at += character.length;
  const single = (text: string) => ({ text, cost: NOTHING, group: false });
  if (character === "(") return group(reader);
  if (character === "[") return single(set(reader));
  if (character === ".") return single("[^\\n]");
  if (character === "^" || character === "$") return single(character);
  if (character === "\\") return single(escaped(reader));
  if ("*+?{}".includes(character)) throw new NotPlain();
  const literal = single(character === "]" || character === "/" ? `\\${character}` : character);
  return { ...literal, cost: { ...NOTHING, words: [character] } };
}

function group(reader: Reader): Part & { group: boolean } {
  const plain = reader.source.startsWith("?:", reader.at);
  if (plain) reader.at += 2;
  else if (reader.source[reader.at] === "?") throw new NotPlain();
  const inner = alternatives(reader);
  if (reader.source[reader.at] !== ")") throw new NotPlain();
  reader.at++;
  return { text: `(${plain ? "?:" : ""}${inner.text})`, cost: inner.cost, group: true };
}

function escaped(reader: Reader): string {
  const next = reader.source[reader.at++] ?? "";
  if (CLASSES[next]) return `[${CLASSES[next]}]`;
  if (next === "b") return "\\b";
  if (next === "-") return "-";
  if (next !== "" && ESCAPED.includes(next)) return `\\${next}`;
  throw new NotPlain();
}

/** `[…]`: signs, ranges, escapes; no nested names and no signs beyond the basic plane. */
function set(reader: Reader): string {
  const end = /^\^?\]?(?:\\.|[^\]\\[\ud800-\udfff])*\]/.exec(reader.source.slice(reader.at))?.[0];
  if (end === undefined || end === "]" || end === "^]") throw new NotPlain();
  reader.at += end.length;
  const negated = end.startsWith("^");
  let text = "";
  for (const piece of end.slice(negated ? 1 : 0, -1).match(/\\.|[^\\]/gu) ?? []) {
    if (piece.length > 1 && CLASSES[piece[1]!]) text += CLASSES[piece[1]!];
    else if (piece.length > 1 && !ESCAPED.includes(piece[1]!)) throw new NotPlain();
    else text += piece === "]" || piece === "^" ? `\\${piece}` : piece;
  }
  return `[${negated ? "^" : ""}${text}]`;
}

/** An atom with what follows it: ? * + {m,n}. Lazy repeats and repeats of repeats are not plain. */
function repeated(reader: Reader, part: Part & { group: boolean }): Part {
  const sign = /^(?:[?*+]|\{\d+(?:,\d*)?\})/.exec(reader.source.slice(reader.at))?.[0];
  if (!sign) return part;
  reader.at += sign.length;
  if (/^[?*+{]/.test(reader.source.slice(reader.at))) throw new NotPlain();
  const { cost } = part;
  const [least, most] = bounds(sign);
  // RE2 refuses more than 1,000 repeats; the refusal is its to make.
  if (Math.max(least, most === Number.POSITIVE_INFINITY ? 0 : most) > 1_000) throw new NotPlain();
  if (!cost.fixed && most > 1) throw new NotPlain();
  if (cost.unbounded > 0 || "^$".includes(part.text)) throw new NotPlain();
  const text = part.text + sign;
  if (most === Number.POSITIVE_INFINITY) return { text, cost: { ...NOTHING, unbounded: 1, fixed: false } };
  const ways = most === least ? cost.ways : cost.ways + most - least;
  const gap = part.group ? null : most - least;
  return {
    text,
    cost: { ...NOTHING, ways, steps: most * cost.steps + 1, gap, fixed: cost.fixed && most === least },
  };
}

function bounds(sign: string): [number, number] {
  if (sign === "?") return [0, 1];
  if (sign === "*" || sign === "+") return [0, Number.POSITIVE_INFINITY];
  const [least, most] = sign.slice(1, -1).split(",");
  if (most === undefined) return [Number(least), Number(least)];
  return [Number(least), most === "" ? Number.POSITIVE_INFINITY : Number(most)];
}
