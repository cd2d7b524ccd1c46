import type { TextPiece } from "../../read/docx/story/context.ts";
import type { Fix } from "../fix/fix.ts";
import { AUTHOR, DATE, freeIds } from "./comments.ts";
import { advance, type Cut, preserving, splitAt } from "./cut.ts";
import type { Edit } from "./edit.ts";
import { textAt } from "./locate.ts";
import { naming } from "./marks.ts";
import type { MainMap, Text } from "./runs.ts";

/** Elements in which a revision of ours may stand: not inside somebody's insertion, field or content control. */
const OPEN = new Set(["w:hyperlink", "w:smartTag"]);

/**
 * Fixes as tracked changes: what goes stands in `w:del`, what comes in `w:ins`, both in the look of its run, so that the
 * drafter accepts or rejects each. `left` are those that stand in somebody's revision, a field, a content control or a
 * character that is no text of its own.
 */
export function trackFixes(
  xml: string,
  map: MainMap,
  pieces: ReadonlyMap<number, readonly TextPiece[]>,
  fixes: readonly Fix[],
): { edits: Edit[]; done: Fix[]; left: Fix[] } {
  const { element } = naming(map);
  const ids = freeIds(map.ids, fixes.length * 2);
  const edits: Edit[] = [];
  const done: Fix[] = [];
  const left: Fix[] = [];
  const cutTexts = new Map<Text, Cut[]>();
  for (const fix of fixes) {
    const spot = spotOf(xml, map, pieces.get(fix.span.block) ?? [], fix);
    if (!spot) {
      left.push(fix);
      continue;
    }
    const { text, from, to } = spot;
    const attributes: [string, string][] = [
      ["author", AUTHOR],
      ["date", DATE],
    ];
    const word = (name: string, inner: string) => {
      const wrapped = `<${renamed(text.name, name)} xml:space="preserve">${inner}</${renamed(text.name, name)}>`;
      return `${text.run.head}${wrapped}${text.run.tail}`;
    };
    const removed = xml.slice(from, to);
    const [delId, insId] = [ids[2 * done.length]!, ids[2 * done.length + 1]!];
    const change =
      (removed === "" ? "" : element("del", delId, word("delText", removed), attributes)) +
      (fix.replacement === "" ? "" : element("ins", insId, word("t", fix.replacement), attributes));
    const { close, open } = splitAt(text, false);
    edits.push({ at: from, remove: to - from, insert: `${close}${change}${open}` });
    const cuts = cutTexts.get(text) ?? [];
    cutTexts.set(text, cuts);
    cuts.push({ at: from, close, open, text, widened: false });
    done.push(fix);
  }
  for (const [text, cuts] of cutTexts) edits.push(...preserving(xml, text, cuts));
  return { edits, done, left };
}

/** `w:t` → `w:delText`, with the prefix the text has. */
function renamed(name: string, local: string): string {
  return name.slice(0, name.indexOf(":") + 1) + local;
}

function spotOf(
  xml: string,
  map: MainMap,
  pieces: readonly TextPiece[],
  { span, replacement }: Fix,
): { text: Text; from: number; to: number } | null {
  const isComing = span.start === span.end;
  const at = isComing ? span.start - 1 : span.start;
  const piece = pieces.find((one) => one.at >= 0 && one.start <= at && one.end > at);
  const text = piece && textAt(map.texts, piece.at);
  if (!piece || !text || replacement.includes("\n")) return null;
  const { outer, containers } = text.run;
  if (outer || containers.some(({ name }) => !OPEN.has(name))) return null;
  const start = advance(xml, piece.at, at - piece.start);
  const end = advance(xml, piece.at, at + 1 - piece.start);
  // Inside CDATA or written as a reference: no draft has it, and a cut there would have to rewrite the text.
  if (start.inSection || end.inSection || end.at - start.at !== 1) return null;
  return isComing ? { text, from: end.at, to: end.at } : { text, from: start.at, to: end.at };
}
