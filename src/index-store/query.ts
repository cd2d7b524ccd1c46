import { FIELD } from "./batch-writer.ts";
import { sameText } from "./likeness.ts";
import type { OpenIndex } from "./open.ts";
import { grams } from "./prints.ts";
import { best, type Scores } from "./scores.ts";

/** A document of the index that a draft may have been copied from. */
export interface Candidate {
  id: number;
  /** Σ ln(1 + N ÷ df) over the grams it shares with the draft; 0 for one that is only cited. */
  score: number;
  cited: boolean;
  /** Numbers of nearly identical documents that this one, the earliest, stands for. */
  same: number[];
}

/** Documents told by score alone, and the most that a long tail near the best may make of them. */
const FIRST = 20;
const MOST = 100;
const NEAR_BEST = 0.5;

/** A gram in more of `count` documents than this tells nothing of where a draft comes from: 0.2 %, 64 at least. */
export const queryBound = (count: number) => Math.max(64, Math.floor(count * 0.002));

export interface QueryText {
  codes: Uint16Array;
  /** 1 where a unit proves nothing: titles, quotations, set phrases. */
  proofless: Uint8Array;
}

/**
 * Documents that share the most telling grams with a draft, the best first: twenty, and every other with at least half the
 * best score. `cited` are always among them. Nearly identical ones count once and are stood for by the earliest.
 */
export function candidates(
  index: OpenIndex,
  text: QueryText,
  cited: readonly number[],
  allowed: (id: number) => boolean,
): Candidate[] {
  const scores = scored(index, grams(text.codes, text.proofless), allowed);
  const found: Candidate[] = cited.map((id) => ({ id, score: scores.of[id]!, cited: true, same: [] }));
  const ranked = best(scores, FIRST, NEAR_BEST);
  let told = 0;
  for (const id of ranked) {
    const score = scores.of[id]!;
    if ((told >= FIRST && score < NEAR_BEST * scores.top) || told >= MOST) break;
    if (cited.includes(id)) continue;
    const twin = found.find((one) => sameText(index, one.id, id));
    if (twin) join(index, twin, id);
    else {
      found.push({ id, score, cited: false, same: [] });
      told++;
    }
  }
  return found.sort((a, b) => Number(b.cited) - Number(a.cited) || b.score - a.score);
}

/** The earliest of nearly identical documents stands for all: by date, then the higher level, then the order of indexing. */
function join(index: OpenIndex, twin: Candidate, id: number): void {
  if (!twin.cited && isEarlier(index, id, twin.id)) {
    twin.same.push(twin.id);
    twin.id = id;
  } else twin.same.push(id);
}

function isEarlier(index: OpenIndex, a: number, b: number): boolean {
  const [x, y] = [index.document(a), index.document(b)];
  if (x.date && y.date && x.date !== y.date) return x.date < y.date;
  const rank = (id: number) => index.partOf(id).field(id, FIELD.rank) || UNKNOWN_RANK;
  return rank(a) - rank(b) < 0 || (rank(a) === rank(b) && a < b);
}

/** Below every level that is known. */
const UNKNOWN_RANK = 9;

function scored(index: OpenIndex, hashes: Uint32Array, allowed: (id: number) => boolean): Scores {
  const of = new Float32Array(index.end);
  const bound = queryBound(index.count);
  let postings = new Uint32Array(1 << 12);
  for (const hash of hashes) {
    if (index.parts.some(({ stops }) => stops.has(hash))) continue;
    const room = index.parts.reduce((sum, part) => sum + part.room(hash), 0);
    if (room > postings.length) postings = new Uint32Array(room * 2);
    let frequency = 0;
    for (const part of index.parts) frequency += part.lookup(hash, postings, frequency);
    if (frequency === 0 || frequency > bound) continue;
    const weight = Math.log(1 + index.count / frequency);
    for (let i = 0; i < frequency; i++) of[postings[i]!]! += weight;
  }
  const touched: number[] = [];
  let top = 0;
  for (let id = 0; id < of.length; id++) {
    if (of[id] === 0 || index.deleted.has(id) || !allowed(id)) continue;
    touched.push(id);
    if (of[id]! > top) top = of[id]!;
  }
  return { of, touched, top };
}
