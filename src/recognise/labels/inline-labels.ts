import { CLASSES, QUOTE_CLOSE, QUOTE_OPEN, STARTER } from "../lines/char-class.ts";
import type { Label } from "./label.ts";
import { readLabel } from "./read-label.ts";

const FULL_STOP = 0x3002;
const BOUNDARY = "。；;：:，,、！？!?”）) \t\u3000\u00a0—-.";

/**
 * Labels inside the running text `text.slice(from, end)`: …；二是…, （1）…；（2）…, 首先…其次…. A label counts where it
 * opens a phrase and belongs to a run that begins with one and has at least two members; inside “…” and 《…》 there are none.
 */
export function inlineLabels(text: string, from: number, end: number): Label[] {
  const runs = new Map<string, Label[][]>();
  let quoted = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    const bits = CLASSES[code]!;
    // Nine of ten characters.
    if (bits === 0) continue;
    if (bits & QUOTE_OPEN) quoted++;
    else if (bits & QUOTE_CLOSE && quoted > 0) quoted--;
    // A quotation that nobody closed ends with its sentence.
    else if (code === FULL_STOP) quoted = 0;
    if (quoted > 0 || !(bits & STARTER)) continue;
    if (at > from && !BOUNDARY.includes(text[at - 1]!)) continue;
    const label = readLabel(text, at);
    if (
      !label ||
      label.end >= end ||
      label.style === "chapter" ||
      label.style === "article" ||
      label.style === "letter"
    )
      continue;
    if (label.style === "decimal" || !opensPhrase(text, at, from, label)) continue;
    enter(runs, label);
    at = label.end - 1;
  }
  const labels: Label[] = [];
  for (const list of runs.values()) for (const run of list) if (run.length >= 2) labels.push(...run);
  return labels.sort((a, b) => a.start - b.start);
}

/** After a comma only 一是 and 一要 open a phrase; the rest needs a stronger mark. */
function opensPhrase(text: string, at: number, from: number, label: Label): boolean {
  if (at === from) return true;
  const before = text[at - 1]!;
  if (label.style === "enumerated") return "。；;：:，,、！”）) \u3000".includes(before);
  if (label.style === "circled" || label.style.endsWith("bracket")) return !"、-—.".includes(before);
  return "。；;：: \t\u3000\u00a0！”".includes(before);
}

/** Puts the label into the run it goes on with, or begins one. */
function enter(runs: Map<string, Label[][]>, label: Label): void {
  const list = runs.get(label.key) ?? [];
  const run = list[list.length - 1];
  const last = run?.[run.length - 1];
  if (
    run &&
    last &&
    (label.ordinal === last.ordinal + 1 || (label.key === "enumerated:首先" && label.ordinal > last.ordinal))
  )
    run.push({ ...label, doubtful: false });
  else if (label.ordinal === 1) list.push([label]);
  runs.set(label.key, list);
}
