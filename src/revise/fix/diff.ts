import type { OfficialDocument } from "../../model/document.ts";
import type { Fix } from "./fix.ts";

/** Lines shown around a change, as everywhere. */
const AROUND = 3;

interface Line {
  before: string;
  after: string;
}

/**
 * A unified diff of the fixes: lines of a text file, paragraphs of a Word draft. Fixes never add or take away a line, so
 * nothing has to be searched. `texts` are those of the file before and after; null for a docx.
 */
export function unifiedDiff(
  name: string,
  document: OfficialDocument,
  texts: readonly [before: string, after: string] | null,
  fixes: readonly Fix[],
): string {
  const lines = texts ? pairs(...texts) : paragraphs(document, fixes);
  const changed = lines.flatMap(({ before, after }, i) => (before === after ? [] : [i]));
  const out = changed.length === 0 ? [] : [`--- ${name}`, `+++ ${name}`];
  for (let i = 0; i < changed.length; ) {
    const from = Math.max(0, changed[i]! - AROUND);
    let last = changed[i]!;
    while (++i < changed.length && changed[i]! - last <= 2 * AROUND) last = changed[i]!;
    const to = Math.min(lines.length, last + AROUND + 1);
    out.push(`@@ -${from + 1},${to - from} +${from + 1},${to - from} @@`, ...hunk(lines.slice(from, to)));
  }
  return out.length === 0 ? "" : `${out.join("\n")}\n`;
}

/** Changed lines that follow each other stand together, the old ones first. */
function hunk(lines: readonly Line[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.before === lines[i]!.after) {
      out.push(` ${lines[i]!.before}`);
      continue;
    }
    const from = i;
    while (lines[i + 1] && lines[i + 1]!.before !== lines[i + 1]!.after) i++;
    const group = lines.slice(from, i + 1);
    out.push(...group.map(({ before }) => `-${before}`), ...group.map(({ after }) => `+${after}`));
  }
  return out;
}

function pairs(text: string, edited: string): Line[] {
  const [before, after] = [text, edited].map((one) => one.split(/\r\n|\n|\r/));
  if (before!.at(-1) === "" && after!.at(-1) === "") before!.pop();
  return before!.map((line, i) => ({ before: line, after: after![i] ?? "" }));
}

function paragraphs({ blocks }: OfficialDocument, fixes: readonly Fix[]): Line[] {
  const byBlock = new Map<number, Fix[]>();
  for (const fix of fixes) byBlock.set(fix.span.block, [...(byBlock.get(fix.span.block) ?? []), fix]);
  return blocks.map(({ index, text }) => ({
    before: oneLine(text),
    after: oneLine(mended(text, byBlock.get(index) ?? [])),
  }));
}

const oneLine = (text: string) => text.replaceAll("\n", " ");

/** A block's text with its fixes done. */
export function mended(text: string, fixes: readonly Fix[]): string {
  let out = "";
  let done = 0;
  for (const { span, replacement } of fixes) {
    out += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return out + text.slice(done);
}
