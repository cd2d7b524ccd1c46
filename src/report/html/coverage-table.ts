import type { Language } from "../../language/say.ts";
import type { CoverageRow, CoverageRows, CoverageSide } from "../coverage/rows.ts";
import { changeText } from "../coverage/rows.ts";
import { rowLink } from "./draft.ts";
import { html, joined, type Markup, type Piece } from "./markup.ts";
import { baseName, type DocumentView } from "./view.ts";
import type { Word } from "./word.ts";

/** Signs beside the colours of 承接情况. */
const SIGN = { copied: "=", localised: "+", reworded: "~", missing: "✗", new: "*" } as const;

/** 承接对照表 both ways round: what became of each task of the superiors, and where each clause of the draft comes from. */
export function coverageTables(view: DocumentView, language: Language, word: Word): Markup | null {
  const rows = view.dossier?.coverage;
  if (!rows) return null;
  const { counts, tasks, clauses } = rows;
  return html`<p class="sum">${word("coverage.counts", { ...counts, tasks: tasks.length, clauses: clauses.length })}</p>
${taskTable(view.id, rows, language, word)}${clauseTable(view.id, rows, word)}`;
}

function taskTable(id: string, { tasks }: CoverageRows, language: Language, word: Word): Markup {
  if (tasks.length === 0) return html`<p class="hint">${word("coverage.no-tasks")}</p>`;
  return html`<table class="sheet tasks"><caption>${word("coverage.view-tasks")}</caption>
<thead><tr><th scope="col">${word("coverage.column-state")}</th><th scope="col">${word("coverage.column-superior-text")}</th><th scope="col">${word("coverage.column-draft-text")}</th><th scope="col">${word("coverage.column-changes")}</th></tr></thead>
<tbody>${tasks.map(
    (
      row,
    ) => html`<tr class="state-${row.state}"><td>${state(row, word)}${row.copied ? html`<br><small>${word("coverage.column-copied")} ${Math.round(100 * row.copied)}%</small>` : ""}</td>
<td lang="zh-CN">${place(row.source, row.source?.name)}${row.source?.text}</td>
<td lang="zh-CN">${row.draft ? html`${draftPlace(id, row.draft, word)}${row.draft.text}` : "—"}</td>
<td>${joined(
      row.changes.map((change) => html`<span class="${change.direction}">${changeText(change, language)}</span>`),
      html`<br>`,
    )}</td></tr>
`,
  )}</tbody></table>
`;
}

function clauseTable(id: string, { clauses }: CoverageRows, word: Word): Markup {
  if (clauses.length === 0) return html`<p class="hint">${word("coverage.no-clauses")}</p>`;
  return html`<table class="sheet"><caption>${word("coverage.view-clauses")}</caption>
<thead><tr><th scope="col">${word("coverage.column-state")}</th><th scope="col">${word("coverage.column-draft-text")}</th><th scope="col">${word("html.comes-from")}</th></tr></thead>
<tbody>${clauses.map(
    (row) => html`<tr class="state-${row.state}"><td>${state(row, word)}</td>
<td lang="zh-CN">${row.draft && html`${draftPlace(id, row.draft, word)}${row.draft.text}`}</td>
<td lang="zh-CN">${row.source ? html`${place(row.source, row.source.name)}${row.source.text}` : "—"}</td></tr>
`,
  )}</tbody></table>
`;
}

function state(row: CoverageRow, word: Word): Markup {
  const forAbove = row.forAbove && row.state === "missing" ? "-above" : "";
  return html`<span class="state ${row.state}">${SIGN[row.state]} ${word(`coverage.state-${row.state}${forAbove}`)}</span>`;
}

function place(side: CoverageSide | null, name?: string): Piece {
  return side && html`<small>${[name && baseName(name), side.path].filter(Boolean).join(" ")}</small><br>`;
}

function draftPlace(id: string, side: CoverageSide, word: Word): Markup {
  return html`<a href="${rowLink(id, side.line)}">${word(side.path ? "coverage.place" : "coverage.line", { path: side.path ?? "", line: side.line })}</a><br>`;
}
