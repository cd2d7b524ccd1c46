import { STYLE, STYLE_HASH } from "./assets.data.ts";
import { html, Markup } from "./markup.ts";
import type { Word } from "./word.ts";

/** What every page of a report has in common. */
export interface Frame {
  title: string;
  language: "zh" | "en";
  version: string;
  /** When it was checked; null is not told. */
  day: string | null;
  packs: readonly string[];
  word: Word;
  /** Class of the body. */
  kind?: string;
  /** What runs in the page; without one it has no script at all. */
  script?: { code: string; hash: string };
}

/** Nothing may be loaded, sent or run but what stands in the file. */
const policy = ({ script }: Frame) =>
  `default-src 'none'; style-src '${STYLE_HASH}'; ${script ? `script-src '${script.hash}'; img-src data:; ` : ""}base-uri 'none'; form-action 'none'`;

/** From the doctype to the inside of `<main>`. */
export const frameTop = (frame: Frame): Markup => {
  const { title, language, version, day, packs, word, kind } = frame;
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(frame)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="gwlint ${version}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body${kind && html` class="${kind}"`}>
<a class="skip" href="#main">${word("html.skip")}</a>
<header class="top"><h1>${title}</h1><p>${day && html`<span>${word("html.day", { day })}</span> · `}<span>${word("html.packs", { packs: packs.join("、") })}</span> · <span>gwlint ${version}</span></p></header>
<main id="main" tabindex="-1">
`;
};

/** From the end of `<main>` on; `sums` is told before what every report promises. */
export const frameEnd = ({ word, script }: Frame, sums?: Markup): Markup =>
  html`</main>
<footer class="bottom">${sums && html`<p>${sums}</p>`}<p>${word("html.promise")}</p></footer>
${script && html`<script>${new Markup(script.code)}</script>\n`}</body>
</html>
`;
