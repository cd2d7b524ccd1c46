import type { Block, Region } from "../../../model/block.ts";
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
      const own = readPart(file, reading, part, region);
      for (const block of own) {
        if (block.format) block.format.section = reference.section;
        blocks.push(block);
      }
    }
  }
}

/** Blocks of one part; read again without fields where one that never ends would swallow the rest. */
function readPart(file: Package, reading: Reading, part: string, region: Region): Block[] {
  const { length } = reading.traces;
  for (const ignoreFields of [false, true]) {
    const blocks: Block[] = [];
    const story = new Story(reading, part, region, blocks, ignoreFields);
    file.parseRepeated(part, story);
    if (story.lostInField && !ignoreFields) {
      reading.traces.length = length;
      continue;
    }
    story.end();
    return blocks;
  }
  return [];
}

function isPrinted({ pages }: HeaderReference, titled: boolean, evenHeaders: () => boolean): boolean {
  if (pages === "even") return evenHeaders();
  return pages === "default" || titled;
}
