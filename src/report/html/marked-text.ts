import type { Block, RunFormat } from "../../model/block.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { type FindingView, SIGN, STANDINGS } from "./view.ts";
import type { Word } from "./word.ts";

/** Numbers named on one stretch of text; more findings on the same words are still listed beside the draft. */
const NAMED = 12;

/** What a paragraph is drawn with: the findings that stand in it, and how marks are worded and named. */
export interface Marking {
  id: string;
  findings: readonly FindingView[];
  word: Word;
}

/**
 * The text of a block with its looks and with every finding on its words. Findings may overlap: the text is cut where
 * anything begins or ends, and each piece names all that cover it. Where a finding ends stands its number, a link back
 * to the list.
 */
export function markedText(block: Block, { id, findings, word }: Marking): Markup {
  const { text } = block;
  const runs = block.format?.runs ?? [];
  const found = findings.filter(({ span }) => span !== null);
  const cuts = cutsOf(block, runs, found);
  const pieces: Piece[] = [];
  let run = 0;
  let next = 0;
  let open: FindingView[] = [];
  const endings = (at: number) => {
    while (next < found.length && found[next]!.span!.start <= at) open.push(found[next++]!);
    const ended = open.filter(({ span }) => span!.end <= at);
    if (ended.length > 0) {
      open = open.filter(({ span }) => span!.end > at);
      pieces.push(ended.map((one) => reference(id, one, word)));
    }
  };
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    endings(from);
    while (run < runs.length && runs[run]!.end <= from) run++;
    const look = runs[run] && runs[run]!.start <= from ? runs[run]! : null;
    const slice = text.slice(from, to);
    const label = to <= block.labelLength;
    const shown = looked(
      label ? html`<span class="auto" title="${word("html.automatic")}">${slice}</span>` : slice,
      look,
    );
    pieces.push(open.length > 0 ? marked(shown, open) : shown);
  }
  endings(text.length);
  return html`${pieces}`;
}

/** Offsets at which the text is cut, 0 and its length included. */
function cutsOf(block: Block, runs: readonly RunFormat[], found: readonly FindingView[]): number[] {
  const { length } = block.text;
  const cuts = new Set([0, length, Math.min(block.labelLength, length)]);
  for (const { start, end } of runs) cuts.add(Math.min(start, length)).add(Math.min(end, length));
  for (const { span } of found) cuts.add(Math.min(span!.start, length)).add(Math.min(span!.end, length));
  return [...cuts].sort((a, b) => a - b);
}

function marked(shown: Piece, open: readonly FindingView[]): Markup {
  const gravest = STANDINGS.find((standing) => open.some((one) => one.standing === standing))!;
  const numbers = open.slice(0, NAMED).map(({ number }) => number);
  return html`<mark class="${gravest}${open.length > 1 ? " several" : ""}" data-f="${numbers.join(" ")}">${shown}</mark>`;
}

/** The number behind the words: ✗17. */
export function reference(id: string, { number, standing, finding }: FindingView, word: Word): Markup {
  const label = word("html.to-finding", { number, severity: word(`severity.${standing}`), title: finding.title });
  return html`<a class="ref ${standing}" id="${id}-m${number}" href="#${id}-f${number}" aria-label="${label}">${SIGN[standing]}${number}</a>`;
}

/** Bold, italic, underlined, red; the family of the type where it differs says 黑体 or 楷体. */
function looked(text: Piece, look: RunFormat | null): Piece {
  if (!look) return text;
  const classes = [family(look.eastAsianFont), isRed(look.color) ? "red" : ""].filter(Boolean);
  let shown: Piece = text;
  if (look.underline) shown = html`<u>${shown}</u>`;
  if (look.italic) shown = html`<i>${shown}</i>`;
  if (look.bold) shown = html`<b>${shown}</b>`;
  return classes.length > 0 ? html`<span class="${classes.join(" ")}">${shown}</span>` : shown;
}

/** Class of a Chinese type family: 小标宋, 黑体, 楷体, 宋体; 仿宋 is what the paper is set in. */
export function family(font: string | undefined): string {
  if (!font) return "";
  if (/标宋|biaosong/i.test(font)) return "biaosong";
  if (/黑|hei|yahei|gothic|sans/i.test(font)) return "hei";
  if (/楷|kai/i.test(font)) return "kai";
  if (/仿|fang/i.test(font)) return "";
  return /宋|song|sun/i.test(font) ? "song" : "";
}

/** The red of a head: much red, little else. */
function isRed(colour: string | undefined): boolean {
  if (!colour || !/^[0-9a-f]{6}$/i.test(colour)) return false;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red! > 150 && green! < 80 && blue! < 80;
}
