import type { ArchiveRuleResult } from "../../model/archive.ts";
import { frameEnd, frameTop } from "../html/frame.ts";
import { html, joined, Markup, type Piece } from "../html/markup.ts";
import { lines, sheetHead } from "./cells.ts";
import { type Row, rowsIn, sumCells, TABLES, type TableName, type Words } from "./rows.ts";
import type { Survey } from "./survey.ts";

/** Findings a page shows: a browser scrolls no more with ease, and nobody reads more. The workbook has them all. */
export const PAGE_FINDINGS = 2_000;
/** Issuers a page shows, those with the gravest findings first; the workbook has them all. */
export const PAGE_UNITS = 500;
/** Files that could not be checked, and findings of one archive rule. */
const PAGE_LIST = 200;

export interface PageView {
  survey: Survey;
  units: { rows: Row[]; total: number };
  /** Gravest first. */
  findings: { rows: Row[]; total: number };
  unchecked: { rows: Row[]; total: number };
  /** Pages of all findings by issuer, where there are more than this page shows: their list, and those of issuers by name. */
  pages: { list: string; links: ReadonlyMap<string, string> } | null;
  archive: readonly ArchiveRuleResult[];
  /** Packs by title, the folders scanned, when the scan ended. */
  packs: readonly string[];
  inputs: readonly string[];
  day: string;
  version: string;
  complete: boolean;
  language: "zh" | "en";
}

/** The overview of a finished scan: one file, no network, no script; by status, year, issuer and rule. */
export function archivePage(view: PageView): Markup {
  const words = rowsIn(view.language);
  const { word } = words;
  const { survey } = view;
  const sections: [string, Markup][] = [
    ["sums", sumsSection(view, words)],
    ["archive", archiveSection(view, words)],
    ["years", yearsSection(survey, words)],
    ["units", listSection("units", view.units, words, view.pages)],
    ["rules", listSection("rules", rulesOf(survey, words), words)],
    ["unchecked", listSection("unchecked", view.unchecked, words)],
    ["findings", listSection("findings", view.findings, words, view.pages)],
  ];
  const nav = sections.map(([id]) => html`<a href="#${id}">${word(`archive.section.${id}`)}</a>`);
  const frame = { ...view, title: word("archive.view.title"), word, kind: "archive" };
  return html`${frameTop(frame)}<nav aria-label="${word("archive.view.nav")}"><p class="sum">${joined(nav, " · ")}</p></nav>
${sections.map(
  ([
    id,
    body,
  ]) => html`<section class="overview" id="${id}" aria-labelledby="${id}-t"><h2 id="${id}-t">${word(`archive.section.${id}`)}</h2>
${body}</section>
`,
)}${frameEnd(frame)}`;
}

function sumsSection({ survey, inputs, complete }: PageView, words: Words): Markup {
  const { word } = words;
  const { all } = survey;
  const statuses = [...survey.byStatus].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return html`${!complete && html`<p class="hint" role="note">${word("archive.view.incomplete")}</p>`}
<p class="sum">${word("archive.view.inputs", { inputs: inputs.join("、") })}</p>
<p class="sum">${word("archive.view.sums", { files: all.files, checked: all.checked, found: all.withFindings, ...all.counts })}</p>
${table(
  "archive.view.statuses",
  [word("archive.column.status"), word("archive.column.files")],
  statuses.map(([status, count]) => [word(`status.${status}`), count]),
  words,
)}`;
}

function yearsSection({ byYear }: Survey, words: Words): Markup {
  const years = [...byYear].sort(([a], [b]) => (b ?? 0) - (a ?? 0));
  const heads = [words.word("archive.column.year"), ...words.heads(TABLES.units).slice(1, -1)];
  const rows = years.map(
    ([year, sum]): Row => [year === null ? words.word("archive.view.no-year") : String(year), ...sumCells(sum)],
  );
  return table("archive.section.years", heads, rows, words);
}

/** Rules by how many findings they have. */
function rulesOf({ byRule }: Survey, words: Words): { rows: Row[]; total: number } {
  const rows = [...byRule]
    .filter(([, sum]) => sum.findings + sum.notChecked > 0)
    .sort(([a, one], [b, other]) => other.findings - one.findings || (a < b ? -1 : 1))
    .map(([id, sum]) => words.rule(id, sum));
  return { rows, total: rows.length };
}

function listSection(
  name: TableName,
  { rows, total }: { rows: Row[]; total: number },
  words: Words,
  pages: PageView["pages"] = null,
): Markup {
  if (total === 0) return html`<p class="sum">${words.word("archive.view.none")}</p>`;
  const left = total - rows.length;
  return html`${left > 0 && html`<p class="hint" role="note">${words.word("archive.view.rest", { shown: rows.length, total })}${pages && html` <a href="${pages.list}">${words.word("archive.page.all")}</a>`}</p>`}
${table(`archive.section.${name}`, words.heads(TABLES[name]), rows, words, pages?.links)}`;
}

function archiveSection({ archive, survey }: PageView, words: Words): Markup {
  const { word } = words;
  if (archive.length === 0) return html`<p class="sum">${word("archive.view.no-rules")}</p>`;
  const inOrder = [...archive].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return html`<p class="sum">${word("archive.view.about")}${survey.unseen > 0 && word("archive.view.unseen", { count: survey.unseen })}${survey.unrecorded > 0 && word("archive.view.unrecorded", { count: survey.unrecorded })}</p>
${inOrder.map((result) => ruleDetails(result, words))}`;
}

/** What there is to do comes first. */
const ORDER: readonly ArchiveRuleResult["outcome"][] = ["crashed", "broken", "not-checked", "held", "not-applicable"];
const SIGN = { broken: "✗", "not-checked": "○", held: "✓", "not-applicable": "–", crashed: "✗" } as const;
const CONCERN = {
  broken: "mend",
  "not-checked": "trouble",
  held: "good",
  "not-applicable": "",
  crashed: "trouble",
} as const;

/** One rule over the archive: open where there is something to do. */
function ruleDetails(result: ArchiveRuleResult, words: Words): Markup {
  const { word } = words;
  const { outcome, held, broken, open } = result;
  const [first, ...rows] = words.archive({
    ...result,
    findings: result.findings.slice(0, PAGE_LIST),
    undecided: result.undecided.slice(0, PAGE_LIST),
  });
  const heads = words.heads(TABLES.archive);
  // Rule, title, severity and basis stand above the table; who it is about comes first.
  const own = <T>(row: readonly T[]) => [4, 5, 3, 6, 7, 8].map((at) => row[at]!);
  const attributes = outcome === "broken" ? new Markup(" open") : "";
  return html`<details class="archive-rule"${attributes}><summary><span class="badge ${CONCERN[outcome]}">${SIGN[outcome]} ${word(`archive.outcome.${outcome}`)}</span> ${result.title} <small>${result.rule}${held + broken + open > 0 && html` · ${word("archive.view.subjects", { held, broken, open })}`}</small></summary>
${result.because && html`<p class="sum">${result.because}</p>`}
${first![10] !== "" && html`<p class="sum"><small>${word("pretty.basis")}${word("pretty.colon")}${first![10] as string}</small></p>`}
${first![9] !== "" && html`<p class="sum">${word("archive.view.uncounted-head")}${word("pretty.colon")}${first![9] as string}</p>`}
${
  rows.length > 0 &&
  table(
    `archive.section.archive`,
    own(heads),
    rows.map((row) => own(row)),
    words,
  )
}</details>
`;
}

/** `links`: where the name in a first cell leads. */
function table(
  label: string,
  heads: readonly string[],
  rows: readonly Row[],
  words: Words,
  links: ReadonlyMap<string, string> = new Map(),
): Markup {
  const name = words.word(label);
  const cell = (value: Row[number], at: number): Piece => {
    const text = value ?? "";
    if (at === 0) {
      const page = links.get(String(text));
      return html`<th scope="row" lang="zh-CN">${page === undefined ? text : html`<a href="${page}">${text}</a>`}</th>`;
    }
    return typeof value === "number" ? html`<td class="number">${value}</td>` : html`<td>${lines(String(text))}</td>`;
  };
  return html`<div class="wide" tabindex="0" role="group" aria-label="${name}"><table class="sheet">${sheetHead(heads)}
<tbody>${rows.map(
    (row) => html`<tr>${row.map(cell)}</tr>
`,
  )}</tbody></table></div>`;
}
