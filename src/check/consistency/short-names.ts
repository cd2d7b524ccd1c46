import type { Block } from "../../model/block.ts";
import { simplify } from "../../model/simplify.ts";
import type { Range } from "../printed.ts";

export interface ShortName extends Range {
  block: Block;
  name: string;
}

const DEFINED =
  /[（(](?:以下|下文|下)?(?:统|均)?简?称(?:为)?[：:]?[“"《]?([\u4e00-\u9fffA-Za-z0-9]{2,16})[”"》]?[）)]/g;

/** Short names as they are introduced: （以下简称“专班”）. Two at once (“甲”或“乙”) are left out. */
export function shortNames(blocks: readonly Block[]): ShortName[] {
  const found: ShortName[] = [];
  for (const block of blocks) {
    if (!block.text.includes("称")) continue;
    for (const match of simplify(block.text).matchAll(DEFINED)) {
      found.push({ block, name: match[1]!, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** Short names that nothing behind their introduction uses. */
export function unusedNames(blocks: readonly Block[], names: readonly ShortName[]): ShortName[] {
  if (names.length === 0) return [];
  const text = blocks.map((block) => simplify(block.text)).join("\n");
  const starts = new Map<Block, number>();
  let at = 0;
  for (const block of blocks) {
    starts.set(block, at);
    at += block.text.length + 1;
  }
  return names.filter(({ block, name, end }) => text.indexOf(name, starts.get(block)! + end) < 0);
}

/** Short names introduced a second time. */
export function repeatedNames(names: readonly ShortName[]): ShortName[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => seen.has(name) || !seen.add(name));
}
