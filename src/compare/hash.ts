const BASE = 0x01000193;

/**
 * Rolling polynomial hashes of all k-grams of `codes`: `out[i]` is the hash of `codes[i] … codes[i + k − 1]`, finished so
 * that every bit depends on every unit. Returns how many there are. Equal hashes are never taken for equal text.
 */
export function gramHashes(codes: Uint16Array, k: number, out: Uint32Array): number {
  const count = codes.length - k + 1;
  if (count <= 0) return 0;
  let top = 1;
  for (let i = 1; i < k; i++) top = Math.imul(top, BASE);
  let hash = 0;
  for (let i = 0; i < k - 1; i++) hash = (Math.imul(hash, BASE) + codes[i]!) | 0;
  for (let i = 0; i < count; i++) {
    hash = (Math.imul(hash, BASE) + codes[i + k - 1]!) | 0;
    out[i] = finish(hash);
    hash = (hash - Math.imul(codes[i]!, top)) | 0;
  }
  return count;
}

/** Mixes a hash: the finaliser of MurmurHash3. */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
