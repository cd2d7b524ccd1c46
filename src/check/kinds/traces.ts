import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Hit, Outcome } from "../../model/result.ts";

/*
 * traces: 修改痕迹. Comments, revisions, hidden text and the like that are still in the file.
 *
 *   kinds  insertion, deletion, move (revisions) · comment · hidden-text · external-link · active-content
 *
 * Before: with { kinds: [comment] } a docx with two comments is one hit, at the first, count 2.
 * After:  the same file without comments is held. Text formats have none and are not applicable.
 */
const KINDS = ["insertion", "deletion", "move", "comment", "hidden-text", "external-link", "active-content"] as const;

const options = (z: Zod) => z.strictObject({ kinds: z.array(z.enum(KINDS)).min(1) });

type Options = zod.infer<ReturnType<typeof options>>;

export const traces: CheckKind<Options> = {
  name: "traces",
  title: { zh: "修改痕迹", en: "Traces of editing" },
  about: {
    zh: "看 docx 里还有没有批注、修订、隐藏文字、外部链接、宏。一份文件报一次，落在第一处。消息里可用 {count}、{first}（第一处的文字）。",
    en: "Looks for comments, revisions, hidden text, external links and macros left in a docx. One hit a document, at the first place. Messages may use {count}, {first}.",
  },
  values: ["count", "first"],
  options,
  check(document, { kinds }): Outcome {
    if (document.source.format !== "docx") {
      return { notApplicable: { because: "check.no-traces", values: { format: document.source.format } } };
    }
    const found = document.source.traces.filter((trace) => (kinds as readonly string[]).includes(trace.kind));
    const [first] = found;
    if (!first) return { hits: [] };
    const block = document.blocks[first.block];
    const hit: Hit = {
      span: block ? { block: block.index, start: 0, end: block.text.length } : null,
      values: { count: found.length, first: first.text.trim().slice(0, 40) },
    };
    return { hits: [hit] };
  },
};
