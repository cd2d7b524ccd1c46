import type { Block } from "../../../model/block.ts";
import type { HeaderReference } from "../format/section.ts";
import type { Package } from "../opc/package.ts";
import type { Relationships } from "../opc/relationships.ts";
import type { Reading } from "./context.ts";
import { Story } from "./story.ts";

/**
 * Reads headers and footers that are printed, each part once, for the first section that names it. Those for even
 * pages print only where the settings tell them apart, those for the first page where a section from there on does.
 */
export function readHeaders(
  file: Package,
  relationships: Relationships,
  reading: Reading,
  evenHeaders: () => boolean,
  blocks: Block[],
): void {
  const { sections } = reading;
  const lastTitled = sections.findLastIndex(({ page }) => page.titlePage);
  const read = new Set<string>();
  const named = sections.flatMap(({ headers }, section) => headers.map((header) => ({ ...header, section })));
  for (const region of ["header", "footer"] as const) {
    for (const reference of named) {
      const part = relationships.get(reference.relationship)?.target;
      if (reference.region !== region || part === undefined || read.has(part)) continue;
      if (!isPrinted(reference, reference.section <= lastTitled, evenHeaders)) continue;
      read.add(part);
      const own: Block[] = [];
      const story = new Story(reading, part, region, own);
      file.parse(part, story);
      story.end();
      for (const block of own) {
        if (block.format) block.format.section = reference.section;
        blocks.push(block);
      }
    }
  }
}

function isPrinted({ pages }: HeaderReference, titled: boolean, evenHeaders: () => boolean): boolean {
  if (pages === "even") return evenHeaders();
  return pages === "default" || titled;
}
