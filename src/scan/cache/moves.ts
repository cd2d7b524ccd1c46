import type { Place } from "./earlier.ts";

/** Lines of the run before that stand in the results of this run too. 20 bytes a line, so that millions are no burden. */
export interface Moves {
  readonly size: number;
  /** A line that is to stand in the new results as it does in the old ones; it has no place there yet. */
  add(line: Place): void;
  /** Gives every line a place that has none; `lay` returns where it laid one. */
  settle(lay: (line: Place) => number): void;
  /** Tells of a place in the results before where the line stands now; undefined where it has not moved. */
  follow(): (offset: number) => number | undefined;
}

export function openMoves(): Moves {
  let from = new Float64Array(1 << 10);
  let lengths = new Uint32Array(1 << 10);
  let to = new Float64Array(1 << 10);
  let size = 0;
  let settled = 0;
  function grow(): void {
    const larger = <T extends Float64Array | Uint32Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    from = larger(from, new Float64Array(2 * size));
    lengths = larger(lengths, new Uint32Array(2 * size));
    to = larger(to, new Float64Array(2 * size));
  }
  return {
    get size() {
      return size;
    },
    add({ offset, length }) {
      if (size === from.length) grow();
      from[size] = offset;
      lengths[size++] = length;
    },
    settle(lay) {
      for (; settled < size; settled++) to[settled] = lay({ offset: from[settled]!, length: lengths[settled]! });
    },
    follow() {
      const order = Uint32Array.from({ length: settled }, (_, i) => i).sort((a, b) => from[a]! - from[b]!);
      return (offset) => {
        let low = 0;
        let high = settled;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (from[order[middle]!]! < offset) low = middle + 1;
          else high = middle;
        }
        const found = order[low];
        return found !== undefined && from[found] === offset ? to[found] : undefined;
      };
    },
  };
}
