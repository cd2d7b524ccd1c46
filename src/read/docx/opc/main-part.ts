import { refuse } from "../refusal.ts";
import { ContentTypes } from "./content-types.ts";
import type { Package } from "./package.ts";
import { ofType, type Relationships } from "./relationships.ts";

/** The main document part and what stands in the same package beside it. */
export interface MainPart {
  name: string;
  packageRelationships: Relationships;
  /** The content type says that macros may be inside. */
  macroEnabled: boolean;
}

/** Word's own document, template, and both with macros. */
const WORD =
  /wordprocessingml\.(document|template)\.main\+xml$|ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml$/i;

/** Main parts of the other office formats, by the word in their content type. */
const OTHERS: [RegExp, string][] = [
  [/spreadsheetml|ms-excel/i, "read.spreadsheet"],
  [/presentationml|ms-powerpoint/i, "read.slides"],
  [/visio|fixeddocument|xps/i, "read.zip.other"],
];

/**
 * Finds the main document through the package's relationships, whatever it is called. A template (.dotx) is read as
 * the document it makes. A document with macros (.docm) is read too: its macros are never looked at, its text is as
 * good as another's, and the trace `active-content` tells the clerk.
 */
export function findMainPart(file: Package): MainPart {
  const types = file.heard("[Content_Types].xml", ContentTypes) ?? refuseOther(file);
  const packageRelationships = file.relationships("");
  const named = ofType(packageRelationships, "officeDocument")?.target;
  // Some producers leave the relationship out; one part of the right type is no less clear.
  const name = named ?? file.names().find((part) => WORD.test(types.of(part)));
  if (name === undefined || !file.has(name)) {
    const xps = [...packageRelationships.values()].some(({ type }) => type === "fixedrepresentation");
    return xps ? refuse("unsupported", "read.zip.other") : refuse("corrupt", "read.docx.main");
  }
  const type = types.of(name);
  const other = OTHERS.find(([pattern]) => pattern.test(type));
  if (other && !WORD.test(type)) refuse("unsupported", other[1]);
  return { name, packageRelationships, macroEnabled: /macroEnabled/i.test(type) };
}

/** Names the type of a zip that is no office file of Microsoft's kind, so that the clerk knows what to save it as. */
function refuseOther(file: Package): never {
  const names = file.names();
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const mime = file.has("mimetype") ? String.fromCharCode(...(file.read("mimetype") ?? []).slice(0, 100)).trim() : "";
  if (has(/^OFD\.xml$/i)) refuse("unsupported", "read.ofd");
  if (/opendocument\.text/.test(mime)) refuse("unsupported", "read.odt");
  if (/opendocument\.spreadsheet/.test(mime)) refuse("unsupported", "read.spreadsheet");
  if (/opendocument\.presentation/.test(mime)) refuse("unsupported", "read.slides");
  if (has(/^uof\.xml$/i)) refuse("unsupported", "read.odt");
  if (mime !== "") refuse("unsupported", "read.zip.other");
  if (names.length === 0) refuse("unsupported", "read.zip.empty");
  if (has(/^word\/document\.xml$/i)) refuse("corrupt", "read.docx.types");
  refuse("unsupported", "read.archive");
}
