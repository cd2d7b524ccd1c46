import type { ReadFailure } from "../model/source.ts";

export type Reader = "docx" | "ole2" | "markdown" | "html" | "text";

/** Endings of files that can be checked, and who reads them. */
export const READERS: ReadonlyMap<string, Reader> = new Map([
  [".docx", "docx"],
  [".docm", "docx"],
  [".dotx", "docx"],
  [".dotm", "docx"],
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".txt", "text"],
  [".text", "text"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
]);

/** Endings of documents an office keeps that cannot be checked, with the sentence that says what to do. */
export const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ...endings("read.doc", ".doc .dot"),
  ...endings("read.wps", ".wps .wpt .uof .uot"),
  ...endings("read.rtf", ".rtf"),
  ...endings("read.pdf", ".pdf"),
  ...endings("read.ofd", ".ofd .ceb .cebx"),
  ...endings("read.odt", ".odt .ott .fodt"),
  ...endings("read.spreadsheet", ".xls .xlsx .xlsm .et .ett .ods .csv"),
  ...endings("read.slides", ".ppt .pptx .dps .odp"),
  ...endings("read.image", ".png .jpg .jpeg .gif .bmp .tif .tiff .webp"),
  ...endings("read.archive", ".zip .rar .7z .gz .tar"),
  ...endings("read.mhtml", ".mht .mhtml"),
]);

/** Endings of texts an office writes that cannot be checked: found in a folder they are listed, pictures and tables not. */
export function isUncheckedText(ending: string): boolean {
  const reason = UNSUPPORTED.get(ending) ?? "";
  return ["read.doc", "read.wps", "read.rtf", "read.pdf", "read.ofd", "read.odt", "read.mhtml"].includes(reason);
}

function endings(reason: string, list: string): [string, string][] {
  return list.split(" ").map((ending) => [ending, reason]);
}

/** Lower-case ending of a file name with its dot, "" where it has none. */
export function endingOf(name: string): string {
  const base = baseName(name);
  const dot = base.lastIndexOf(".");
  return dot > 0 ? base.slice(dot).toLowerCase() : "";
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

/** Word and WPS keep the name of who has a document open in `~$草稿.docx` beside it. */
export function isOwnerFile(name: string): boolean {
  return baseName(name).startsWith("~$");
}

/** The same file under another name: 162 bytes, the owner's name counted once as bytes and once as UTF-16. */
function isOwnerRecord(bytes: Uint8Array): boolean {
  const length = bytes[0] ?? 0;
  return bytes.length === 162 && length > 0 && length < 54 && bytes[54] === length && bytes[55] === 0;
}

/**
 * Who reads these bytes, or why nobody can. What the bytes are goes before what the name says, because a name is
 * changed in a second; where the two differ the sentence says what the file really is.
 */
export function detect(bytes: Uint8Array, name: string): { reader: Reader } | { failure: ReadFailure } {
  const ending = endingOf(name);
  if (isOwnerFile(name) || isOwnerRecord(bytes)) return refuse("skipped", "read.owner-file");
  if (bytes.length === 0) return refuse("corrupt", "read.empty");
  const found = magic(bytes);
  const expected = READERS.get(ending) ?? (ending === "" ? unnamedText(bytes) : undefined);
  if (found === "zip") return zipContent(bytes, ending);
  if (found === "ole2") return { reader: "ole2" };
  if (found === "html") {
    // A page saved under the name of a document: read only once the name owns up to it.
    return expected && expected !== "docx" ? { reader: "html" } : refuse("unsupported", "read.html-renamed", ending);
  }
  if (found) return refuse("unsupported", found, ending);
  if (expected === "docx") {
    // Something before the first entry, or a damaged start: the reader of zips says what is wrong.
    const directory = holds(bytes.subarray(-64 * 1024), "PK\x05\x06");
    return directory ? { reader: "docx" } : refuse("corrupt", "read.not-docx", ending);
  }
  if (expected) return { reader: expected };
  return refuse("unsupported", UNSUPPORTED.get(ending) ?? "read.unknown-type", ending);
}

/** Text without an ending, as from standard input: Markdown where it opens with front matter or has headings of its own. */
function unnamedText(bytes: Uint8Array): Reader {
  const head = latin1(bytes.subarray(0, 64 * 1024));
  return /^(?:\xef\xbb\xbf)?---\r?\n|(?:^|\n)#{1,6} /.test(head) ? "markdown" : "text";
}

function refuse(status: ReadFailure["status"], reason: string, ending = ""): { failure: ReadFailure } {
  return { failure: { status, reason, values: { ending } } };
}

const MAGIC: readonly (readonly [kind: string, at: number, bytes: string])[] = [
  ["zip", 0, "PK\x03\x04"],
  ["zip", 0, "PK\x05\x06"],
  ["ole2", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["read.rtf", 0, "{\\rtf"],
  ["read.image", 0, "\x89PNG"],
  ["read.image", 0, "\xff\xd8\xff"],
  ["read.image", 0, "GIF8"],
  ["read.image", 0, "II*\0"],
  ["read.image", 0, "MM\0*"],
  ["read.image", 8, "WEBP"],
  ["read.archive", 0, "Rar!\x1a\x07"],
  ["read.archive", 0, "7z\xbc\xaf\x27\x1c"],
  ["read.archive", 0, "\x1f\x8b\x08"],
];

/** `zip`, `ole2`, `html`, the reason of a refusal, or null: text or nothing known. */
function magic(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 1024));
  for (const [kind, at, mark] of MAGIC) if (head.startsWith(mark, at)) return kind;
  if (head.startsWith("BM") && bytes.length > 26 && head.slice(6, 10) === "\0\0\0\0") return "read.image";
  // Blanks before the mark are common.
  if (/^[\s\0\xef\xbb\xbf]{0,200}%PDF-\d/.test(head)) return "read.pdf";
  const start = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (/^MIME-Version:/im.test(start) && /multipart\/related/i.test(latin1(bytes.subarray(0, 4096))))
    return "read.mhtml";
  if (/^<\?xml/i.test(start) && /<w:wordDocument|<pkg:package|<\?mso-application/i.test(start)) return "read.word-xml";
  if (/^<\?xml/i.test(start) && /<office:document|<uof:UOF/i.test(start)) return "read.odt";
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(start) ? "html" : null;
}

/** The directory of a zip stands at its end; a name in it tells an office format from another. */
const ZIP_CONTENT: readonly (readonly [part: string, reason: string])[] = [
  ["xl/workbook", "read.spreadsheet"],
  ["ppt/presentation", "read.slides"],
  ["OFD.xml", "read.ofd"],
];

function zipContent(bytes: Uint8Array, ending: string): { reader: Reader } | { failure: ReadFailure } {
  if (latin1(bytes.subarray(0, 120)).includes("mimetypeapplication/vnd.oasis.opendocument")) {
    return refuse("unsupported", "read.odt", ending);
  }
  if (UNSUPPORTED.get(ending) === "read.archive") return refuse("unsupported", "read.archive", ending);
  const directory = bytes.subarray(-64 * 1024);
  if (!holds(directory, "word/")) {
    for (const [part, reason] of ZIP_CONTENT) if (holds(directory, part)) return refuse("unsupported", reason, ending);
  }
  return { reader: "docx" };
}

/**
 * Whether ASCII characters stand in bytes, looked for from the end, where a zip has its directory. Making a string of
 * 64 KB first took a tenth of the time a whole draft takes.
 */
function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at > 0 ? bytes.lastIndexOf(first, at - 1) : -1) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same++;
    if (same === text.length) return true;
  }
  return false;
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
