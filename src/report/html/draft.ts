import type { Block } from "../../model/block.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { markedText, reference } from "./marked-text.ts";
import { html, joined, type Markup, type Piece } from "./markup.ts";
import { looksOf } from "./paragraph-looks.ts";
import { type CellContent, tableMarkup, tablesIn } from "./tables.ts";
import type { DocumentView, FindingView } from "./view.ts";
import type { Word } from "./word.ts";

/** Stories that stand beside the body, in the order they are shown below it. */
const BESIDE = ["header", "footer", "footnote", "endnote"] as const;

/** The draft as its own page shows it, every finding marked in place; what concerns the whole of it stands on top. */
export function draftPaper(view: DocumentView, word: Word): Markup | null {
  const { draft, id } = view;
  if (!draft) return null;
  const byBlock = new Map<number, FindingView[]>();
  const whole: FindingView[] = [];
  for (const found of view.findings) {
    const { span } = found;
    const here = span ? byBlock.get(span.block) : whole;
    if (here) here.push(found);
    else byBlock.set(span!.block, [found]);
  }
  const paragraph = paragraphs(view, draft, byBlock, word);
  const main = draft.blocks.filter(({ region }) => region === "body" || region === "text-box");
  const beside = BESIDE.map((region) => ({ region, blocks: draft.blocks.filter((block) => block.region === region) }));
  return html`<div class="paper" lang="zh-CN">
${
  whole.length > 0 &&
  html`<p class="whole"><b>${word("html.whole-document")}</b> ${joined(
    whole.map((one) => html`${reference(id, one, word)} ${one.finding.title}`),
    word("pretty.joint"),
  )}</p>`
}
${story(main, paragraph)}
${beside.map(({ region, blocks }) => blocks.some(({ text }) => text.trim()) && html`<section class="beside"><h5>${word(`place.${region}`)}</h5>${story(blocks, paragraph)}</section>`)}
</div>`;
}

type Paragraph = (block: Block) => Piece;

/** Blocks in reading order; those of a table stand in it. */
function story(blocks: readonly Block[], paragraph: Paragraph): Piece {
  const shown = (content: CellContent): Piece =>
    "table" in content ? tableMarkup(content.table, shown) : paragraph(content.block);
  return tablesIn(blocks).map(shown);
}

function paragraphs(
  view: DocumentView,
  draft: OfficialDocument,
  byBlock: ReadonlyMap<number, FindingView[]>,
  word: Word,
): Paragraph {
  const looks = looksOf(draft);
  const named = new Set<number>();
  return (block) => {
    const found = byBlock.get(block.index) ?? [];
    if (block.text === "" && found.length === 0) return html`<p class="empty"></p>\n`;
    const row = block.paragraph > 0 && !named.has(block.paragraph) ? block.paragraph : 0;
    if (row) named.add(row);
    const inOrder = [...found].sort((a, b) => a.span!.start - b.span!.start);
    const text = markedText(block, { id: view.id, findings: inOrder, word });
    const place = row ? html` id="${view.id}-p${row}" data-row="${row}"` : "";
    return html`<p class="${looks(block)}"${place}>${text}</p>\n`;
  };
}

/** Link to the paragraph (text: the line) that `row` counts. */
export const rowLink = (id: string, row: number) => `#${id}-p${row}`;
