import { applyEdits, type Edit } from "./edit.ts";
import { walk } from "./walk.ts";

export const AUTHOR = "公文检查";
/** The same draft gives the same copy on every day, and nobody takes this for the day of the review. */
export const DATE = "2000-01-01T00:00:00Z";

/** One comment: its number and its paragraphs. */
export interface Comment {
  id: number;
  lines: readonly string[];
}

/** A comments part with nothing but `comments`. */
export function newCommentsPart(uri: string, comments: readonly Comment[]): string {
  const inner = comments.map((comment) => commentXml("", comment)).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${uri}">${inner}</w:comments>`;
}

/** Numbers of the comments in a part. */
export function commentIds(xml: string): Set<number> {
  const ids = new Set<number>();
  walk(xml, {
    open(tag) {
      const id = tag.name === "w:comment" ? Number(tag.get("w:id") ?? "none") : Number.NaN;
      if (Number.isInteger(id)) ids.add(id);
    },
    close() {},
  });
  return ids;
}

/** The part with `comments` behind those it has, which stay as they are. */
export function extendComments(xml: string, uri: string, comments: readonly Comment[]): string {
  // The root may use any prefix for the namespace, so each comment declares its own.
  const inner = comments.map((comment) => commentXml(` xmlns:w="${uri}"`, comment)).join("");
  return applyEdits(xml, [appendTo(xml, inner)]);
}

/** The edit that puts `inner` at the end of the root element, which may be empty. */
export function appendTo(xml: string, inner: string): Edit {
  let depth = 0;
  let edit: Edit = { at: xml.length, insert: inner };
  let root = { raw: "", end: 0 };
  walk(xml, {
    open(_tag, _from, end, raw) {
      if (depth++ === 0) root = { raw, end };
    },
    close(_name, from, end) {
      if (--depth > 0) return;
      edit =
        from === end ? { at: root.end - 2, remove: 2, insert: `>${inner}</${root.raw}>` } : { at: from, insert: inner };
    },
  });
  return edit;
}

/**
 * A comment without a style of its own looks like body text, which in 公文 is 16 pt, indented and of a fixed line height:
 * in a margin that is unreadable. Only what both editions of the schema have, in its order.
 */
const PARAGRAPH =
  '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>';
const LOOK = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>';

function commentXml(declaration: string, { id, lines }: Comment): string {
  const paragraphs = lines.map((line, i) => {
    const mark = i === 0 ? `<w:r><w:annotationRef/></w:r>` : "";
    return `<w:p>${PARAGRAPH}${mark}<w:r>${LOOK}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`;
  });
  return `<w:comment${declaration} w:id="${id}" w:author="${AUTHOR}" w:date="${DATE}" w:initials="公文">${paragraphs.join("")}</w:comment>`;
}

/** Text for an element's content; what XML forbids becomes the sign for what cannot be shown. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      "\uFFFD",
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** `count` numbers that no comment has: behind the highest, or from 0 in the gaps where that is out of bounds. */
export function freeIds(taken: ReadonlySet<number>, count: number): number[] {
  let next = 0;
  for (const id of taken) if (id >= next) next = id + 1;
  if (next + count > 0x7fff_fff0) next = 0;
  const ids: number[] = [];
  for (; ids.length < count; next++) if (!taken.has(next)) ids.push(next);
  return ids;
}
