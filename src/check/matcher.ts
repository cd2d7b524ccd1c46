import type { Pattern } from "../model/check.ts";
import { patternTooLong } from "../model/pattern.ts";

/**
 * A paragraph is searched as it is up to this length; a longer one window by window. Each search is linear, but a
 * search that runs to the end of the text for every match is not: `a.*?z|b` on 40,000 characters took 42 s in one
 * piece. The longest paragraph of a printed page is about 600 characters.
 */
const WHOLE = 4_000;
const WINDOW = 1_000;

/**
 * The compiler of pack patterns (RE2 syntax, linear time), loaded only when a rule needs one. Offsets are UTF-16
 * units, as everywhere. Compiling throws on a wrong pattern; packs are checked when they load, so that is our own bug.
 */
export async function createMatcher(): Promise<(source: string) => Pattern> {
  const { RE2JS } = await import("re2js");
  const compiled = new Map<string, Pattern>();
  return (source) => {
    const known = compiled.get(source);
    if (known) return known;
    if (patternTooLong(source)) throw new Error(`pattern of ${source.length} characters`);
    const program = RE2JS.compile(source);
    const pattern: Pattern = {
      test: (text) => program.test(text),
      // Most paragraphs have no match, and saying so takes a third of the time of looking for one.
      findAll: (text) =>
        program.test(text) ? windows(text).flatMap(([from, to]) => search(text.slice(from, to), from)) : [],
    };
    compiled.set(source, pattern);
    return pattern;

    function search(text: string, offset: number): ReturnType<Pattern["findAll"]> {
      const found: ReturnType<Pattern["findAll"]> = [];
      const matcher = program.matcher(text);
      while (matcher.find()) {
        const groups: (string | undefined)[] = [];
        for (let i = 0; i <= matcher.groupCount(); i++) groups.push(matcher.group(i) ?? undefined);
        found.push({ start: offset + matcher.start(), end: offset + matcher.end(), groups });
      }
      return found;
    }
  };
}

/** Pieces a long text is searched in, cut behind a sentence where there is one. No match runs across a cut. */
function windows(text: string): [number, number][] {
  if (text.length <= WHOLE) return [[0, text.length]];
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
