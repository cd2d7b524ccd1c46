import { html, type Markup } from "./markup.ts";
import { clauseWords, type DocumentView, SIGN, STANDINGS } from "./view.ts";
import type { Word } from "./word.ts";

/** Filter, search, grouping and the way from finding to finding; does nothing until the script brings it to life. */
export function controls(view: DocumentView, word: Word): Markup {
  const { id, counts, groups, findings } = view;
  const clauses = new Map<string, { words: string; count: number }>();
  for (const { finding } of findings) {
    if (!finding.clause) continue;
    const known = clauses.get(finding.clause);
    if (known) known.count++;
    else clauses.set(finding.clause, { words: clauseWords(finding), count: 1 });
  }
  return html`<div class="controls" role="search" aria-label="${word("html.filter")}" data-why="${word("html.why")}" data-no-clause="${word("html.no-clause")}">
<fieldset><legend>${word("html.severity")}</legend>${STANDINGS.filter((standing) => counts[standing] > 0).map(
    (standing) =>
      html`<label class="chip ${standing}"><input type="checkbox" name="standing" value="${standing}" checked> ${SIGN[standing]} ${word(`severity.${standing}`)} ${counts[standing]}</label>`,
  )}</fieldset>
<label>${word("html.rule")} <select name="rule"><option value="">${word("html.all")}</option>${groups.map(
    ({ number, first, standing, findings: own }) =>
      html`<option value="g${number}">${SIGN[standing]} ${first.title}（${own.length}）</option>`,
  )}</select></label>
<label>${word("html.clause")} <select name="clause"><option value="">${word("html.all")}</option>${[...clauses].map(
    ([clause, { words, count }]) => html`<option value="${clause}">${words}（${count}）</option>`,
  )}</select></label>
<label>${word("html.group-by")} <select name="by"><option value="rule">${word("html.by-rule")}</option><option value="clause">${word("html.by-clause")}</option></select></label>
<label class="find">${word("html.search")} <input type="search" name="q" autocomplete="off" spellcheck="false"></label>
<span class="steps"><button type="button" name="previous" title="Shift+F8">${word("html.previous")}</button><button type="button" name="next" title="F8">${word("html.next")}</button></span>
<output class="shown" for="${id}-findings" data-words="${word("html.shown")}"></output>
</div>`;
}
