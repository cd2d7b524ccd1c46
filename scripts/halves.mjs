/** Whether a file belongs to the half of a collection that `seed` picks: FNV-1a of name and seed, lowest mixed bit. */
export function inHalf(name, seed) {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${name}`) {
    hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca6b) >>> 31 === 0;
}
