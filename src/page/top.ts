import { html, type Markup } from "../report/html/markup.ts";
import { wordIn } from "../report/html/word.ts";
import type { PageState } from "./state.ts";

/** The line above everything: what this is, that nothing leaves the machine, and the other language. */
export function pageTop({ language }: PageState, version: string): Markup {
  const word = wordIn(language);
  const other = language === "zh" ? "en" : "zh";
  return html`<h1>${word("page.title")}</h1><p>${word("page.promise")}</p><p class="end"><small>gwlint ${version}</small> <button type="button" data-do="language" lang="${other === "en" ? "en" : "zh-CN"}">${word("page.other-language")}</button></p>`;
}
