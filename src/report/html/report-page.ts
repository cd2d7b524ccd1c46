import type { DocumentResult, Summary } from "../../model/result.ts";
import { SEVERITIES } from "../../model/rule.ts";
import type { ReportContext } from "../format.ts";
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from "./assets.data.ts";
import { statusBadge } from "./head.ts";
import { html, Markup, type Piece } from "./markup.ts";
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

/** Nothing may be loaded, sent or run but the style and the script that stand in the file. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** From the doctype to where the first document goes. */
export function pageTop({ language, version, packs, today }: ReportContext): Markup {
  const word = wordIn(language);
  const packNames = packs.map(({ title, name }) => title || name).join("、");
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="gwlint ${version}">
<title>${word("html.title")}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${word("html.skip")}</a>
<header class="top"><h1>${word("html.title")}</h1><p>${today && html`<span>${word("html.day", { day: today })}</span> · `}<span>${word("html.packs", { packs: packNames })}</span> · <span>gwlint ${version}</span></p></header>
<main id="main" tabindex="-1">
<nav class="files" aria-label="${word("html.files")}" hidden><a href="#overview">${word("html.overview")}</a> <a class="previous" href="#overview">${word("html.previous-file")}</a> <a class="next" href="#overview">${word("html.next-file")}</a> <span data-words="${word("html.file-of")}"></span></nav>
`;
}

/** The overview, the sums and the end of the file. The script puts the overview first: it is known only now. */
export function pageEnd(
  rows: readonly OverviewRow[],
  summary: Summary,
  elapsed: number,
  { language }: ReportContext,
): Markup {
  const word = wordIn(language);
  return html`${rows.length !== 1 && overview(rows, summary, word)}</main>
<footer class="bottom"><p>${word("pretty.rules", { total: rulesTotal(summary), ...summary.rules })} · ${word("pretty.elapsed", { seconds: (elapsed / 1000).toFixed(2) })}</p><p>${word("html.promise")}</p></footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
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
