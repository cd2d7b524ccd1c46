import { xmlText } from "../xml.ts";

/** HTML that may stand in a page as it is; only the template below makes it, so that no text gets in unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text is escaped, markup is not, of a list each; nothing for null, undefined and false. */
export type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/**
 * HTML with values filled in: html`<p title="${text}">${inner}</p>`. Text is safe between tags and in quoted attributes;
 * control and bidi characters show as code points, half surrogates as U+FFFD. Attributes have to be quoted.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  let text = parts[0]!;
  for (let i = 0; i < values.length; i++) text += written(values[i]) + parts[i + 1]!;
  return new Markup(text);
}

/** A list joined by a separator; what is nothing leaves no separator behind. */
export function joined(pieces: readonly Piece[], separator: Piece): Markup {
  return new Markup(
    pieces
      .map(written)
      .filter((text) => text !== "")
      .join(written(separator)),
  );
}

function written(piece: Piece): string {
  if (typeof piece === "string") return escaped(piece);
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "number") return String(piece);
  if (!piece) return "";
  let text = "";
  for (const one of piece) text += written(one);
  return text;
}

/** Letters, digits, Han and the usual marks need no second look: most of a draft. */
const PLAIN = /^[\w\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e ,.;:()/-]*$/;

function escaped(text: string): string {
  return PLAIN.test(text) ? text : xmlText(text).replace(/["']/g, (sign) => (sign === '"' ? "&quot;" : "&#39;"));
}
