import type { LabelStyle } from "../../model/document.ts";
import type { Label } from "../labels/label.ts";

/** From the outside in, as documents usually nest them; only asked where the document itself has not shown its order. */
const RANK: Record<string, number> = {
  "chapter:编": 0,
  "chapter:部分": 1,
  "chapter:章": 2,
  "chapter:节": 3,
  "article:条": 4,
  chinese: 5,
  "chinese-bracket": 6,
  arabic: 7,
  decimal: 8,
  "arabic-bracket": 9,
  circled: 10,
  letter: 11,
  enumerated: 12,
};

const rankOf = ({ key, style }: { key: string; style: LabelStyle }) => RANK[key] ?? RANK[style] ?? 12;

export interface Open {
  key: string;
  style: LabelStyle;
  ordinal: number;
  /** Depth of the heading it stands in, 0 where it is no heading. */
  heading: number;
  /** Its line is running text and no heading. */
  prose: boolean;
  /** Index of its clause. */
  clause: number;
}

/**
 * The clauses that are open at a place, outermost first, and what the document has shown of its order: `under` says
 * below which key a key was first seen ("" for none).
 */
export interface Nesting {
  open: Open[];
  under: Map<string, string>;
}

export const newNesting = (): Nesting => ({ open: [], under: new Map() });

export const innermost = (open: readonly Open[]): Open | undefined => open[open.length - 1];

/**
 * Closes what `label` ends; what stays open is its ancestry. A label whose key is open goes on there (numbers may
 * restart, skip or repeat); a key not open goes below what is open, unless the document has shown, or convention says,
 * that it belongs further out.
 */
export function closeFor(nesting: Nesting, label: Label, heading: number): void {
  const { open } = nesting;
  const at = position(nesting, label);
  if (at >= 0) open.length = at;
  else closeByOrder(nesting, label);
  if (heading === 0) return;
  for (let top = innermost(open); top?.style === "heading" && top.heading >= heading; top = innermost(open)) open.pop();
}

/** An unnumbered heading ends everything that is no heading, and headings as deep as itself. */
export function closeForHeading({ open }: Nesting, heading: number): void {
  for (let top = innermost(open); top && (top.heading === 0 || top.heading >= heading); top = innermost(open))
    open.pop();
}

export function enter(nesting: Nesting, label: Label, heading: number, prose: boolean, clause: number): void {
  if (!nesting.under.has(label.key)) nesting.under.set(label.key, innermost(nesting.open)?.key ?? "");
  nesting.open.push({ key: label.key, style: label.style, ordinal: label.ordinal, heading, prose, clause });
}

/** Whether a doubtful label goes on with a sequence that is open: 4. after 3., 3.2 after 3.1 or below 3. */
export function continuesSequence({ open }: Nesting, label: Label): boolean {
  for (let i = open.length - 1; i >= 0; i--) {
    const { key, style, ordinal } = open[i]!;
    if (key === label.key) return label.ordinal === ordinal + 1 || label.under !== undefined;
    if (label.under !== undefined && style === "arabic") return label.under === ordinal;
  }
  return false;
}

/** Where in the open ones the label goes on: same key, or a slip of the pen (1. 2、 3.) that counts on; −1 for nowhere. */
function position({ open, under }: Nesting, label: Label): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]!.key === label.key) return i;
  if (under.has(label.key)) return -1;
  for (let i = open.length - 1; i >= 0; i--) {
    const { style, ordinal } = open[i]!;
    if (style === label.style && style !== "chapter" && label.ordinal === ordinal + 1) return i;
  }
  return -1;
}

function closeByOrder({ open, under }: Nesting, label: Label): void {
  const known = under.get(label.key);
  const rank = rankOf(label);
  const top = innermost(open);
  if (known && open.some((one) => one.key === known)) {
    // Up to the key it was first seen under; what usually contains it (节 between 章 and 条) stays open all the same.
    for (let one = top; one && one.key !== known && rankOf(one) >= rank; one = innermost(open)) open.pop();
    return;
  }
  if (known === undefined && top && mayContain(top, label)) return;
  for (let one = top; one && one.style !== "heading" && rankOf(one) >= rank; one = innermost(open)) open.pop();
}

/** Whether a label of a kind not seen before may go below `top` though convention has it further out. */
function mayContain(top: Open, label: Label): boolean {
  // Articles below 一、 as a heading: regulations that are divided without chapters.
  if (label.style === "article") return top.style === "chinese" && !top.prose;
  // A first item of an inner style may stand below anything but ① and a.: 1. under （1） is odd, and it occurs.
  const inner = rankOf(label) > RANK["chinese"]!;
  return inner && label.ordinal === 1 && top.style !== "circled" && top.style !== "letter";
}
