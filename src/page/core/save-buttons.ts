import type { Checked } from "../../model/checked.ts";
import { html, type Markup } from "../../report/html/markup.ts";
import type { DocumentView } from "../../report/html/view.ts";
import type { Word } from "../../report/html/word.ts";

/** What can be saved of a checked draft. A copy there is no way to make is not offered. */
export function saveButtons({ document }: Checked, { findings, dossier }: DocumentView, word: Word): Markup {
  const { format } = document.source;
  const button = (save: string) =>
    html`<button type="button" data-save="${save}">${word(`page.save.${save}`)}</button>`;
  const tasks = (dossier?.ledger.rows.length ?? 0) > 0;
  const open = findings.some(({ standing }) => standing !== "suppressed");
  return html`<div class="saves" role="group" aria-label="${word("page.saves")}"><span>${word("page.saves")}</span>${
    format === "docx" && open && button("annotated")
  }${format !== "html" && button("fixed")}${button("html")}${tasks && [button("ledger-xlsx"), button("ledger-csv")]}${
    dossier?.coverage && button("coverage-csv")
  }</div>`;
}
