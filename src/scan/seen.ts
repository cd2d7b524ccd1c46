import { createHash } from "node:crypto";

/** Names already met, 12 bytes a name: a million take 24 MB whatever their length, and two of 10⁷ collide once in 10¹⁵ runs. */
export interface Seen {
  has(name: string): boolean;
  /** False where the name was in it. */
  add(name: string): boolean;
  readonly size: number;
}

const WORDS = 3;

export function seenNames(): Seen {
  let slots = 1 << 10;
  let table = new Uint32Array(slots * WORDS);
  let size = 0;
  const key = new Uint32Array(WORDS);

  /** Where the key stands, or the free slot it would take. */
  function find(from: Uint32Array, count: number): number {
    let slot = key[0]! & (count - 1);
    for (;;) {
      const at = slot * WORDS;
      const [a, b, c] = [from[at]!, from[at + 1]!, from[at + 2]!];
      if ((a | b | c) === 0 || (a === key[0] && b === key[1] && c === key[2])) return at;
      slot = (slot + 1) & (count - 1);
    }
  }
  function hash(name: string): void {
    const digest = createHash("sha256").update(name).digest();
    for (let i = 0; i < WORDS; i++) key[i] = digest.readUInt32LE(i * 4);
    // All zero marks a free slot.
    if ((key[0]! | key[1]! | key[2]!) === 0) key[0] = 1;
  }
  function grow(): void {
    const before = table;
    slots *= 2;
    table = new Uint32Array(slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      key.set(before.subarray(at, at + WORDS));
      if ((key[0]! | key[1]! | key[2]!) !== 0) table.set(key, find(table, slots));
    }
  }
  return {
    has(name) {
      hash(name);
      const at = find(table, slots);
      return (table[at]! | table[at + 1]! | table[at + 2]!) !== 0;
    },
    add(name) {
      if ((size + 1) * 4 > slots * 3) grow();
      hash(name);
      const at = find(table, slots);
      if ((table[at]! | table[at + 1]! | table[at + 2]!) !== 0) return false;
      table.set(key, at);
      size++;
      return true;
    },
    get size() {
      return size;
    },
  };
}
