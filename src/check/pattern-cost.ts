/** What a backtracking search for a pattern may cost from one place of any text. */
export interface Search {
  /** Ways to match: so often what follows is tried. */
  ways: number;
  /** Steps of finding them all. */
  steps: number;
  /** Everything it matches, where that is a few words. */
  words: readonly string[] | null;
  /** One sign, repeated so many times more than it has to be: [^。]{0,16}. Null for all else. */
  gap: number | null;
}

/** Words are followed up to this number; beyond it they count as any other choice. */
const MOST_WORDS = 64;

/** One of several. Words of which none begins another match in one way at most. */
export function eitherOf(parts: readonly Search[]): Search {
  const words = parts.every((part) => part.words !== null) ? parts.flatMap((part) => part.words!) : null;
  const known = words && words.length <= MOST_WORDS ? words : null;
  const ways = parts.reduce((sum, part) => sum + part.ways, 0);
  return {
    ways: known && !someBegins(known) ? 1 : ways,
    steps: parts.reduce((sum, part) => sum + part.steps, 0),
    words: known,
    gap: null,
  };
}

/**
 * Parts in a row. Behind a gap the next words are tried at every sign of it, but go on only where they stand: words that
 * share no end and beginning do not overlap, so that they stand at most once in their own length.
 */
export function oneAfterTheOther(parts: readonly Search[]): Search {
  let ways = 1;
  let steps = 1;
  let words: readonly string[] | null = [""];
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    let own = part.ways;
    let tries = 0;
    if (part.gap !== null) {
      const next = wordsFrom(parts, i + 1);
      const shortest = next ? Math.min(...next.map((word) => word.length)) : 1;
      tries = (part.gap + 1) * (next?.length ?? 1);
      if (next && shortest > 1 && !someOverlap(next)) own = Math.floor(part.gap / shortest) + 1;
    }
    ways *= own;
    steps = part.steps + tries + own * steps;
    words = joined(part.words, words);
  }
  return { ways, steps, words, gap: null };
}

/** The words that stand in a row from part `from` on, as far as parts are words. */
function wordsFrom(parts: readonly Search[], from: number): readonly string[] | null {
  let words: readonly string[] = [""];
  for (let i = from; i < parts.length; i++) {
    const longer = joined(words, parts[i]!.words);
    if (!longer) break;
    words = longer;
  }
  return words[0] === "" ? null : words;
}

function joined(first: readonly string[] | null, second: readonly string[] | null): readonly string[] | null {
  if (!first || !second || first.length * second.length > MOST_WORDS) return null;
  return first.flatMap((one) => second.map((other) => one + other));
}

const someBegins = (words: readonly string[]) =>
  words.some((one, i) => words.some((other, j) => i !== j && other.startsWith(one)));

/** Whether the end of one is the beginning of one, itself included. */
function someOverlap(words: readonly string[]): boolean {
  return words.some((one) =>
    words.some((other) => {
      for (let length = 1; length < Math.max(2, Math.min(one.length, other.length)); length++) {
        if (other.startsWith(one.slice(-length))) return true;
      }
      return one !== other && (one.includes(other) || other.includes(one));
    }),
  );
}
