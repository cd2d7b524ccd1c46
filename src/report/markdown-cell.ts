import { safe } from "./terminal.ts";

/** Joins without a blank and unseen; behind it no forge takes `@name` or `#1` for a mention, `www.` for an address. */
const JOINER = "\u2060";

/**
 * Text for Markdown, in a cell of a table or a paragraph: it shows as it stands. No pipe ends the cell, no mark
 * formats, no address becomes a link, and nobody is mentioned. Line ends become `<br>`.
 */
export function markdownCell(text: string): string {
  return safe(text.trim())
    .replace(/[@#](?=\S)|:(?=\/\/)|www(?=\.)/giu, `$&${JOINER}`)
    .replace(/[\\`*_{}[\]()<>&~!$]/g, "\\$&")
    .replaceAll("|", "&#124;")
    .replace(/\s*\n\s*/g, "<br>")
    .replace(/\t/g, " ");
}
