import { html, type Markup, type Piece } from "../html/markup.ts";

export const sheetHead = (heads: readonly string[]): Markup =>
  html`<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>`;

/** Text with its line ends kept. */
export const lines = (text: string): Piece =>
  text.includes("\n") ? text.split("\n").map((line, i) => (i === 0 ? line : html`<br>${line}`)) : text;
