import { withoutBlanks } from "../model/blank.ts";
import type { CheckContext, Zod } from "../model/check.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { Outcome } from "../model/result.ts";
import { simplify } from "../model/simplify.ts";

/** Options of kinds that concern documents of a certain title: 整改方案, 会议通知, 督查方案 … */
export const concernOptions = (z: Zod) => ({
  /** RE2; a document none of whose titles matches is not concerned. */
  title: z.string().min(1).optional(),
  /** RE2; a document one of whose titles matches is not concerned. */
  unless: z.string().min(1).optional(),
});

export interface Concern {
  title?: string | undefined;
  unless?: string | undefined;
}

/** Patterns of the two, for `CheckKind.patterns`. */
export function concernPatterns({ title, unless }: Concern): string[] {
  return [title, unless].filter((source) => source !== undefined);
}

const bare = (text: string) => withoutBlanks(simplify(text));

/**
 * Titles of the document and of all its parts, in simplified characters without blanks. A list or table often has no
 * title that is one (重点工作任务分解表): then a short first line stands for it.
 */
export function titlesOf(document: OfficialDocument): string[] {
  const titles = [document.elements.title, ...document.parts.map((part) => part.title)];
  const texts = titles.flatMap((title) => (title ? [bare(title.text)] : []));
  if (texts.length > 0) return [...new Set(texts)];
  const first = bare(document.blocks.find((block) => block.text.trim() !== "")?.text ?? "");
  return first !== "" && first.length <= 50 && !/[。；：:，]$/.test(first) ? [first] : [];
}

/** Why the rule does not concern the document, or why that cannot be told; null where it does. */
export function outsideConcern(document: OfficialDocument, concern: Concern, context: CheckContext): Outcome | null {
  const { title, unless } = concern;
  if (title === undefined && unless === undefined) return null;
  const titles = context.once("titles", () => titlesOf(document));
  // A text that lost its title may be of that kind all the same.
  if (title !== undefined && titles.length === 0) {
    return { notChecked: { reason: "check.untitled", remedy: "check.untitled.remedy", values: {} } };
  }
  const meets = (source: string) => titles.some((one) => context.pattern(source).test(one));
  if ((title !== undefined && !meets(title)) || (unless !== undefined && meets(unless))) {
    return { notApplicable: { because: "check.other-title", values: { title: titles[0] ?? "" } } };
  }
  return null;
}

/** One or several patterns as a list. */
export function listOf(given: string | string[] | undefined): string[] {
  return given === undefined ? [] : [given].flat();
}
