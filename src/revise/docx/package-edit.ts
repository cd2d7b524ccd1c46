import { DEFAULT_LIMITS } from "../../model/limits.ts";
import { findMainPart } from "../../read/docx/opc/main-part.ts";
import { Package } from "../../read/docx/opc/package.ts";
import { ofType, relationshipsPart } from "../../read/docx/opc/relationships.ts";
import { Refusal as ReaderRefusal } from "../../read/docx/refusal.ts";
import { readDirectory } from "../../read/docx/zip/directory.ts";
import { appendTo, commentIds } from "./comments.ts";
import { applyEdits } from "./edit.ts";
import { openPart, type PartText } from "./part-text.ts";
import { BrokenPart, walk } from "./walk.ts";
import { rewriteZip } from "./zip.ts";

const OFFICE = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/** A package opened to be changed: the main part as text, and what else changes by part name. */
export interface Editing {
  bytes: Uint8Array;
  file: Package;
  name: string;
  main: PartText;
  contents: Map<string, Uint8Array>;
}

/** Why a document is not changed: a catalogue key and what fills its sentence. */
export interface Refusal {
  ok: false;
  reason: string;
  values: Record<string, string | number>;
}

export function refusal(reason: string, values: Refusal["values"] = {}): Refusal {
  return { ok: false, reason, values };
}

/** Opens a document the reader has accepted. */
export function openPackage(bytes: Uint8Array): Editing | Refusal {
  const file = new Package(bytes, DEFAULT_LIMITS);
  const { name } = findMainPart(file);
  const part = file.names().find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
  const main = openPart(file.read(part) ?? new Uint8Array(), part);
  if (!main) return refusal("revise.encoding", { part });
  return { bytes, file, name: part, main, contents: new Map() };
}

/** The changed package. */
export function closePackage({ bytes, contents }: Editing): Uint8Array {
  return rewriteZip(bytes, readDirectory(bytes, DEFAULT_LIMITS), contents);
}

/** The comments part of the main part, null where there is none. */
export function commentsPart({ file, name }: Editing): string | null {
  const target = ofType(file.relationships(name), "comments")?.target;
  return target === undefined ? null : (file.names().find((one) => one.toLowerCase() === target.toLowerCase()) ?? null);
}

/** The comments part as text with the numbers of its comments. The reader opens it only for the text that refers to it: it may be anything. */
export function openComments({ file }: Editing, part: string): { part: PartText; ids: Set<number> } | Refusal {
  try {
    const opened = openPart(file.read(part)!, part);
    return opened ? { part: opened, ids: commentIds(opened.text) } : refusal("revise.encoding", { part });
  } catch (error) {
    if (!(error instanceof BrokenPart || error instanceof ReaderRefusal)) throw error;
    return refusal("revise.broken-part", { part });
  }
}

/** Adds a comments part beside the main part: the part, its content type, its relationship. */
export function addCommentsPart(editing: Editing, xml: string): Refusal | null {
  const { file, name, contents } = editing;
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  let part = `${folder}comments.xml`;
  for (let i = 2; file.has(part); i++) part = `${folder}comments${i}.xml`;
  const typesPart = file.names().find((one) => one.toLowerCase() === "[content_types].xml")!;
  const types = openPart(file.read(typesPart)!, typesPart);
  if (!types) return refusal("revise.encoding", { part: typesPart });
  contents.set(part, new TextEncoder().encode(xml));
  contents.set(typesPart, types.encode(withType(types.text, part)));
  return addRelationship(editing, part.slice(folder.length));
}

function withType(xml: string, part: string): string {
  let prefix = "";
  let known = false;
  walk(xml, {
    open(tag, _from, _end, raw) {
      if (tag.name === "ct:Types") prefix = raw.slice(0, raw.indexOf(":") + 1);
      if (tag.name === "ct:Override" && tag.get("PartName")?.toLowerCase() === `/${part}`.toLowerCase()) known = true;
    },
    close() {},
  });
  const line = `<${prefix}Override PartName="/${part}" ContentType="${COMMENTS_TYPE}"/>`;
  return known ? xml : applyEdits(xml, [appendTo(xml, line)]);
}

function addRelationship(editing: Editing, target: string): Refusal | null {
  const { file, name, contents, main } = editing;
  const wanted = relationshipsPart(name);
  const part = file.names().find((one) => one.toLowerCase() === wanted.toLowerCase());
  const isStrict = main.text.includes(`${STRICT}wordprocessingml/main`);
  const type = `${isStrict ? STRICT : OFFICE}officeDocument/${isStrict ? "" : "2006/"}relationships/comments`;
  const empty = `<Relationships xmlns="${OFFICE}package/2006/relationships"/>`;
  const before =
    part === undefined
      ? { text: empty, encode: (text: string) => new TextEncoder().encode(text) }
      : openPart(file.read(part)!, part);
  if (!before) return refusal("revise.encoding", { part: wanted });
  let prefix = "";
  const ids = new Set<string>();
  walk(before.text, {
    open(tag, _from, _end, raw) {
      if (tag.name === "rel:Relationships") prefix = raw.slice(0, raw.indexOf(":") + 1);
      ids.add(tag.get("Id") ?? "");
    },
    close() {},
  });
  let n = ids.size;
  while (ids.has(`rId${n}`)) n++;
  const line = `<${prefix}Relationship Id="rId${n}" Type="${type}" Target="${target}"/>`;
  contents.set(part ?? wanted, before.encode(applyEdits(before.text, [appendTo(before.text, line)])));
  return null;
}
