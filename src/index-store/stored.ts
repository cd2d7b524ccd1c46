import type { Block, BlockKind, Region, TableCell } from "../model/block.ts";
import type { SourceDocument } from "../model/source.ts";

const KINDS: readonly BlockKind[] = ["paragraph", "heading", "list-item", "table-cell"];
const REGIONS: readonly Region[] = ["body", "text-box", "header", "footer", "footnote", "endnote"];

/** Text, paragraph, then what is not as usual: kind, region, label length, heading level, centred, cell. */
type StoredBlock = [string, number, number?, number?, number?, number?, (0 | 1)?, TableCell?];
type Stored = Pick<SourceDocument, "format" | "declared" | "cut"> & { blocks: StoredBlock[] };

/**
 * What of a source is kept, as JSON: all that recognition reads. Looks and positions in the file are left out, but for what
 * is centred, which tells a title. Usual values at the end of a block are left out: that is a third of the size.
 */
export function store({ format, declared, cut, blocks }: SourceDocument): string {
  const stored: Stored = { format, declared, cut, blocks: blocks.map(storedBlock) };
  return JSON.stringify(stored);
}

function storedBlock(block: Block): StoredBlock {
  const { text, paragraph, labelLength, headingLevel, cell } = block;
  const kind = KINDS.indexOf(block.kind);
  const region = REGIONS.indexOf(block.region);
  const centred = block.format?.alignment === "center" ? 1 : 0;
  if (cell) return [text, paragraph, kind, region, labelLength, headingLevel, centred, cell];
  if (kind + region + labelLength + headingLevel + centred === 0) return [text, paragraph];
  return [text, paragraph, kind, region, labelLength, headingLevel, centred];
}

/** The source that `store` kept. */
export function restore(text: string): SourceDocument {
  const { format, declared, cut, blocks } = JSON.parse(text) as Stored;
  return { format, declared, cut, traces: [], blocks: blocks.map(restoredBlock) };
}

function restoredBlock(stored: StoredBlock, index: number): Block {
  const [text, paragraph, kind = 0, region = 0, labelLength = 0, headingLevel = 0, centred, cell] = stored;
  return {
    index,
    kind: KINDS[kind]!,
    region: REGIONS[region]!,
    text,
    labelLength,
    paragraph,
    headingLevel,
    ...(cell ? { cell } : {}),
    ...(centred ? { format: { alignment: "center", section: 0, runs: [] } } : {}),
  };
}
