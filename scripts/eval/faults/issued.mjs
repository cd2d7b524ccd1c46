// One point of the layout of a Word document that was really issued, changed in its own XML.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const swap = (pattern, text) => (xml) => xml.replace(pattern, text);

/** By rule: what is done to the text and the styles; a file without such a thing is left as it is. */
const CHANGES = {
  "GS-page": swap(/(<w:pgSz\b[^>]*?)w:w="\d+"([^>]*?)w:h="\d+"/g, '$1w:w="12240"$2w:h="15840"'),
  "GS-margins": swap(/(<w:pgMar\b[^>]*?)w:top="-?\d+"/g, '$1w:top="1200"'),
  "GS-lines": (xml) =>
    xml
      .replace(/w:line="\d+"( w:lineRule="exact")/g, 'w:line="760"$1')
      .replace(/w:linePitch="\d+"/g, 'w:linePitch="760"'),
  "GS-title-font": swap(/(w:eastAsia=")[^"]*(?:标宋|华文中宋|宋体)[^"]*"/g, '$1黑体"'),
  "GS-body-font": swap(/(w:eastAsia=")[^"]*仿宋[^"]*"/g, '$1宋体"'),
  "GS-body-size": swap(/(<w:sz(?:Cs)? w:val=")32"/g, '$128"'),
  "GS-heading1-font": swap(/(w:eastAsia=")[^"]*黑体[^"]*"/g, '$1宋体"'),
  "GS-heading2-font": swap(/(w:eastAsia=")[^"]*楷体[^"]*"/g, '$1宋体"'),
};

/** The document with that fault; null where it offers no place for it. */
export function reworked(bytes, rule) {
  const change = CHANGES[rule];
  if (!change) return null;
  const parts = unzipSync(bytes);
  let changed = false;
  for (const name of ["word/document.xml", "word/styles.xml"]) {
    if (!parts[name]) continue;
    const xml = strFromU8(parts[name]);
    const next = change(xml);
    changed ||= next !== xml;
    parts[name] = strToU8(next);
  }
  return changed ? zipSync(parts) : null;
}
