import { FACT_NAMES, FACT_TYPES, type FactName } from "../../model/facts.ts";
import type { DocumentResult } from "../../model/result.ts";
import { factValue } from "../../report/html/head.ts";
import { html, type Markup, type Piece } from "../../report/html/markup.ts";
import type { OpenQuestion } from "../../report/html/view.ts";
import type { Word } from "../../report/html/word.ts";
import type { Job } from "../messages.ts";

type Declared = Job["facts"];

/** A field for every fact that would settle an open question, and the button that checks again with them. */
export function answerField({ settledBy }: OpenQuestion, declared: Declared, word: Word): Markup | null {
  const names = settledBy.filter(isFact);
  if (names.length === 0) return null;
  return html`<form class="declare">${names.map((name) => field(name, declared[name] ?? "", word))} <button>${word("page.check-again")}</button></form>`;
}

/** All facts, with what was recognised, for a clerk who knows better. */
export function factSheet({ facts }: DocumentResult, declared: Declared, word: Word): Markup {
  const count = Object.keys(declared).length;
  const summary = count > 0 ? word("page.facts-declared", { count }) : word("page.facts");
  return html`<details class="fact-sheet"><summary>${summary}</summary><form class="declare all"><p class="hint">${word("page.facts-hint")}</p><div class="fields">${FACT_NAMES.map(
    (name) => {
      const fact = facts[name];
      const found =
        fact && fact.origin === "recognised" && fact.value !== null ? factValue(name, fact.value, word) : "";
      return field(name, declared[name] ?? "", word, found);
    },
  )}</div><p><button>${word("page.check-again")}</button>${count > 0 && html` <button type="button" data-do="withdraw">${word("page.facts-withdraw")}</button>`}</p></form></details>`;
}

const isFact = (name: string): name is FactName => (FACT_NAMES as readonly string[]).includes(name);

/** One fact to fill in; empty leaves it to what the text shows. */
function field(name: FactName, value: string, word: Word, found = ""): Markup {
  const { type, values } = FACT_TYPES[name];
  const label = word(`fact.${name}`);
  const unsaid = found ? word("page.fact-found", { found }) : word("page.fact-unsaid");
  if (type === "list" && values) {
    const chosen = value.split(",");
    return html`<fieldset><legend>${label}</legend>${values.map(
      (one) =>
        html`<label><input type="checkbox" name="${name}" value="${one}"${checked(chosen.includes(one))}> ${one}</label> `,
    )}</fieldset>`;
  }
  if (type === "choice" || type === "boolean") {
    const choices = type === "boolean" ? ["true", "false"] : (values ?? []);
    return html`<label>${label} <select name="${name}"><option value="">${unsaid}</option>${choices.map(
      (one) =>
        html`<option value="${one}"${one === value && html` selected=""`}>${factValue(name, one, word)}</option>`,
    )}</select></label>`;
  }
  const kind = type === "date" ? "date" : "text";
  return html`<label>${label} <input type="${kind}" name="${name}" value="${value}" placeholder="${found}" autocomplete="off"></label>`;
}

const checked = (on: boolean): Piece => on && html` checked=""`;
