import type { OfficialDocument, Role, Span } from "../model/document.ts";
import { marksOf } from "../recognise/responsibility/assign.ts";
import type { Found, Passage, Row } from "../recognise/responsibility/passage.ts";
import { labelAt } from "../recognise/responsibility/roles.ts";

/** A task inside a clause: its words, and the marks that name who does it. */
export interface Task {
  text: string;
  /** Null, or the heading that opens the clause, where sentences of their own follow it. */
  heading: string | null;
  /** Where its words stand, marks left out. */
  passages: Passage[];
  marks: Span[];
  /** Units in its marks and in its running text: name without blanks and role. */
  units: { name: string; role: Role }[];
  block: number;
  /** A mark has ended it: what follows is another task. */
  closed: boolean;
}

/**
 * The tasks of a clause. A mark that closes a sentence (…。（市发展改革委牵头）) ends a task, so that what follows has its own
 * row; brackets and lines that name units or times are no words of a task, units in its running text are.
 */
export function tasksOf(document: OfficialDocument, row: Row): Task[] {
  const marks = marksOf(row, new Map());
  const tasks: Task[] = [];
  const say = (passage: Passage) => {
    if (!SAYS.test(passage.text.slice(passage.start, passage.end))) return;
    let task = tasks.at(-1);
    if (!task || task.closed) {
      task = { text: "", heading: null, passages: [], marks: [], units: [], block: passage.block, closed: false };
      tasks.push(task);
    }
    task.passages.push(passage);
  };
  const ends = ({ block, start, end }: Span) => {
    const task = tasks.at(-1);
    if (!task) return;
    task.marks.push({ block, start, end });
    task.closed ||= tasks.length > 1 || !isHead(task);
  };
  for (const passage of row.passages) {
    const here = marks.filter(
      ({ block, start, end }) => block === passage.block && start >= passage.start && end <= passage.end,
    );
    const closing = here.filter((mark) => closes(mark, passage)).sort((a, b) => a.start - b.start);
    let at = passage.start;
    for (const mark of closing) {
      if (mark.start < at) continue;
      say({ ...passage, start: at, end: mark.start });
      ends(mark);
      at = mark.end;
    }
    if (!isLabel(passage, at)) say({ ...passage, start: at });
    else ends({ block: passage.block, start: at, end: passage.end });
  }
  const heading = headingOf(tasks);
  for (const one of tasks) {
    one.heading = heading;
    one.text = wordsOf(document, one.passages);
    for (const mark of marks) {
      if (![...one.marks, ...one.passages].some((span) => within(mark, span))) continue;
      const text = document.blocks[mark.block]!.text;
      for (const { start, end, role } of mark.units)
        one.units.push({ name: text.slice(start, end).replace(/\s+/g, ""), role });
    }
  }
  return tasks;
}

/** Words on a line of their own, no sentence, are the heading of what follows: taken out of the first task. */
function headingOf(tasks: readonly Task[]): string | null {
  const [first, second] = tasks[0]?.passages ?? [];
  if (!first || !second || first.block === second.block || first.end < first.text.trimEnd().length) return null;
  const words = first.text.slice(first.start, first.end).trim();
  if (words.length > HEADING || /[，,；;：:]|[。！？].*[。！？]/.test(words)) return null;
  tasks[0]!.passages.shift();
  return words.replace(/[。！？]$/, "");
}

/** Characters of the longest heading; a line that a page broke off has a comma sooner. */
const HEADING = 36;

/** （二）落实整改。（市住房城乡建设局负责）对…: a mark behind the head of a clause holds for what follows. */
function isHead({ passages }: Task): boolean {
  const [only, further] = passages;
  if (!only || further) return false;
  const words = only.text.slice(only.start, only.end).trim();
  return words.length <= HEADING && !/[，,；;：:]|[。！？]./.test(words);
}

/** Something is said: two ideographs, letters or digits. */
const SAYS = /[\p{L}\p{N}][\s\S]*[\p{L}\p{N}]/u;

const within = (inner: Span, outer: Span) =>
  inner.block === outer.block && inner.start >= outer.start && inner.end <= outer.end;

/** A line of units, or a bracket before or behind which the sentence ends: one in its middle is part of the sentence. */
function closes(mark: Found, { text, start, end }: Passage): boolean {
  if (mark.form === "line") return true;
  if (mark.form !== "bracket") return false;
  const before = text.slice(start, mark.start).trimEnd();
  const after = text.slice(mark.end, end).trimStart();
  return before === "" || after === "" || /[。；;！!”：:）)]$/.test(before) || /^[。；;（(]/.test(after);
}

/** 责任单位：, 完成时限：2025年底, 责任人：张三 on a line of its own, or the label before a list on the next line. */
function isLabel({ text, end }: Passage, at: number): boolean {
  const words = text.slice(at, end).trim();
  if (/^(?:完成|办结|整改|实施|工作)?(?:时限|期限|时间(?:节点|安排)?)[:：]/.test(words)) return true;
  const from = end - text.slice(at, end).trimStart().length;
  const label = labelAt(text, from, end);
  return label !== null && (label.colon || label.end >= end);
}

/** The words as they are printed: paragraphs on lines of their own, lines that a page broke joined. */
function wordsOf(document: OfficialDocument, passages: readonly Passage[]): string {
  let text = "";
  let last = -1;
  for (const { block, start, end } of passages) {
    const words = document.blocks[block]!.text.slice(start, end)
      .replace(/[\s\u3000]+/g, " ")
      .replace(/([\u4e00-\u9fff，。；：、]) (?=[\u4e00-\u9fff，。；：、])/g, "$1")
      .trim();
    // The full stop behind a bracket that was taken out.
    const whole = words.replace(/^[。；;，,]+\s*/, "");
    const apart = text !== "" && block !== last && /[。；;：:！？”）)]$/.test(text);
    text += apart ? `\n${whole}` : whole;
    last = block;
  }
  return text.replace(/[；;，,]$/, "").trim();
}
