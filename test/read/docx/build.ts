import { strToU8, zipSync } from "fflate";
import type { Block } from "../../../src/model/block.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/model/limits.ts";
import type { ReadFailure, SourceDocument } from "../../../src/model/source.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";

const OFFICE = "http://schemas.openxmlformats.org";
export const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships" xmlns:mc="${OFFICE}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="${OFFICE}/officeDocument/2006/math" xmlns:a="${OFFICE}/drawingml/2006/main"`;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** What a test puts into a document beside its body: parts of the main part by relationship type, inner XML. */
export interface Parts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  settings?: string;
  theme?: string;
  /** Header and footer parts by relationship id. */
  headers?: Record<string, string>;
  /** Further relationships of the main part, as XML. */
  relationships?: string;
  /** Further parts of the package, whole. */
  files?: Record<string, string | Uint8Array>;
  mainType?: string;
  packageRelationships?: string;
}

const ROOTS: Record<string, string> = {
  styles: "w:styles",
  numbering: "w:numbering",
  footnotes: "w:footnotes",
  endnotes: "w:endnotes",
  comments: "w:comments",
  settings: "w:settings",
  theme: "a:theme",
};

/** The parts of a .docx with this XML inside `w:body`. */
export function partsOf(body: string, parts: Parts = {}): Record<string, Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  let relationships = parts.relationships ?? "";
  for (const [type, root] of Object.entries(ROOTS)) {
    const inner = parts[type as keyof Parts];
    if (typeof inner !== "string") continue;
    files[`word/${type}.xml`] = `<${root} ${W}>${inner}</${root}>`;
    relationships += `<Relationship Id="r-${type}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${type}.xml"/>`;
  }
  for (const [id, inner] of Object.entries(parts.headers ?? {})) {
    files[`word/${id}.xml`] = `<w:hdr ${W}>${inner}</w:hdr>`;
    relationships += `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/header" Target="${id}.xml"/>`;
  }
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${parts.mainType ?? `${WORD}.document.main+xml`}"/></Types>`,
    "_rels/.rels": rels(
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>${parts.packageRelationships ?? ""}`,
    ),
    "word/_rels/document.xml.rels": rels(relationships),
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...files,
    ...parts.files,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
  );
}

export function rels(inner: string): string {
  return `<Relationships xmlns="${OFFICE}/package/2006/relationships">${inner}</Relationships>`;
}

export function docx(body: string, parts: Parts = {}): Uint8Array {
  return zipSync(partsOf(body, parts));
}

/** Reads a document that has to be readable. */
export function source(bytes: Uint8Array, limits: Partial<Limits> = {}): SourceDocument {
  const result = readDocx(bytes, { ...DEFAULT_LIMITS, ...limits });
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.failure)}`);
  return result.source;
}

export function failure(bytes: Uint8Array, limits: Partial<Limits> = {}): ReadFailure {
  const result = readDocx(bytes, { ...DEFAULT_LIMITS, ...limits });
  if (result.ok) throw new Error(`read: ${result.source.blocks.map((block) => block.text).join("|")}`);
  return result.failure;
}

export function read(body: string, parts: Parts = {}): SourceDocument {
  return source(docx(body, parts));
}

export function blocks(body: string, parts: Parts = {}): Block[] {
  return read(body, parts).blocks;
}

export function texts(body: string, parts: Parts = {}): string[] {
  return blocks(body, parts).map((block) => block.text);
}

/** A paragraph of one run; `pPr` and `rPr` are inner XML. */
export function p(text: string, pPr = "", rPr = ""): string {
  return `<w:p><w:pPr>${pPr}</w:pPr>${r(text, rPr)}</w:p>`;
}

export function r(text: string, rPr = ""): string {
  return `<w:r><w:rPr>${rPr}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
