import { type Document, isMap, isNode, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import { YamlError, type YamlPlace } from "./error.ts";
import { codeFrame } from "./frame.ts";
import { guardDepth } from "./guard.ts";
import { syntaxCode } from "./syntax-code.ts";

export { YamlError, type YamlPlace } from "./error.ts";

/** Names and positions on the way down from the root of a file. */
export type YamlPath = readonly (string | number)[];

export interface ParsedYaml {
  /** Plain data: maps, lists, strings, numbers, booleans, null. Null for an empty file. */
  value: unknown;
  text: string;
  file: string;
  /** Place of the value at a path; with `key`, of its name. A path that leads nowhere gives the key above. */
  at(path: YamlPath, key?: boolean): YamlPlace;
  /** An error at a place of this file. */
  error(code: string, place: YamlPlace, values?: Record<string, string | number>): YamlError;
}

const MAX_CHARACTERS = 1024 * 1024;
/** Names that reach the prototype of a plain object. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * YAML 1.2 core without anchors, aliases, tags and merge keys; a key stands once. Size (1 MB) and depth (64) are checked
 * before the parser sees the text. Throws YamlError; what the parser only warns of is an error too.
 */
export function parseYaml(source: string, file: string): ParsedYaml {
  const text = source.startsWith("\ufeff") ? source.slice(1) : source;
  const fail = (code: string, place: YamlPlace, values?: Record<string, string | number>) =>
    new YamlError(code, { ...place, file, frame: codeFrame(text, place.line, place.column) }, values);
  if (text.length > MAX_CHARACTERS) throw fail("yaml.too-large", { line: 1, column: 1 }, { max: MAX_CHARACTERS });
  guardDepth(text, fail);
  const starts = lineOffsets(text);
  const placeAt = (offset: number): YamlPlace => placeOf(starts, offset);
  const document = parseDocument(text, { schema: "core", merge: false, uniqueKeys: true, prettyErrors: false });
  const mistake = document.errors[0] ?? document.warnings[0];
  if (mistake) {
    const place = placeAt(openQuote(document, mistake.message) ?? mistake.pos[0]);
    const line = text.slice(starts[place.line - 1], starts[place.line] ?? text.length);
    throw fail(syntaxCode(mistake.code, mistake.message, line), place, { detail: mistake.message });
  }
  rejectExtras(document, (code, offset, values) => fail(code, placeAt(offset), values));
  return {
    value: document.toJS({ maxAliasCount: 0 }) ?? null,
    text,
    file,
    at: (path, key = false) => placeAt(offsetOf(document, path, key)),
    error: fail,
  };
}

/** Where a quotation begins that is never closed: the parser notices at the end of the file. It is the last one there. */
function openQuote(document: Document.Parsed, message: string): number | null {
  if (!/^Missing closing ['"]quote/.test(message)) return null;
  let last: number | null = null;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE") last = range?.[0] ?? last;
    },
  });
  return last;
}

type Fail = (code: string, offset: number, values?: Record<string, string | number>) => YamlError;

function rejectExtras(document: Document.Parsed, fail: Fail): void {
  visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      if ("anchor" in node && node.anchor) throw fail("yaml.anchor", offset);
      if (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")) throw fail("yaml.tag", offset);
    },
    Alias: (_, node) => {
      throw fail("yaml.anchor", node.range?.[0] ?? 0);
    },
    Pair: (_, pair) => {
      const key = pair.key;
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      if (!isScalar(key)) throw fail("yaml.key", offset);
      if (key.value === "<<") throw fail("yaml.merge", offset);
      if (FORBIDDEN_KEYS.has(String(key.value))) throw fail("yaml.forbidden-key", offset, { key: String(key.value) });
    },
  });
}

function offsetOf(document: Document.Parsed, path: YamlPath, key: boolean): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  /** Key or dash of what `node` is: the place to point at when something is missing in it. */
  let above = offset;
  for (const [depth, step] of path.entries()) {
    let next: unknown = null;
    if (isMap(node)) {
      const pair = node.items.find(({ key: name }) => isScalar(name) && String(name.value) === String(step));
      const name = pair?.key as Node | undefined;
      if (!pair || !name) return above;
      above = name.range?.[0] ?? offset;
      if (key && depth === path.length - 1) return above;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      if (isNode(next)) above = (next as Node).range?.[0] ?? above;
    }
    if (!isNode(next)) return above;
    node = next as Node;
    offset = node.range?.[0] ?? above;
  }
  return offset;
}

function lineOffsets(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): YamlPlace {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}
