import type { Scope } from "./namespaces.ts";

/** An element from its `<` to behind its end, where it stood first, and what was made of it. */
interface Known<T> {
  xml: string;
  scope: Scope;
  depth: number;
  events: number;
  value: T;
}

/** Who hears such elements. */
interface Maker<T> {
  /** Asked when one closes that was read: what was made of it, null for what may not be used again. */
  made(): T | null;
  /** Handed that, never to be changed, in place of one that is the same. */
  take(value: T): void;
}

/** Looked through in turn, the last one met first. */
const KEPT = 8;

/**
 * Elements that come again to the letter: most runs and paragraphs of a document have the properties of one before
 * (nine in ten of issued ones), which make up most of its text. In the same namespaces and no deeper, the same letters
 * are the same events, as wellformed as before, so that the tokenizer goes on behind them.
 */
export class Repeats<T> {
  private readonly known: Known<T>[] = [];
  private readonly maker: Maker<T>;

  constructor(maker: Maker<T>) {
    this.maker = maker;
  }

  /** Takes the element that begins at `at` for one known; undefined where it has to be read. */
  recall(xml: string, at: number, scope: Scope, depth: number): { length: number; events: number } | undefined {
    const { known } = this;
    for (let i = 0; i < known.length; i++) {
      const one = known[i]!;
      const { length } = one.xml;
      if (one.scope !== scope || one.depth < depth || xml.slice(at, at + length) !== one.xml) continue;
      for (let k = i; k > 0; k--) known[k] = known[k - 1]!;
      known[0] = one;
      this.maker.take(one.value);
      return { length, events: one.events };
    }
    return undefined;
  }

  keep(xml: string, scope: Scope, depth: number, events: number): void {
    const value = this.maker.made();
    if (value === null) return;
    this.known.unshift({ xml, scope, depth, events, value });
    if (this.known.length > KEPT) this.known.pop();
  }
}
