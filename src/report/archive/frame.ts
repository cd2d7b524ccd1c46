import { STYLE, STYLE_HASH } from "../html/assets.data.ts";
import { html, Markup } from "../html/markup.ts";
import type { Words } from "./rows.ts";

/** Nothing may be loaded, sent or run: a page has no script at all. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** What every page of an archive's report has in common. */
export interface Frame {
  title: string;
  language: "zh" | "en";
  version: string;
  /** When the scan ended, and packs by title. */
  day: string;
  packs: readonly string[];
  words: Words;
}

/** Everything around the inside of `<main>`. */
export function framed({ title, language, version, day, packs, words: { word } }: Frame): {
  before: Markup;
  after: Markup;
} {
  return {
    before: html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="gwlint ${version}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body class="archive">
<a class="skip" href="#main">${word("html.skip")}</a>
<header class="top"><h1>${title}</h1><p><span>${word("html.day", { day })}</span> · <span>${word("html.packs", { packs: packs.join("、") })}</span> · <span>gwlint ${version}</span></p></header>
<main id="main" tabindex="-1">
`,
    after: html`</main>
<footer class="bottom"><p>${word("html.promise")}</p></footer>
</body>
</html>
`,
  };
}
