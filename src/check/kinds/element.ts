import type * as zod from "zod";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { Element, OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { ELEMENT_NAMES, elementsNamed } from "../pieces.ts";
import { converted, isSaved } from "../saved.ts";

/*
 * element: 要素。An element of GB/T 9704-2012 is there, is not there, or is written as it should be.
 *
 *   element  title, docNumber, addressees, date, signature, attachments …
 *   present  required (default) | forbidden | optional (only its form is looked at)
 *   pattern  RE2; an element that does not match is a hit
 *   except   RE2; an element that matches is a hit
 *   or       other elements of which one is enough where this one is missing: publicity or secrecy
 *   saved    same (default) | info: what an element missing in Markdown is worth, where drafts have no 版记. In plain text
 *            and HTML it is an info either way: pages saved from the web lose head and 版记
 *   printed  attachments only: every annexed paper has the number and title the 附件说明 gives (default false)
 *
 * Before: with { element: date } a document without 成文日期 is a hit without a span.
 * After:  with { element: docNumber, present: optional, pattern: … } a document without 发文字号 is not applicable, and
 *         “天政办发[2019]12号” is a hit at those words.
 */
const options = (z: Zod) =>
  z.strictObject({
    element: z.enum(ELEMENT_NAMES),
    present: z.enum(["required", "forbidden", "optional"]).default("required"),
    pattern: z.string().min(1).optional(),
    except: z.string().min(1).optional(),
    or: z.array(z.enum(ELEMENT_NAMES)).default([]),
    saved: z.enum(["same", "info"]).default("same"),
    printed: z.boolean().default(false),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const element: CheckKind<Options> = {
  name: "element",
  title: { zh: "公文要素", en: "Element" },
  about: {
    zh: "看标题、发文字号、主送机关、成文日期、落款、附件说明等要素有没有、写法对不对；附件说明还可以与所附附件的序号和标题核对。消息里可用 {text}（要素原文）、{other}（附件自己的标题）。",
    en: "Whether an element (title, number, addressees, date, signature, attachment list …) is there and how it is written; the attachment list can be held against the annexed papers. Messages may use {text}, {other}.",
  },
  values: ["element", "text", "other"],
  options,
  patterns: (given) => [given.pattern, given.except].filter((source) => source !== undefined),
  check(document, options, context): Outcome {
    const found = elementsNamed(document, options.element);
    if (options.printed && document.attachments.length === 0) {
      return { notApplicable: { because: "check.no-annexed", values: {} } };
    }
    if (found.length === 0) {
      if (options.present === "required" && options.or.some((one) => elementsNamed(document, one).length > 0)) {
        return { hits: [] };
      }
      if (options.present === "required") {
        const lost = isSaved(document) || (options.saved === "info" && document.source.format !== "docx");
        const missing = { span: null, values: valuesOf(options, "") };
        return { hits: [lost ? { ...missing, atMost: "info", note: { key: "check.element-saved" } } : missing] };
      }
      return options.present === "forbidden"
        ? { hits: [] }
        : { notApplicable: { because: `check.no-${options.element}`, values: {} } };
    }
    if (options.present === "forbidden") return { hits: found.map((one) => hit(options, one)) };
    const wrong = found.filter((one) => isMalformed(one.text, options, context)).map((one) => hit(options, one));
    return { hits: options.printed ? [...wrong, ...differing(document, options)] : wrong };
  },
};

function valuesOf(options: Options, text: string, other = ""): Record<string, string> {
  return { element: options.element, text, other };
}

function hit(options: Options, found: Element, other = ""): Hit {
  const span = found.spans[0] ?? null;
  return { span, values: valuesOf(options, found.text, other), evidence: [{ kind: "text", draft: span }] };
}

function isMalformed(text: string, { pattern, except }: Options, context: CheckContext): boolean {
  const trimmed = text.trim();
  if (pattern !== undefined && !context.pattern(pattern).test(trimmed)) return true;
  return except !== undefined && context.pattern(except).test(trimmed);
}

/**
 * Names in the 附件说明 whose annexed paper bears another title. Papers that are not in the file say nothing, nor does
 * the second of one number: an annexed plan has annexes of its own. A title that only says more (2022年度…) agrees.
 */
function differing(document: OfficialDocument, options: Options): Hit[] {
  const named = document.elements.attachments;
  const seen = new Set<number>();
  return document.attachments.flatMap((annexed) => {
    const digits = /[0-9]+/.exec(annexed.label)?.[0];
    if (digits === undefined && named.length > 1) return [];
    const number = Number(digits ?? 1);
    const name = named[number - 1];
    if (!name || !annexed.title || seen.has(number)) return [];
    seen.add(number);
    const [one, other] = [bare(name.text), bare(annexed.title.text)];
    if (one.includes(other) || other.includes(one)) return [];
    const found = hit(options, name, annexed.title.text);
    return isSaved(document) && !alike(one, other) ? converted([found]) : [found];
  });
}

/** Half of the shorter title's pairs of characters stand in the other: one title in two wordings, not another line. */
function alike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let shared = 0;
  for (let i = 0; i + 2 <= short.length; i++) if (long.includes(short.slice(i, i + 2))) shared++;
  return shared * 2 >= short.length - 1;
}

/** A title without what may differ: spaces, 书名号, closing marks, script. */
function bare(title: string): string {
  return simplify(title).replace(/[\s\u3000《》〈〉（）()“”"。，；;,.]/g, "");
}
