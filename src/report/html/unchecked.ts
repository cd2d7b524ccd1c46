import { factValue } from "./head.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import type { DocumentView, OpenQuestion } from "./view.ts";
import type { Word } from "./word.ts";

/** What a page may add to a question left open: a field to declare the fact at once. */
export type Answer = (question: OpenQuestion) => Piece;

/** What was not checked, why, and what settles it; then what held, what does not apply, and the facts it rests on. */
export function ruleBook(view: DocumentView, word: Word, answer?: Answer): Markup {
  const { open, result, titles } = view;
  const named = (rule: string) => html`${titles.get(rule) ?? ""} <small>${rule}</small>`;
  return html`${open.length > 0 ? html`<ul class="open">${open.map((question) => openItem(question, word, answer))}</ul>` : html`<p class="hint">${word("html.nothing-open")}</p>`}
<details><summary>${word("html.held", { count: result.held.length })}</summary><ul class="rules">${result.held.map((rule) => html`<li>✓ ${named(rule)}</li>`)}</ul></details>
<details><summary>${word("html.not-applicable", { count: result.notApplicable.length })}</summary><ul class="rules">${result.notApplicable.map(({ rule, because }) => html`<li>${named(rule)}${word("pretty.colon")}${because}</li>`)}</ul></details>
${facts(view, word)}`;
}

function openItem(question: OpenQuestion, word: Word, answer?: Answer): Markup {
  return html`<li><p><b>${question.reason}</b></p><p class="remedy">${word("html.remedy")}${word("pretty.colon")}${question.remedy}</p>${answer?.(question)}<ul class="rules">${question.rules.map(({ rule, title }) => html`<li>○ ${title} <small>${rule}</small></li>`)}</ul></li>`;
}

function facts({ result }: DocumentView, word: Word): Markup {
  const known = Object.entries(result.facts).flatMap(([name, fact]) =>
    fact.value === null ? [] : [{ name, ...fact, value: fact.value }],
  );
  const unknown = Object.keys(result.facts).filter((name) => result.facts[name]!.value === null);
  return html`<details><summary>${word("html.facts", { count: known.length })}</summary><table class="sheet"><thead><tr><th scope="col">${word("html.fact")}</th><th scope="col">${word("html.fact-value")}</th><th scope="col">${word("html.fact-origin")}</th></tr></thead><tbody>${known.map(
    ({ name, value, origin, evidence }) =>
      html`<tr><th scope="row">${word(`fact.${name}`)}</th><td lang="zh-CN">${factValue(name, value, word)}</td><td>${word(`html.origin.${origin}`)}${evidence && html`${word("pretty.colon")}<span lang="zh-CN">${evidence}</span>`}</td></tr>`,
  )}</tbody></table>${unknown.length > 0 && html`<p class="hint">${word("html.unknown-facts", { facts: unknown.map((name) => word(`fact.${name}`)).join("、") })}</p>`}</details>`;
}
