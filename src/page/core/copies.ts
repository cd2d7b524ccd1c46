import { commentWords } from "../../bench/comment-words.ts";
import { say, type Values } from "../../language/say.ts";
import { openDocument } from "../../lint.ts";
import { annotate } from "../../revise/annotate.ts";
import { type CopyMark, copyName } from "../../revise/copy-name.ts";
import { fixDocument } from "../../revise/fix-document.ts";
import type { Answer, Job } from "../messages.ts";
import { checkUp, type Desk, draftOf, READING } from "./desk.ts";

/** 草稿.批注.docx or 草稿.修改.docx with the words the command has for it, or why there is none. */
export async function copyOf(job: Job, mark: CopyMark, desk: Desk): Promise<Answer> {
  return mark === "批注" ? annotated(job, desk) : fixed(job, desk);
}

async function annotated(job: Job, desk: Desk): Promise<Answer> {
  const { language } = desk.setUp;
  const tell = (key: string, values: Values = {}) => say(language, key, { path: job.draft.name, ...values });
  const { result, checked } = await checkUp(job, desk);
  if (!checked) return { answer: "nothing", said: result.problem?.message ?? "" };
  const { document, bytes, findings } = checked;
  const open = findings.filter(({ suppressed }) => !suppressed);
  if (open.length === 0) return { answer: "nothing", said: tell("annotate.none") };
  const copy = annotate(bytes, document, open, commentWords(document, language));
  if (!copy.ok) return { answer: "nothing", said: tell(copy.reason, copy.values) };
  const name = copyName(document.name, "批注");
  return {
    answer: "file",
    name,
    bytes: copy.bytes,
    said: tell("annotate.copy", { copy: name, count: copy.placed.length }),
  };
}

async function fixed({ draft }: Job, { setUp: { language } }: Desk): Promise<Answer> {
  const tell = (key: string, values: Values = {}) => say(language, key, { path: draft.name, ...values });
  const opened = await openDocument(draftOf(draft), READING);
  if (!opened.ok) return { answer: "nothing", said: say(language, opened.failure.reason, opened.failure.values) };
  const copy = fixDocument(opened.bytes, opened.document);
  if (!copy.ok) return { answer: "nothing", said: tell(copy.reason, copy.values) };
  const left = copy.left.length > 0 ? say(language, "fix.left", { count: copy.left.length }) : "";
  if (copy.done.length === 0) return { answer: "nothing", said: tell("fix.none", { left }) };
  const name = copyName(draft.name, "修改");
  return {
    answer: "file",
    name,
    bytes: copy.bytes,
    said: tell("fix.copy", { copy: name, count: copy.done.length, left }),
  };
}
