import type { WireFact } from "../../model/result.ts";
import type { Status } from "../../model/source.ts";
import type { Figure } from "./figures-of.ts";
import { html, joined, type Markup, type Piece } from "./markup.ts";
import { type DocumentView, SIGN, STANDINGS, type Standing } from "./view.ts";
import type { Word } from "./word.ts";

/** How a status is to be taken: all well, something to mend, not (wholly) checked. */
export const concern = (status: Status) =>
  status === "checked-clean" ? "good" : status === "checked-findings" ? "mend" : "trouble";
const CONCERN_SIGN = { good: "✓", mend: "!", trouble: "✗" } as const;

export const statusBadge = (status: Status, word: Word): Markup =>
  html`<span class="badge ${concern(status)}">${CONCERN_SIGN[concern(status)]} ${word(`status.${status}`)}</span>`;

/** Title, name, status, recognised facts, counts; what kept the file from being read and what to do about it. */
export function documentHead(view: DocumentView, word: Word): Markup {
  const { result, id } = view;
  const { path, title, status, problem } = result;
  return html`<header class="head"><h2 id="${id}-t" lang="zh-CN">${title?.replace(/\s+/g, "") || path}</h2>
<p class="file">${statusBadge(status, word)} ${title && html`<span class="path">${path}</span>`} <span class="facts">${factLine(result.facts, word)}</span></p>
${problem && html`<div class="problem" role="note"><p><b>${problem.message}</b></p>${problem.advice && html`<p>${word("pretty.advice")}${word("pretty.colon")}${problem.advice}</p>`}</div>`}
${result.status === "checked-partial" && html`<p class="hint">${word("html.partial")}</p>`}
${view.draft || view.findings.length > 0 ? html`<p class="tally">${tally(view.counts, word)}${view.result.notChecked.length > 0 && html` <span class="count-open">○ ${word("html.count.open", { count: view.result.notChecked.length })}</span>`}</p>` : ""}
${figureBars(view.figures, word)}</header>`;
}

/** ✗ 1 错误 ! 41 警告 · 2 提示 */
export function tally(counts: Record<Standing, number>, word: Word): Markup {
  const shown = STANDINGS.filter((standing) => standing !== "suppressed" || counts.suppressed > 0);
  return joined(
    shown.map(
      (standing) =>
        html`<span class="count-${standing}">${SIGN[standing]} ${word(`pretty.count.${standing}`, { count: counts[standing] })}</span>`,
    ),
    " ",
  );
}

function factLine(facts: Record<string, WireFact>, word: Word): Piece {
  const said = ["kind", "direction", "deployment", "issuer"].flatMap((name) => {
    const value = facts[name]?.value;
    return typeof value === "string" ? factValue(name, value, word) : [];
  });
  return said.join(" · ");
}

/** A value as people say it; one that has no word of its own as it stands. */
export function factValue(name: string, value: string | boolean | string[], word: Word): string {
  if (Array.isArray(value)) return value.join("、");
  const key = `fact.${name}.${value}`;
  const said = word(key);
  return said === key ? String(value) : said;
}

/** Small bars: how much there is, and where the limit lies. The words beside them say it all. */
export function figureBars(figures: readonly Figure[], word: Word): Markup | null {
  if (figures.length === 0) return null;
  return html`<ul class="figures">${figures.map((figure) => {
    const name = "text" in figure.name ? figure.name.text : word(figure.name.key, figure.name.values);
    return html`<li class="${figure.state}"><span class="name">${name}</span> ${bar(figure)} <span class="value">${value(figure, word)}</span>${figure.state !== "none" && html` <span class="verdict">${word(`html.figure.${figure.bound === "of" ? "of-" : ""}${figure.state}`)}</span>`}</li>`;
  })}</ul>`;
}

function value({ actual, between, limit, bound }: Figure, word: Word): string {
  const said = between && between[0] !== between[1] ? `${actual}（${between[0]}–${between[1]}）` : String(actual);
  return limit === null ? said : word(`html.figure.${bound}`, { actual: said, limit });
}

function bar({ actual, limit, bound, state }: Figure): Markup | null {
  if (limit === null) return null;
  const whole = bound === "of" ? Math.max(limit, 1) : Math.max(actual, limit) * 1.15;
  const at = (number: number) => Math.round((1000 * number) / whole) / 10;
  return html`<svg class="bar ${state}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="8"/><rect class="fill" width="${at(actual)}" height="8"/>${bound !== "of" && html`<rect class="limit" x="${at(limit) - 0.4}" width="0.8" height="8"/>`}</svg>`;
}
