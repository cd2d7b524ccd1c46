import { dossierOf } from "../../dossier.ts";
import type { WireNotChecked } from "../../model/result.ts";
import { documentArticle } from "../../report/html/document.ts";
import { documentView } from "../../report/html/view.ts";
import { type Word, wordIn } from "../../report/html/word.ts";
import { wordsOf } from "../../result/finding.ts";
import type { CheckedDraft, Job } from "../messages.ts";
import { checkUp, type Desk } from "./desk.ts";
import { answerField, factSheet } from "./fact-fields.ts";
import { saveButtons } from "./save-buttons.ts";

/** A draft checked and drawn: the article of the HTML report, with fields for facts and buttons for copies put in. */
export async function articleOf(job: Job, id: string, desk: Desk): Promise<CheckedDraft> {
  const { rules, setUp } = desk;
  const { language } = setUp;
  const { result, checked, unread, factProblems } = await checkUp(job, desk);
  const titles = new Map(rules.map((rule) => [rule.id, wordsOf(rule, language).title]));
  const dossier = checked && (await dossierOf(checked));
  const word = wordIn(language);
  const view = documentView(result, checked, { id, rules, titles, dossier, remedy: (open) => remedyFor(open, word) });
  const { error, warning, info } = view.counts;
  const article = documentArticle(view, {
    language,
    answer: (question) => answerField(question, job.facts, word),
    actions: checked && [saveButtons(checked, view, word), factSheet(result, job.facts, word)],
  });
  return {
    answer: "checked",
    status: result.status,
    counts: { error, warning, info },
    notChecked: result.notChecked.length,
    article: article.text,
    unread,
    factProblems,
  };
}

/** The command's remedies name its options; here the field or the button that does the same is at hand. */
function remedyFor({ code, remedy, settledBy }: WireNotChecked, word: Word): string {
  if (settledBy.length > 0) return word("page.remedy.facts");
  const own = `page.remedy.${code}`;
  const said = word(own);
  return said === own ? remedy : said;
}
