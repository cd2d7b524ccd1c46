import { html, type Markup } from "../report/html/markup.ts";
import { wordIn } from "../report/html/word.ts";
import { dropZone } from "./side.ts";
import type { PageState } from "./state.ts";

/** What stands beside the column where no result does: what the page is for, that it is at work, that it was stopped. */
export function screenFor(state: PageState): Markup {
  const word = wordIn(state.language);
  const draft = state.drafts.find(({ id }) => id === state.shown);
  if (state.mistakes !== null) {
    return html`<div class="screen"><div class="mistakes"><h2>${word("page.mistakes")}</h2><p>${word("page.mistakes-stop")}</p><pre tabindex="0">${state.mistakes}</pre></div></div>`;
  }
  if (!draft) return welcome(state);
  if (state.packs.length === 0) return html`<div class="screen"><p><b>${word("page.no-packs")}</b></p></div>`;
  if (draft.crash !== null) {
    return html`<div class="screen" role="alert"><h2 lang="zh-CN">${draft.file.name}</h2><p><b>${word("page.crashed")}</b></p><p>${word("page.crashed.advice")}</p><pre tabindex="0">${draft.crash}</pre></div>`;
  }
  if (draft.phase === "stopped") {
    return html`<div class="screen"><h2 lang="zh-CN">${draft.file.name}</h2><p>${word("page.stopped")}</p><p><button type="button" data-do="check">${word("page.check-again")}</button></p></div>`;
  }
  return html`<div class="screen"><h2 lang="zh-CN">${draft.file.name}</h2><p class="busy">${word("page.checking")} <button type="button" data-do="stop">${word("page.stop")}</button></p></div>`;
}

function welcome({ language }: PageState): Markup {
  const word = wordIn(language);
  const points = (key: string, count: number) =>
    Array.from({ length: count }, (_, at) => html`<li>${word(`page.${key}.${at + 1}`)}</li>`);
  return html`<div class="screen welcome">
<div class="invitation" data-zone="drafts">${dropZone("drafts", word)}</div>
<p class="kinds">${word("page.kinds")}</p>
<div class="columns"><section><h2>${word("page.steps")}</h2><ol>${points("steps", 4)}</ol></section>
<section><h2>${word("page.results")}</h2><ul>${points("results", 5)}</ul></section>
<section><h2>${word("page.safe")}</h2><ul>${points("safe", 3)}</ul></section></div>
<p><button type="button" data-do="demo">${word("page.demo")}</button> ${word("page.demo-what")}</p>
</div>`;
}
