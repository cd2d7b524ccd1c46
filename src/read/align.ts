import { append, type Mapped } from "./mapped.ts";

const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});?/y;
/** ASCII punctuation: what a backslash takes the meaning of in Markdown. */
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/** What a text was written in: which signs in it stand for others. */
export type Syntax = "markdown" | "html" | "literal";

/** Characters that a parser may leave out between two of the text: blanks, `>` of a quotation, tags it ignored. */
const FAR = 400;

/**
 * Finds for every character of `value`, which a parser made of `source.slice(from, to)`, where it stands in the source.
 * Parsers take away escapes (`\*`), write references out (`&amp;`) and drop indents; what cannot be found stands where
 * the character before it stood. In `literal` text (code) everything stands for itself. Returns the offset behind the last.
 */
export function align(mapped: Mapped, value: string, source: string, from: number, to: number, mode: Syntax): number {
  const offsets = new Array<number>(value.length);
  let at = from;
  for (let i = 0; i < value.length; i++) {
    const char = value[i]!;
    const same = source[at] === char && at < to && (mode === "literal" || (char !== "&" && char !== "\\"));
    const hit = same ? { at, length: 1 } : find(source, value, i, at, to, mode);
    offsets[i] = hit ? hit.at : Math.max(from, Math.min(at, to) - 1);
    if (!hit) continue;
    at = hit.at + hit.length;
    // A reference may stand for a character of two units.
    if (hit.length > 1 && char >= "\ud800" && char <= "\udbff") offsets[++i] = hit.at;
  }
  append(mapped, value, offsets);
  return at;
}

function find(
  source: string,
  value: string,
  i: number,
  at: number,
  to: number,
  mode: Syntax,
): { at: number; length: number } | null {
  const end = Math.min(to, at + FAR);
  for (let k = at; k < end; k++) {
    const reference = source[k] === "&" && mode !== "literal" ? referenceAt(source, k, to, value, i) : 0;
    if (reference > 0) return { at: k, length: reference };
    const escaped =
      mode === "markdown" && source[k] === "\\" && source[k + 1] === value[i] && ESCAPABLE.test(value[i]!);
    if (escaped) return { at: k + 1, length: 1 };
    if (isSame(source[k]!, value[i]!)) return { at: k, length: 1 };
    // A blank that a tab was made of has no character of its own; it must not be looked for behind the next word.
    if (isBlank(value[i]!) && !/[<>\0]/.test(source[k]!)) return null;
    // Letters of a tag are not the text.
    if (source[k] === "<" && mode !== "literal") while (k < end && source[k] !== ">") k++;
  }
  return null;
}

/** A line end of one kind may have become another or a blank, and NUL the sign for what is no character. */
function isSame(written: string, char: string): boolean {
  return written === char || (isBlank(written) && isBlank(char)) || (written === "\0" && char === "\ufffd");
}

function isBlank(char: string): boolean {
  return char === " " || char === "\n" || char === "\r" || char === "\t" || char === "\f";
}

/** Length of a reference at `at` that the parser wrote out as `value[i]`; 0 where the `&` stands for itself. */
function referenceAt(source: string, at: number, to: number, value: string, i: number): number {
  REFERENCE.lastIndex = at;
  const reference = REFERENCE.exec(source)?.[0];
  if (!reference || at + reference.length > to) return 0;
  if (value[i] === "&" && !/^&(?:amp;?|AMP;?|#0*38;?|#[xX]0*26;?)$/.test(reference)) return 0;
  if (reference.endsWith(";")) return reference.length;
  // HTML also knows a few without the semicolon; they end where the text goes on.
  if (value.startsWith(reference, i)) return 0;
  const next = reference.indexOf(value[i + 1] ?? ";", 3);
  return next > 0 ? next : reference.length;
}
