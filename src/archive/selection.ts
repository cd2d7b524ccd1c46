import type * as zod from "zod";
import { type ArchiveContext, type ArchiveRecord, MATTERS, REACHES, type WantedFact } from "../model/archive.ts";
import type { Zod } from "../model/check.ts";
import { simplify } from "../model/simplify.ts";

/** What a rule counts: documents, those of a matter, or issues of bulletins (简报). */
export const COUNTED = ["document", ...MATTERS, "bulletin"] as const;

/** Options that say which documents a rule counts. */
export const selectionOptions = (z: Zod) => ({
  of: z.union([z.enum(COUNTED), z.array(z.enum(COUNTED)).min(1)]).default("document"),
  to: z.array(z.enum(REACHES)).min(1).optional(),
  title: z.string().min(1).optional(),
  unless: z.string().min(1).optional(),
});

export type Selection = zod.infer<zod.ZodObject<ReturnType<typeof selectionOptions>>>;

export const selectionPatterns = ({ title, unless }: Partial<Selection>): string[] =>
  [title, unless].filter((pattern) => pattern !== undefined);

/** Whether a document is counted: yes, no, or the fact that would tell and is wanting. */
export function selector(
  options: Partial<Selection>,
  context: Pick<ArchiveContext, "pattern">,
): (record: ArchiveRecord) => boolean | WantedFact {
  const { of = "document", to } = options;
  const wanted = [of].flat();
  const title = options.title === undefined ? null : context.pattern(options.title);
  const unless = options.unless === undefined ? null : context.pattern(options.unless);
  return (record) => {
    const counted = anyOf(record, wanted);
    if (counted !== true) return counted;
    if (title || unless) {
      if (record.title === null) return "title";
      const words = plainTitle(record.title);
      if ((title && !title.test(words)) || unless?.test(words)) return false;
    }
    if (!to) return true;
    return record.reach === null ? "addressees" : to.some((reach) => record.reach!.includes(reach));
  };
}

/** Whether a document is counted; where a fact is wanting it is not, and the fact is told. */
export const telling =
  (counted: ReturnType<typeof selector>, context: Pick<ArchiveContext, "uncounted">) =>
  (record: ArchiveRecord): boolean => {
    const answer = counted(record);
    if (typeof answer !== "boolean") context.uncounted(answer);
    return answer === true;
  };

function anyOf(record: ArchiveRecord, wanted: readonly (typeof COUNTED)[number][]): boolean | WantedFact {
  const answers = wanted.map((of) => isOf(record, of));
  return answers.find((answer) => answer === true) ?? answers.find((answer) => answer !== false) ?? false;
}

function isOf(record: ArchiveRecord, of: (typeof COUNTED)[number]): boolean | WantedFact {
  if (of === "document") return isBulletin(record) !== true;
  if (of === "bulletin") return isBulletin(record);
  return record.matters === null ? "title" : record.matters.includes(of);
}

/** 简报; one without 文种 may be one. */
function isBulletin({ series, kind }: ArchiveRecord): boolean | WantedFact {
  if (series !== null || kind === "简报") return true;
  return kind === null ? "kind" : false;
}

/** A title in simplified characters without blanks. */
export const plainTitle = (title: string) => simplify(title).replace(/[\s\u3000]/g, "");
