import { numeral } from "../numbering/numerals.ts";

/**
 * What an EQ field prints whose `\o` lays characters over each other: Word's 带圈字符 (`eq \o\ac(○,12)`) and the
 * phonetic guide of older files (`eq \o\ad(\s\up 9(zì),字)`). Such a field has no result in the file. Of what lies on
 * top of each other the last is the character itself; `""` for any other code.
 */
export function overprinted(code: string): string {
  const start = /^\s*eq\b/i.test(code) ? code.search(/\\o\b|\\o\\/i) : -1;
  const open = start < 0 ? -1 : code.indexOf("(", start);
  if (open < 0) return "";
  const layers = topLevel(code.slice(open)).map((layer) =>
    layer
      .replace(/\\[a-z]+\s*[0-9]*\s*/gi, "")
      .replace(/[()]/g, "")
      .trim(),
  );
  const last = layers.at(-1) ?? "";
  if (!layers.slice(0, -1).some((layer) => layer === "○" || layer === "◯")) return last;
  return encircled(last) ?? last;
}

/** Arguments between the first bracket and the one that closes it. */
function topLevel(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 1;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === "(") depth++;
    else if (character === ")") depth--;
    if ((depth === 1 && (character === "," || character === ";")) || depth === 0) {
      found.push(text.slice(from, i));
      from = i + 1;
    }
    if (depth === 0) return found;
  }
  return [...found, text.slice(from)];
}

function encircled(text: string): string | undefined {
  if (/^[0-9]{1,2}$/.test(text) && Number(text) <= 50) return numeral(Number(text), "decimalEnclosedCircle");
  const value = "一二三四五六七八九十".indexOf(text) + 1;
  return text.length === 1 && value > 0 ? numeral(value, "ideographEnclosedCircle") : undefined;
}
