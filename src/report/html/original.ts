import type { Element, Nodes } from "hast";
import { html, Markup, type Piece } from "./markup.ts";
import type { Word } from "./word.ts";

/** Bytes of a docx beyond which the second view is not worth the wait. */
const LARGEST = 10_000_000;
/** Bytes of a docx whose pictures are looked at: a picture inflates at most a thousandfold, whatever it says of itself. */
const WITH_PICTURES = 256_000;
/** Characters of one picture as a data: address, and of all together. */
const PICTURE = 90_000;
const PICTURES = 400_000;

/**
 * 原稿: the docx as mammoth converts it, unmarked; a second opinion beside our own reading. Pictures are kept as data:
 * where they are small, else said to be left out. mammoth is loaded here and nowhere else, and follows no reference to
 * another file. A document it cannot convert says so in its place.
 */
export async function originalView(bytes: Uint8Array, word: Word): Promise<Markup> {
  if (bytes.length > LARGEST) return html`<p class="hint">${word("html.original-large")}</p>`;
  try {
    const content = await sanitised(await converted(bytes), word);
    return html`<p class="hint">${word("html.original-hint")}</p><template class="deferred"><div class="paper plain" lang="zh-CN">${content}</div></template>`;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return html`<p class="hint">${word("html.original-failed", { error: said })}</p>`;
  }
}

async function converted(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  let room = bytes.length <= WITH_PICTURES ? PICTURES : 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    if (room === 0 || !PICTURE_TYPE.test(image.contentType)) return { src: "" };
    const data = await image.readAsBase64String();
    if (data.length > PICTURE || data.length > room) return { src: "" };
    room -= data.length;
    return { src: `data:${image.contentType};base64,${data}` };
  });
  // The build for Node reads `buffer`, the one for browsers `arrayBuffer`; both take bytes.
  const input = { buffer: bytes, arrayBuffer: bytes } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const options = { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false };
  return (await mammoth.convertToHtml(input, options)).value;
}

const PICTURE_TYPE = /^image\/(png|jpeg|gif|webp|bmp)$/;
const PICTURE_DATA = /^data:image\/(png|jpeg|gif|webp|bmp);base64,[A-Za-z0-9+/=]*$/;

/** Elements that lay text out; whatever else there is gives its text alone. Headings become paragraphs of a class. */
const KEPT = new Set([
  "p",
  "table",
  "thead",
  "tbody",
  "tr",
  "td",
  "th",
  "ul",
  "ol",
  "li",
  "strong",
  "em",
  "u",
  "s",
  "sup",
  "sub",
  "br",
]);
const DROPPED = new Set(["script", "style", "template", "noscript", "iframe", "object", "title"]);

/** Converted HTML → markup without links, styles, ids or anything that could act. */
export async function sanitised(text: string, word: Word): Promise<Markup> {
  const [{ unified }, { default: rehypeParse }] = await Promise.all([import("unified"), import("rehype-parse")]);
  return html`${clean(unified().use(rehypeParse, { fragment: true }).parse(text), word)}`;
}

function clean(node: Nodes, word: Word): Piece {
  if (node.type === "text") return node.value;
  if (node.type !== "element" && node.type !== "root") return null;
  if (node.type === "element" && DROPPED.has(node.tagName)) return null;
  if (node.type === "element" && node.tagName === "img") return picture(node, word);
  const inner = node.children.map((child) => clean(child, word));
  if (node.type === "root") return inner;
  const { tagName } = node;
  if (/^h[1-6]$/.test(tagName)) return html`<p class="heading">${inner}</p>`;
  if (!KEPT.has(tagName)) return inner;
  const tag = new Markup(tagName);
  if (tagName === "br") return html`<br>`;
  return html`<${tag}${spanOf(node, "colSpan")}${spanOf(node, "rowSpan")}>${inner}</${tag}>`;
}

function spanOf({ properties }: Element, name: "colSpan" | "rowSpan"): Piece {
  const count = Number(properties[name]);
  return count > 1 && count < 1000 && html` ${new Markup(name.toLowerCase())}="${Math.floor(count)}"`;
}

function picture({ properties }: Element, word: Word): Markup {
  const source = String(properties["src"] ?? "");
  if (!PICTURE_DATA.test(source)) return html`<span class="left-out">${word("html.picture-left-out")}</span>`;
  return html`<img src="${source}" alt="${word("html.picture")}">`;
}
