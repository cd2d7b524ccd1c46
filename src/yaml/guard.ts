import type { YamlError, YamlPlace } from "./error.ts";

/** Deeper nesting is no configuration. */
const MAX_DEPTH = 64;
/**
 * The parser recurses and, repeatedly driven to the end of the stack, aborts the whole process (yaml 2.9 on Node 20).
 * Open brackets of a collection are therefore also counted blindly, quoted or not; half of the 800 levels it bears.
 */
const MAX_BRACKETS = 400;

/** Refuses text that nests too deep before the parser sees it: levels of indentation, of `- - -`, and open brackets. */
export function guardDepth(
  text: string,
  fail: (code: string, place: YamlPlace, values?: Record<string, string | number>) => YamlError,
): void {
  const indents: number[] = [];
  let flow = 0;
  let blind = 0;
  text.split("\n").forEach((row, i) => {
    const { indent, markers, content } = opening(row);
    if (content === row.length || row[content] === "#") return;
    if (flow === 0) {
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
    }
    const from = flow > 0 ? content : flowStart(row, content);
    const inRow = brackets(row, from, true);
    const all = brackets(row, from, false);
    const depth = Math.max(
      indents.length + markers + flow + inRow.deepest,
      blind + all.deepest - MAX_BRACKETS + MAX_DEPTH,
    );
    if (depth > MAX_DEPTH) throw fail("yaml.too-deep", { line: i + 1, column: 1 }, { max: MAX_DEPTH });
    flow = Math.max(0, flow + inRow.opened);
    blind = Math.max(0, blind + all.opened);
  });
}

/** Indent, the number of `- ` and `? ` one behind another, and where the rest of the row begins. */
function opening(row: string): { indent: number; markers: number; content: number } {
  const skip = (at: number): number => {
    let to = at;
    while (row[to] === " " || row[to] === "\t" || row[to] === "\r") to++;
    return to;
  };
  const indent = skip(0);
  let content = indent;
  let markers = 0;
  while (/[-?:]/.test(row[content] ?? "") && /[ \t]/.test(row[content + 1] ?? "")) {
    markers++;
    content = skip(content + 2);
  }
  return { indent, markers, content };
}

/** Where a collection in brackets may begin in a row of block style: at its content or behind a key; else its end. */
function flowStart(row: string, content: number): number {
  if (/[[{&!]/.test(row[content] ?? "")) return content;
  const behindKey = row.slice(content).search(/:[ \t]+[[{&!]/);
  return behindKey < 0 ? row.length : content + behindKey + 1;
}

/** Brackets opened less brackets closed from `from` on, and the deepest point on the way. */
function brackets(row: string, from: number, heedQuotes: boolean): { opened: number; deepest: number } {
  let opened = 0;
  let deepest = 0;
  let quote = "";
  for (let i = from; i < row.length; i++) {
    const char = row[i]!;
    if (quote) {
      if (char === "\\" && quote === '"') i++;
      else if (char === quote) quote = "";
    } else if (heedQuotes && (char === '"' || char === "'") && /[\s[{,:]/.test(row[i - 1] ?? " ")) quote = char;
    else if (heedQuotes && char === "#" && /\s/.test(row[i - 1] ?? " ")) break;
    else if (char === "[" || char === "{") deepest = Math.max(deepest, ++opened);
    else if (char === "]" || char === "}") opened--;
  }
  return { opened, deepest };
}
