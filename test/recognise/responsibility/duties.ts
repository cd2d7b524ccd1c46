import type { Clause, OfficialDocument } from "../../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { readMarkdown } from "../../../src/read/markdown.ts";
import { recognise } from "../../../src/recognise/recognise.ts";
import { draft } from "../draft.ts";

/** A plan around `body`, so that its clauses are recognised as those of a document. */
export const plan = (body: string): OfficialDocument =>
  draft(`关于推进重点工作的实施方案\n\n为推进重点工作，制定本方案。\n${body}`);

export async function markdownPlan(body: string): Promise<OfficialDocument> {
  const text = `# 关于推进重点工作的实施方案\n\n为推进重点工作，制定本方案。\n\n${body}\n`;
  const source = await readMarkdown(text, "utf-8", DEFAULT_LIMITS);
  if ("failure" in source) throw new Error(source.failure.reason);
  return recognise(source, "plan.md", {});
}

/** The row whose label begins with `label`; the first where several do. */
export function row(document: OfficialDocument, label: string): Clause {
  const clause = document.clauses.find((item) => !item.inline && item.label.trim().startsWith(label));
  if (!clause) throw new Error(`no clause ${label}`);
  return clause;
}

/** `name/role` of every unit, in the order of the text. */
export const units = (clause: Clause): string[] =>
  clause.responsibility.units.map(({ name, role }) => `${name}/${role}`);

/** Units of a single measure whose paragraph is `text`. */
export const unitsIn = (text: string): string[] => units(row(plan(`一、${text}\n二、推进其他工作。`), "一"));
