import { enliven } from "../report/html/client/enliven.ts";
import { html } from "../report/html/markup.ts";
import { wordIn } from "../report/html/word.ts";
import { screenFor } from "./screens.ts";
import { type PackEntry, sideColumn } from "./side.ts";
import type { PageState } from "./state.ts";
import { pageTop } from "./top.ts";

/** Draws the state; what has not changed stays as it is, with the place that was read and the keyboard where it was. */
export function pageView(state: PageState, packs: readonly PackEntry[], version: string) {
  const part = (id: string) => document.getElementById(id) as HTMLElement;
  const [top, side, main, busy] = [part("top"), part("side"), part("main"), part("busy")];
  const drawn = new Map<HTMLElement, string>();
  let quieten = () => {};

  function draw(element: HTMLElement, markup: string): boolean {
    if (drawn.get(element) === markup) return false;
    drawn.set(element, markup);
    const focus = focusIn(element);
    element.innerHTML = markup;
    focus?.(element);
    return true;
  }

  return () => {
    const word = wordIn(state.language);
    const draft = state.drafts.find(({ id }) => id === state.shown);
    document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
    document.title = draft ? `${draft.file.name} – ${word("page.title")}` : word("page.title");
    draw(top, pageTop(state, version).text);
    draw(side, sideColumn(state, packs).text);
    const usable = state.mistakes === null && state.packs.length > 0;
    const article = draft?.checked && draft.crash === null && usable ? draft.checked : null;
    busy.hidden = !article || (draft?.phase !== "checking" && draft?.phase !== "waiting");
    draw(
      busy,
      html`${word("page.checking-again")} <button type="button" data-do="stop">${word("page.stop")}</button>`.text,
    );
    main.setAttribute("aria-busy", String(draft?.phase === "checking"));
    const before = main.scrollTop;
    // Another draft begins at its findings; the same one, checked again, stays where it was.
    const other = !drawn.get(main)?.includes(`<article class="document" id="${state.shown}"`);
    if (
      !draw(
        main,
        article ? problems(article.factProblems, word("page.fact-problems")) + article.article : screenFor(state).text,
      )
    )
      return;
    quieten();
    if (other) history.replaceState(null, "", `${location.pathname}${location.search}`);
    quieten = article ? enliven(main) : () => {};
    main.scrollTop = other ? 0 : before;
  };
}

function problems(sentences: readonly string[], heading: string): string {
  if (sentences.length === 0) return "";
  return html`<div class="mistakes" role="alert"><p><b>${heading}</b></p><ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul></div>`
    .text;
}

const NAMES = [
  "data-show",
  "data-remove",
  "data-remove-superior",
  "data-remove-pack",
  "data-pick",
  "data-do",
  "data-save",
  "data-of",
  "name",
];

/** How to find the element the keyboard is at once its surroundings are drawn anew; null where it is elsewhere. */
function focusIn(element: HTMLElement): ((again: HTMLElement) => void) | null {
  const at = document.activeElement;
  if (!at || at === element || !element.contains(at)) return null;
  const selector = NAMES.filter((name) => at.hasAttribute(name)).map(
    (name) => `[${name}="${CSS.escape(at.getAttribute(name) || "")}"]`,
  );
  if (at instanceof HTMLInputElement && at.type === "checkbox") selector.push(`[value="${CSS.escape(at.value)}"]`);
  if (selector.length === 0) return null;
  return (again) => (again.querySelector<HTMLElement>(selector.join("")) || again).focus();
}
