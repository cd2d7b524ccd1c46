import type { Language } from "../../language/say.ts";
import { controls } from "./controls.ts";
import { sideBySide } from "./copies.ts";
import { coverageTables } from "./coverage-table.ts";
import { draftPaper } from "./draft.ts";
import { findingList } from "./findings.ts";
import { documentHead } from "./head.ts";
import { ledgerTable } from "./ledger-table.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { type Answer, ruleBook } from "./unchecked.ts";
import type { DocumentView } from "./view.ts";
import { wordIn } from "./word.ts";

export interface DocumentOptions {
  language: Language;
  /** 原稿 as another converter sees it, made only where it is asked for; null leaves the section out. */
  original?: Piece;
  /** What a page adds to the questions left open. */
  answer?: Answer;
  /** What a page adds below the head: buttons to save copies. */
  actions?: Piece;
}

/** One document from head to facts: what a report repeats for each file, and what the clerk's page shows of the one dropped. */
export function documentArticle(view: DocumentView, { language, original, answer, actions }: DocumentOptions): Markup {
  const word = wordIn(language);
  const { id, findings, result } = view;
  const paper = draftPaper(view, word);
  const read = view.draft !== null || findings.length > 0 || result.held.length > 0;
  const sections: [name: string, count: number, content: Piece][] = read
    ? [
        [
          "findings",
          findings.length,
          html`${findings.length > 0 && controls(view, word)}<div class="panes"><section class="pane list" id="${id}-list" tabindex="0" aria-label="${word("html.list")}">${findingList(view, word)}</section>${paper && html`<section class="pane sheet-of-paper" id="${id}-draft" tabindex="0" aria-label="${word("html.draft")}">${paper}</section>`}</div>`,
        ],
        ["copies", view.copies.length, sideBySide(view, word)],
        ["ledger", view.dossier?.ledger?.rows.length ?? 0, ledgerTable(view, language)],
        ["coverage", view.dossier?.coverage?.tasks.length ?? 0, coverageTables(view, language, word)],
        ["rules", result.notChecked.length, ruleBook(view, word, answer)],
        ["original", 0, original],
      ]
    : [];
  const shown = sections.filter(([, , content]) => content);
  return html`<article class="document" id="${id}" aria-labelledby="${id}-t" data-path="${result.path}">
${documentHead(view, word)}${actions}
${
  shown.length > 1 &&
  html`<nav class="tabs" aria-label="${word("html.sections")}">${shown.map(
    ([name, count]) =>
      html`<a href="#${id}-${name}">${word(`html.section.${name}`)}${count > 0 && html` <span class="n">${count}</span>`}</a>`,
  )}</nav>`
}
${shown.map(
  ([
    name,
    ,
    content,
  ]) => html`<section class="section ${name}" id="${id}-${name}" aria-labelledby="${id}-${name}-t"><h3 id="${id}-${name}-t">${word(`html.section.${name}`)}</h3>
${content}</section>
`,
)}</article>
`;
}
