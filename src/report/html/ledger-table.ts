import type { Language } from "../../language/say.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import { type LedgerColumn, ledgerSubtitle, ledgerTitle, shownColumns } from "../ledger/columns.ts";
import { rowLink } from "./draft.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { baseName, type DocumentView } from "./view.ts";

/** 责任清单 as it would be attached: tasks of one heading share its cell; a clause leads to its place in the draft. */
export function ledgerTable(view: DocumentView, language: Language): Markup | null {
  const ledger = view.dossier?.ledger;
  if (!ledger || ledger.rows.length === 0) return null;
  const columns = shownColumns(ledger, language);
  const headings = ledger.rows.map(({ headings }) => headings.map(({ text }) => text).join("\n"));
  return html`<table class="sheet tasks-table"><caption>${ledgerTitle(ledger, baseName(view.result.path), language)} <small>${ledgerSubtitle(ledger, language)}</small></caption>
<thead><tr>${columns.map(({ name, head }) => html`<th scope="col" class="column-${name}">${head}</th>`)}</tr></thead>
<tbody lang="zh-CN">${ledger.rows.map(
    (
      row,
      at,
    ) => html`<tr class="${row.units.length === 0 ? "nobody" : ""}">${columns.map((column) => cell(view, column, row, at, headings))}</tr>
`,
  )}</tbody></table>
`;
}

function cell(
  view: DocumentView,
  column: LedgerColumn,
  row: LedgerRow,
  at: number,
  headings: readonly string[],
): Piece {
  if (column.name === "heading") {
    if (headings[at - 1] === headings[at]) return null;
    let end = at + 1;
    while (end < headings.length && headings[end] === headings[at]) end++;
    return html`<td rowspan="${end - at}">${headings[at]}</td>`;
  }
  const text = column.cell(row, at + 1);
  const linked = column.name === "clause" && text && view.draft;
  return html`<td>${linked ? html`<a href="${rowLink(view.id, row.line)}">${text}</a>` : text}</td>`;
}
