import type * as zod from "zod";
import type { ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { Counts } from "../counts.ts";
import { tally } from "../outcome.ts";

/*
 * supply: 补发责任清单。The documents of an issuer whose measures name no unit: the list to be supplied.
 *
 *   since   ISO day; documents issued before it are let go
 *   share   least share of a document's measures that name no unit, 0–1 (default: one is enough)
 */
const options = (z: Zod) =>
  z.strictObject({
    since: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional(),
    share: z.number().min(0).max(1).default(0),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const supply: ArchiveKind<Options> = {
  name: "supply",
  scope: "archive",
  order: "issuer",
  title: { zh: "要补发责任清单的文件", en: "Documents to be supplied with responsibilities" },
  about: {
    zh: "按发文机关列出 since 以来发的、措施没有写明责任单位的政策性文件：这些文件要补发责任清单。消息里可用 {issuer}、{actual}、{measures}、{unnamed}。",
    en: "Lists by issuer the policy documents since a day whose measures name no responsible unit. Messages may use {issuer}, {actual}, {measures}, {unnamed}.",
  },
  values: ["issuer", "actual", "measures", "unnamed"],
  options,
  begin(given, context) {
    const found = tally();
    const open = new Counts<"open">();
    let measures = 0;
    let unnamed = 0;
    return {
      document(document) {
        const { record } = document;
        if (record.policyDocument === null) return context.uncounted("policyDocument");
        if (!record.policyDocument || record.measures.total === 0) return;
        if (record.issuer === null) return context.uncounted("issuer");
        if (given.since !== undefined) {
          if (record.issuedOn === null) return context.uncounted("issuedOn");
          if (record.issuedOn < given.since) return;
        }
        const { total, unnamed: without } = record.measures;
        if (without === 0 || without < given.share * total) return found.held();
        open.add("open", document);
        measures += total;
        unnamed += without;
      },
      issuer(issuer) {
        const { total, documents } = open.get("open");
        if (total > 0) {
          const values = { issuer, actual: total, measures, unnamed };
          found.hit({ issuer, year: null, values, documents, total });
        }
        open.clear();
        measures = 0;
        unnamed = 0;
      },
      end: () => found.outcome({ key: "archive.none-concerned" }),
    };
  },
};
