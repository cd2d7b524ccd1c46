import type { DocumentResult, Summary } from "../../model/result.ts";
import { SEVERITIES } from "../../model/rule.ts";
import type { ReportContext } from "../format.ts";
import { SCRIPT, SCRIPT_HASH } from "./assets.data.ts";
import { type Frame, frameEnd, frameTop } from "./frame.ts";
import { statusBadge } from "./head.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { type Word, wordIn } from "./word.ts";

/** What the overview keeps of a document, so that memory stays flat. */
export interface OverviewRow {
  /** Of its article; null where a quiet report leaves it out. */
  id: string | null;
  path: string;
  title: string | null;
  status: DocumentResult["status"];
  problem: string | null;
  counts: Record<"error" | "warning" | "info" | "suppressed" | "open", number>;
}

const SCRIPTED = { script: { code: SCRIPT, hash: SCRIPT_HASH } };

/** What the report has around it. */
function frameOf({ language, version, packs, today }: ReportContext): Frame {
  const word = wordIn(language);
  const names = packs.map(({ title, name }) => title || name);
  return { ...SCRIPTED, title: word("html.title"), language, version, day: today ?? null, packs: names, word };
}

/** From the doctype to where the first document goes. */
export function pageTop(context: ReportContext): Markup {
  const frame = frameOf(context);
  const { word } = frame;
  return html`${frameTop(frame)}<nav class="files" aria-label="${word("html.files")}" hidden><a href="#overview">${word("html.overview")}</a> <a class="previous" href="#overview">${word("html.previous-file")}</a> <a class="next" href="#overview">${word("html.next-file")}</a> <span data-words="${word("html.file-of")}"></span></nav>
`;
}

/** The overview, the sums and the end of the file. The script puts the overview first: it is known only now. */
export function pageEnd(
  rows: readonly OverviewRow[],
  summary: Summary,
  elapsed: number,
  context: ReportContext,
): Markup {
  const frame = frameOf(context);
  const { word } = frame;
  const seconds = (elapsed / 1000).toFixed(2);
  const sums = html`${word("pretty.rules", { total: rulesTotal(summary), ...summary.rules })} · ${word("pretty.elapsed", { seconds })}`;
  return html`${rows.length !== 1 && overview(rows, summary, word)}${frameEnd(frame, sums)}`;
}

function rulesTotal({ rules }: Summary): number {
  return rules.held + rules.broken + rules.notChecked + rules.notApplicable;
}

function overview(rows: readonly OverviewRow[], summary: Summary, word: Word): Markup {
  const counts = SEVERITIES.map((severity) =>
    word(`pretty.count.${severity}`, { count: summary.bySeverity[severity] }),
  );
  if (summary.suppressed > 0) counts.push(word("pretty.count.suppressed", { count: summary.suppressed }));
  const statuses = Object.entries(summary.byStatus).map(([status, count]) => `${word(`status.${status}`)} ${count}`);
  const columns = ["file", "status", "error", "warning", "info", "suppressed", "open"];
  return html`<section class="overview" id="overview" aria-labelledby="overview-t"><h2 id="overview-t">${word("html.overview")}</h2>
<p class="sum">${word("pretty.files", { count: summary.documents, findings: counts.join(word("pretty.comma")) })}</p>
<p class="sum">${statuses.join(word("pretty.comma"))}</p>
<div class="wide" tabindex="0" role="region" aria-label="${word("html.overview-table")}"><table class="sheet"><thead><tr>${columns.map((name) => html`<th scope="col">${word(`html.column.${name}`)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => overviewRow(row, word))}</tbody></table></div></section>
`;
}

function overviewRow({ id, path, title, status, problem, counts }: OverviewRow, word: Word): Markup {
  const name: Piece = title ? html`${title.replace(/\s+/g, "")}` : path;
  const number = (count: number) => html`<td class="number">${count || html`<span class="zero">0</span>`}</td>`;
  return html`<tr><th scope="row" lang="zh-CN">${id ? html`<a href="#${id}">${name}</a>` : name}${title && html`<br><small>${path}</small>`}</th><td>${statusBadge(status, word)}${problem && html`<br><small>${problem}</small>`}</td>${number(counts.error)}${number(counts.warning)}${number(counts.info)}${number(counts.suppressed)}${number(counts.open)}</tr>
`;
}
