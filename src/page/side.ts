import { statusBadge } from "../report/html/head.ts";
import { html, type Markup, type Piece } from "../report/html/markup.ts";
import { SIGN } from "../report/html/view.ts";
import { type Word, wordIn } from "../report/html/word.ts";
import type { DraftState, PageState } from "./state.ts";

export interface PackEntry {
  name: string;
  title: string;
  english: string | null;
}

/** The column on the left: what is checked, what it is held against, by which rules. */
export function sideColumn(state: PageState, shipped: readonly PackEntry[]): Markup {
  const word = wordIn(state.language);
  return html`${draftList(state, word)}${superiorList(state, word)}${packList(state, shipped, word)}`;
}

/** A field of files that can be dropped onto, and a button that opens the dialog of the field of that name in the page. */
export function dropZone(zone: "drafts" | "superiors" | "packs", word: Word): Markup {
  return html`<button type="button" class="zone" data-zone="${zone}" data-pick="${zone}"><b>${word(`page.choose.${zone}`)}</b> <small>${word(`page.drop.${zone}`)}</small></button>`;
}

function draftList(state: PageState, word: Word): Markup {
  const { drafts, shown } = state;
  return html`<section data-zone="drafts" aria-labelledby="drafts-t"><h2 id="drafts-t">${word("page.drafts")}</h2>
${dropZone("drafts", word)}
${drafts.length > 0 && html`<ul class="entries">${drafts.map((draft) => draftEntry(draft, draft.id === shown, word))}</ul>`}
${drafts.length > 1 && html`<p><button type="button" data-save="html" data-of="all">${word("page.save.all")}</button> <button type="button" data-save="xlsx" data-of="all">${word("page.save.all-xlsx")}</button> <button type="button" data-do="clear">${word("page.clear")}</button></p>`}
</section>`;
}

function draftEntry(draft: DraftState, shown: boolean, word: Word): Markup {
  const { id, file } = draft;
  return html`<li class="${shown ? "shown" : ""}"><button type="button" class="entry" data-show="${id}"${shown && html` aria-current="true"`}><span class="name" lang="zh-CN">${file.name}</span> <span class="state">${draftState(draft, word)}</span></button><button type="button" class="remove" data-remove="${id}" aria-label="${word("page.remove", { name: file.name })}" title="${word("page.remove", { name: file.name })}">×</button></li>`;
}

function draftState({ phase, checked, crash }: DraftState, word: Word): Piece {
  if (phase === "checking") return word("page.phase.checking");
  if (phase === "waiting") return word("page.phase.waiting");
  if (phase === "stopped") return word("page.phase.stopped");
  if (crash !== null || !checked) return html`<span class="count-error">✗ ${word("status.crashed")}</span>`;
  if (checked.status !== "checked-findings") return statusBadge(checked.status, word);
  const { counts } = checked;
  return (["error", "warning", "info"] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        html`<span class="count-${severity}"><span aria-hidden="true">${SIGN[severity]}</span> ${word(`pretty.count.${severity}`, { count: counts[severity] })}</span> `,
    );
}

function superiorList({ superiors, drafts }: PageState, word: Word): Markup {
  const unread = new Map(drafts.flatMap(({ checked }) => checked?.unread ?? []).map((one) => [one.name, one.problem]));
  return html`<section data-zone="superiors" aria-labelledby="superiors-t"><h2 id="superiors-t">${word("page.superiors")} <small>${word("page.superiors-optional")}</small></h2>
${dropZone("superiors", word)}
${
  superiors.length > 0 &&
  html`<ul class="entries">${superiors.map(
    ({ name }, at) =>
      html`<li><span class="entry"><span class="name" lang="zh-CN">${name}</span>${unread.has(name) && html` <span class="problem-words">${word("page.superior-unread", { problem: unread.get(name)! })}</span>`}</span><button type="button" class="remove" data-remove-superior="${at}" aria-label="${word("page.remove", { name })}" title="${word("page.remove", { name })}">×</button></li>`,
  )}</ul>`
}
</section>`;
}

function packList(
  { packs, ownPacks, language, mistakes }: PageState,
  shipped: readonly PackEntry[],
  word: Word,
): Markup {
  const box = (name: string, title: string, own: boolean) =>
    html`<li><label><input type="checkbox" name="pack" value="${name}"${packs.includes(name) && html` checked=""`}> ${title} <small>${name}</small></label>${own && html`<button type="button" class="remove" data-remove-pack="${name}" aria-label="${word("page.remove", { name })}" title="${word("page.remove", { name })}">×</button>`}</li>`;
  return html`<section data-zone="packs" aria-labelledby="packs-t"><h2 id="packs-t">${word("page.packs")}</h2>
${mistakes !== null && html`<p class="problem-words">${word("page.mistakes")}</p>`}
<fieldset><legend class="unseen">${word("page.packs")}</legend><ul class="packs">${shipped.map(
    ({ name, title, english }) => box(name, (language === "en" && english) || title, false),
  )}${ownPacks.map(({ name }) => box(name, word("page.own-pack"), true))}</ul></fieldset>
${dropZone("packs", word)}
</section>`;
}
