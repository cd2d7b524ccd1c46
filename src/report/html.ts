import type { Checked } from "../model/checked.ts";
import type { DocumentResult } from "../model/result.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { documentArticle } from "./html/document.ts";
import { type OverviewRow, pageEnd, pageTop } from "./html/report-page.ts";
import { type DocumentView, documentView } from "./html/view.ts";
import { wordIn } from "./html/word.ts";
import { stopsNothing } from "./pretty.ts";

/**
 * One page for people, in one file that opens from a disk: every document with its findings beside the draft they are
 * marked in. Documents are written one by one; what is kept is a row of the overview each.
 */
export const html: ReportFormat = {
  name: "html",
  start(context) {
    const rows: OverviewRow[] = [];
    const titles = new Map(context.rules.map(({ id, words, english }) => [id, titleOf(words, english, context)]));
    return {
      begin: () => pageTop(context).text,
      async document(result, checked) {
        const left = context.quiet && stopsNothing(result);
        const id = `d${rows.length + 1}`;
        const dossier = checked && !left ? ((await context.dossier?.(checked)) ?? null) : null;
        const view = documentView(result, checked, { id, rules: context.rules, titles, dossier });
        rows.push(overviewRow(view, left));
        if (left) return "";
        const original = await originalOf(checked, context);
        return documentArticle(view, { language: context.language, original }).text;
      },
      end: (summary, _exitCode, elapsed) => pageEnd(rows, summary, elapsed, context).text,
    };
  },
};

type Words = ReportContext["rules"][number]["words"];
const titleOf = (words: Words, english: Words | null, { language }: ReportContext) =>
  ((language === "en" && english) || words).title;

/** mammoth reads docx; the other formats are text already. */
async function originalOf(checked: Checked | null, { language }: ReportContext) {
  if (checked?.document.source.format !== "docx") return null;
  const { originalView } = await import("./html/original.ts");
  return originalView(checked.bytes, wordIn(language));
}

function overviewRow({ id, result, counts }: DocumentView, left: boolean): OverviewRow {
  const { path, title, status, problem, notChecked }: DocumentResult = result;
  return {
    id: left ? null : id,
    path,
    title,
    status,
    problem: problem?.message ?? null,
    counts: { ...counts, open: notChecked.length },
  };
}
