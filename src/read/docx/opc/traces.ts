import type { Trace } from "../../../model/source.ts";
import type { MainPart } from "./main-part.ts";
import type { Package } from "./package.ts";
import { sourceOfRelationships } from "./relationships.ts";

/** Parts that hold programs or whole other files; they are named and never opened. */
const ACTIVE = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/[^/]+|embeddings\/[^/]+)$/i;

/**
 * A target on another machine: `http:`, `\\server`, `file://server/`. WPS and Word note the template of every document
 * by its path on the drafter's own disk (half of a sample of issued ones), which they look for nowhere else.
 */
function isRemote(target: string): boolean {
  return /^(https?|ftp|webdav):|^\\\\|^\/\/|^file:\/\/[^/\\]/i.test(target);
}

/**
 * What the package holds beside text that a clerk has to know: links to files outside (other than hyperlinks, which
 * are harmless until clicked), macros and embedded objects, electronic signatures.
 */
export function packageTraces(file: Package, main: MainPart): Trace[] {
  const traces: Trace[] = [];
  const trace = (kind: Trace["kind"], text: string) => traces.push({ kind, block: -1, text });
  if (main.macroEnabled) trace("active-content", main.name);
  for (const name of file.names()) {
    if (ACTIVE.test(name)) trace("active-content", name);
    if (/^_xmlsignatures\/[^/]+\.xml$/i.test(name)) trace("signature", name);
    const source = sourceOfRelationships(name);
    if (source === null) continue;
    for (const { type, target, external } of file.relationships(source).values()) {
      if (!external || type === "hyperlink" || (type === "attachedTemplate" && !isRemote(target))) continue;
      trace("external-link", target);
    }
  }
  return traces;
}
