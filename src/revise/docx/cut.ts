import { decodeReferences } from "../../read/docx/xml/entities.ts";
import { isBlank } from "../../read/docx/xml/tokenize.ts";
import type { Text } from "./runs.ts";

/** A place between two characters of a text, and what has to be closed before a mark there and opened behind it. */
export interface Cut {
  at: number;
  close: string;
  open: string;
  /** The text that is cut in two; null where the mark stands between elements. */
  text: Text | null;
  /** The words could not be met exactly: the mark stands outside a formula or guide. */
  widened: boolean;
}

/**
 * Where a comment begins or ends: `raw` is an offset inside `text`. A place at the edge of a run needs no cut; at the
 * edge of a hyperlink, insertion or content control it moves out of it.
 */
export function cutAt(xml: string, text: Text, raw: { at: number; inSection: boolean }, side: "start" | "end"): Cut {
  const { run } = text;
  if (run.outer) return between(side === "start" ? run.outer.start : run.outer.after, true);
  const ink = inkOf(xml, text);
  const at = onCharacter(xml, raw.at, side);
  if (at <= ink.start) {
    if (text.start > run.contentStart) return splitRun(text, text.start);
    return between(side === "start" ? outOf(run, "start") : run.start);
  }
  if (at >= ink.end) {
    if (text.after < run.contentEnd) return splitRun(text, text.after);
    return between(side === "end" ? outOf(run, "end") : run.after);
  }
  return { at, ...splitAt(text, raw.inSection), text, widened: false };
}

/** A rare character is two units of the text, which no cut may part. */
function onCharacter(xml: string, at: number, side: "start" | "end"): number {
  const inside = /[\uDC00-\uDFFF]/.test(xml[at] ?? "") && /[\uD800-\uDBFF]/.test(xml[at - 1] ?? "");
  return inside ? at + (side === "start" ? -1 : 1) : at;
}

/** What ends a text with its run inside the text, and what goes on in a run of the same look. */
export function splitAt({ name, run }: Text, inSection: boolean): { close: string; open: string } {
  return {
    close: `${inSection ? "]]>" : ""}</${name}>${run.tail}`,
    open: `${run.head}<${name} xml:space="preserve">${inSection ? "<![CDATA[" : ""}`,
  };
}

function between(at: number, widened = false): Cut {
  return { at, close: "", open: "", text: null, widened };
}

function splitRun({ run }: Text, at: number): Cut {
  return { at, close: run.tail, open: run.head, text: null, widened: false };
}

function outOf(run: Text["run"], side: "start" | "end"): number {
  let at = side === "start" ? run.start : run.after;
  for (let i = run.containers.length - 1; i >= 0; i--) {
    const container = run.containers[i]!;
    if (at !== (side === "start" ? container.innerStart : container.innerEnd)) break;
    at = side === "start" ? container.start : container.after;
  }
  return at;
}

/** The content without the blanks that are no text because nothing preserves them. */
export function inkOf(xml: string, { textAt, textEnd, preserve }: Text): { start: number; end: number } {
  let [start, end] = [textAt, textEnd];
  if (!preserve) {
    while (start < end && isBlank(xml.charCodeAt(start))) start++;
    while (end > start && isBlank(xml.charCodeAt(end - 1))) end--;
  }
  return { start, end };
}

/**
 * What a text without xml:space needs once it is cut: a first piece that ends in a blank has to preserve it, and blanks
 * at the outer edges, which were no text, must not become some.
 */
export function preserving(xml: string, text: Text, cuts: readonly Cut[]): { at: number; insert: string }[] {
  if (text.preserve) return [];
  const ink = inkOf(xml, text);
  const again = `</${text.name}><${text.name}`;
  const inserts: { at: number; insert: string }[] = [];
  if (cuts[0] && isBlank(xml.charCodeAt(cuts[0].at - 1))) {
    const inside = ink.start > text.textAt;
    inserts.push(
      inside
        ? { at: ink.start, insert: `${again} xml:space="preserve">` }
        : { at: text.textAt - 1, insert: ' xml:space="preserve"' },
    );
  }
  if (ink.end < text.textEnd) inserts.push({ at: ink.end, insert: `${again}>` });
  return inserts;
}

/** The offset `count` characters of text behind `from`, where references, line ends and CDATA are written out. */
export function advance(xml: string, from: number, count: number): { at: number; inSection: boolean } {
  let at = from;
  let left = count;
  let inSection = xml.startsWith("<![CDATA[", from - 9);
  while (left > 0) {
    if (inSection && xml.startsWith("]]>", at)) {
      at += 3;
      inSection = false;
    } else if (!inSection && xml[at] === "<") {
      inSection = xml.startsWith("<![CDATA[", at);
      if (inSection) at += 9;
      else at = xml.startsWith("<!--", at) ? xml.indexOf("-->", at + 4) + 3 : xml.indexOf("?>", at) + 2;
    } else if (!inSection && xml[at] === "&") {
      const end = xml.indexOf(";", at) + 1;
      left -= decodeReferences(xml.slice(at, end))?.length ?? 1;
      at = end;
    } else {
      at += xml[at] === "\r" && xml[at + 1] === "\n" ? 2 : 1;
      left--;
    }
  }
  // At the end of a section the place is behind it: nothing empty is left over.
  if (inSection && xml.startsWith("]]>", at)) return { at: at + 3, inSection: false };
  return { at, inSection };
}
