import { DIGITS, normalise } from "./normalise.ts";

/** A text as weighted pairs of neighbouring units, for likeness beyond the wording. */
interface Bag {
  weights: Map<number, number>;
  norm: number;
}

/** Pairs of more than this share of the texts say nothing about what a text is about. */
const COMMON = 0.2;
/** … or of more than so many texts: keeps a document of thousands of clauses linear. */
const MOST = 300;

/**
 * Likeness of every text of `left` with every text of `right` that shares a pair of units with it: cosine of the pairs,
 * weighted by how few of all the texts have them. `visit` is called once a left text and right text.
 */
export function likeness(left: string[], right: string[], visit: (l: number, r: number, cosine: number) => void): void {
  const pairs = [...left, ...right].map(pairsOf);
  const frequency = new Map<number, number>();
  for (const one of pairs) for (const pair of one.keys()) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const bags = pairs.map((one) => bagOf(one, frequency, pairs.length));
  const postings = new Map<number, number[]>();
  for (let r = 0; r < right.length; r++) {
    for (const pair of bags[left.length + r]!.weights.keys()) {
      const list = postings.get(pair);
      if (list) list.push(r);
      else postings.set(pair, [r]);
    }
  }
  for (let l = 0; l < left.length; l++) {
    const bag = bags[l]!;
    const products = new Map<number, number>();
    for (const [pair, weight] of bag.weights) {
      for (const r of postings.get(pair) ?? []) {
        products.set(r, (products.get(r) ?? 0) + weight * bags[left.length + r]!.weights.get(pair)!);
      }
    }
    for (const [r, product] of products) visit(l, r, product / (bag.norm * bags[left.length + r]!.norm));
  }
}

function pairsOf(text: string): Map<number, number> {
  const { codes } = normalise(text);
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < codes.length; i++) {
    if (codes[i] === DIGITS || codes[i + 1] === DIGITS) continue;
    const pair = codes[i]! * 0x10000 + codes[i + 1]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function bagOf(counts: Map<number, number>, frequency: Map<number, number>, documents: number): Bag {
  const weights = new Map<number, number>();
  let square = 0;
  const most = Math.min(MOST, Math.max(4, COMMON * documents));
  for (const [pair, count] of counts) {
    const df = frequency.get(pair)!;
    if (df > most) continue;
    const weight = (1 + Math.log(count)) * Math.log(1 + documents / df);
    weights.set(pair, weight);
    square += weight * weight;
  }
  return { weights, norm: Math.sqrt(square) || 1 };
}
