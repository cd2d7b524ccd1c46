import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Outcome } from "../../model/result.ts";
import { ELEMENT_NAMES, elementsNamed } from "../pieces.ts";

/*
 * companion: 要素配套. Where one element stands, another has to stand too.
 *
 *   element  the element that calls for another
 *   needs    the element it calls for
 *
 * Before: with { element: secrecy, needs: copyNumber } a draft with 密级 and without 份号 is a hit at the 密级.
 * After:  a draft without 密级 is not applicable.
 */
const options = (z: Zod) => z.strictObject({ element: z.enum(ELEMENT_NAMES), needs: z.enum(ELEMENT_NAMES) });

type Options = zod.infer<ReturnType<typeof options>>;

export const companion: CheckKind<Options> = {
  name: "companion",
  title: { zh: "要素配套", en: "Companion element" },
  about: {
    zh: "有了一个要素，就得有另一个：例如标了密级的要有份号，有版头的上行文要有签发人。没有前一个要素的，不适用。消息里可用 {text}。",
    en: "Where one element stands another has to stand: a copy number with a secrecy mark, a signer on an upward document with a head. Not applicable without the first. Messages may use {text}.",
  },
  values: ["text"],
  options,
  check(document, { element, needs }): Outcome {
    const [found] = elementsNamed(document, element);
    if (!found) return { notApplicable: { because: `check.no-${element}`, values: {} } };
    if (elementsNamed(document, needs).length > 0) return { hits: [] };
    const span = found.spans[0] ?? null;
    return { hits: [{ span, values: { text: found.text }, evidence: [{ kind: "text", draft: span }] }] };
  },
};
