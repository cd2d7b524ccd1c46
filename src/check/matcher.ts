import type { Pattern } from "../model/check.ts";
import { patternTooLong } from "../model/pattern.ts";
import { plainPattern } from "./plain-pattern.ts";

/**
 * A paragraph is searched as it is up to this length; a longer one window by window. Each search is linear, but a
 * search that runs to the end of the text for every match is not: `a.*?z|b` on 40,000 characters took 42 s in one
 * piece. The longest paragraph of a printed page is about 600 characters.
 */
const WHOLE = 4_000;
const WINDOW = 1_000;

/**
 * The compiler of the given pack patterns (RE2 syntax, linear time). Offsets are UTF-16 units, as everywhere. Plain
 * patterns run in V8; re2js is loaded only where one of them is not plain. Compiling throws on a wrong pattern and on
 * one that was not given; packs are checked when they load, so either is our own bug.
 */
export async function createMatcher(sources: Iterable<string>): Promise<(source: string) => Pattern> {
  const compiled = new Map<string, Pattern>();
  const others: string[] = [];
  for (const source of sources) {
    if (patternTooLong(source)) throw new Error(`pattern of ${source.length} characters`);
    const plain = plainPattern(source);
    if (plain) compiled.set(source, windowed(plain));
    else others.push(source);
  }
  if (others.length > 0) {
    const { re2Pattern } = await import("./re2-pattern.ts");
    for (const source of others) compiled.set(source, windowed(re2Pattern(source)));
  }
  return (source) => {
    const pattern = compiled.get(source);
    if (!pattern) throw new Error(`pattern not announced by its kind: ${source}`);
    return pattern;
  };
}

/** The pattern on a text of any length: a long one is searched window by window. */
function windowed(pattern: Pattern): Pattern {
  return {
    test: (text) => pattern.test(text),
    findAll: (text) => {
      if (text.length <= WHOLE) return pattern.findAll(text);
      return windows(text).flatMap(([from, to]) =>
        pattern
          .findAll(text.slice(from, to))
          .map(({ start, end, groups }) => ({ start: start + from, end: end + from, groups })),
      );
    },
  };
}

/** Pieces a long text is searched in, cut behind a sentence where there is one. No match runs across a cut. */
function windows(text: string): [number, number][] {
  const pieces: [number, number][] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + WINDOW);
    if (to < text.length) {
      let cut = to;
      while (cut > from && !"。；！？!?\n".includes(text[cut - 1]!)) cut--;
      if (cut > from) to = cut;
      else if ((text.charCodeAt(to) & 0xfc00) === 0xdc00) to--;
    }
    pieces.push([from, to]);
    from = to;
  }
  return pieces;
}
