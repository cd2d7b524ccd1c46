import type { OfficialDocument, Span } from "../model/document.ts";
import { textOf } from "../model/place.ts";
import { findDeadline } from "../recognise/responsibility/deadline.ts";
import type { Passage } from "../recognise/responsibility/passage.ts";
import type { LedgerTime } from "./ledger.ts";

/** Time limits that one task may have: 6月底前…，9月底前…，年底前…; what has more is a calendar. */
const MOST = 8;

/** Every time limit of a task in the order of its text, each once. */
export function timesOf(document: OfficialDocument, passages: readonly Passage[]): LedgerTime[] {
  const { issuedOn } = document.facts;
  const issued = issuedOn.origin === "unknown" ? null : issuedOn.value;
  const times = new Map<string, LedgerTime>();
  let left = [...passages];
  for (let count = 0; count < MOST; count++) {
    const found = findDeadline(left, issued);
    if (!found) break;
    const text = textOf(document, found.span)
      .replace(/\s+/g, "")
      .replace(/[，,]$/, "");
    if (!times.has(text)) times.set(text, { text, until: found.until, recurring: found.recurring });
    const at = left.findIndex(
      ({ block, start, end }) => block === found.span.block && start <= found.span.start && end >= found.span.end,
    );
    left = [{ ...left[at]!, start: found.span.end }, ...left.slice(at + 1)];
  }
  return [...times.values()];
}

const STATED = /(?:完成|办结|整改|实施|工作)?(?:时限|期限|时间(?:节点|安排)?)[:：]\s*([^；;，,。）)\]】]{1,40})/;
/** 长期坚持 and the like close a mark: no day, but what the document says. */
const LASTING = /(?:^|[，,；;。：:])\s*((?:长期|持续|常态化)(?:坚持|推进|开展|实施)?)\s*[）)\]】。]*$/;

/** What the marks of a task say about its time where that is no date: 完成时限：长期坚持. */
export function labelledTime(document: OfficialDocument, marks: readonly Span[]): LedgerTime[] {
  for (const mark of marks) {
    const dated = timesOf(document, [{ ...mark, text: document.blocks[mark.block]!.text }]);
    if (dated.length > 0) return dated;
    const words = textOf(document, mark);
    const text = STATED.exec(words)?.[1]?.trim() ?? LASTING.exec(words)?.[1];
    if (text) return [{ text, until: null, recurring: false }];
  }
  return [];
}
