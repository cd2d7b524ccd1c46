/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `size` of the items in a random order that the seed fixes, at most `cap` a rule; where the cap leaves too few, it is
 * raised step by step until there are enough or all are taken.
 */
export function draw(items, seed, size, cap) {
  const next = random(seed);
  const shuffled = items.map((item) => ({ item, key: next() })).sort((one, other) => one.key - other.key);
  for (let limit = cap; ; limit++) {
    const taken = new Map();
    const chosen = shuffled.filter(({ item }) => {
      const count = (taken.get(item.rule) ?? 0) + 1;
      taken.set(item.rule, count);
      return count <= limit;
    });
    if (chosen.length >= size || chosen.length === items.length) {
      return chosen
        .slice(0, size)
        .map(({ item }) => item)
        .sort((one, other) => (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0));
    }
  }
}

/** 95 % interval of a share by Wilson's score: `right` of `all`. */
export function wilson(right, all) {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = right / all;
  const middle = share + (z * z) / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [(middle - half) / (1 + (z * z) / all), (middle + half) / (1 + (z * z) / all)];
}
