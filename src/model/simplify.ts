import { SIMPLIFIED, TRADITIONAL } from "./simplified.data.ts";

let table: Uint16Array | null = null;

/** One code unit to its simplified twin; every other character is itself. One-to-one, so offsets hold. */
export function simplifyTable(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  return table;
}

/** The text in simplified characters, as long as before. Text without traditional characters is returned as it is. */
export function simplify(text: string): string {
  const map = simplifyTable();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (map[code] !== code) return rewrite(text, map, i);
  }
  return text;
}

function rewrite(text: string, map: Uint16Array, from: number): string {
  const parts: string[] = [text.slice(0, from)];
  for (let at = from; at < text.length; at += 4096) {
    const end = Math.min(text.length, at + 4096);
    const codes = new Array<number>(end - at);
    for (let i = at; i < end; i++) codes[i - at] = map[text.charCodeAt(i)]!;
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join("");
}
