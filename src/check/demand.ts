/** Words that turn a phrase round: a text that forbids, ends or warns against something does not ask for it. */
const TURNED =
  /不得|不要|不再|不搞|不准|不许|不允许|不能|不可|不应|不宜|不予|不以|不将|不把|不会|不需|不必|严禁|禁止|杜绝|防止|避免|克服|纠正|整治|治理|清理|取消|减少|压减|精简|严控|控制|力戒|反对|摒弃|查处|无需|无须|免于|停止|未经|变相/;

/** Where a phrase may begin anew; 、 joins a list and is none. */
const BREAK = /[。；;！？!?，,：:\n]/;

/** Where a sentence ends. */
const END = /[。；;！？!?\n]/;

/** How far back a turning word is looked for, in characters; longer sentence parts do not occur between two commas. */
const REACH = 60;

const OPENING = "“「『《〈";
const CLOSING = "”」』》〉";

/** A mark that is not closed within so many characters opens nothing: somebody forgot it, or typed “ for ”. */
const QUOTE = 300;

/** Marks every character that stands inside “…”, 「…」, 《…》 or 〈…〉: quoted words are somebody else's. */
export function quoted(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  const open: { kind: number; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const opening = OPENING.indexOf(text[i]!);
    if (opening >= 0) open.push({ kind: opening, at: i });
    const closing = CLOSING.indexOf(text[i]!);
    if (closing < 0) continue;
    while (open.length > 0 && open[open.length - 1]!.kind !== closing) open.pop();
    const from = open.pop();
    if (from && i - from.at <= QUOTE) mask.fill(1, from.at, i + 1);
  }
  return mask;
}

/** The sentence around a match, at most `QUOTE` characters to either side. */
export function sentenceNear(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < QUOTE && !END.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < QUOTE && !END.test(text[to]!)) to++;
  return text.slice(from, to);
}

/** Whether the text asks for what stands at `start`: it is not negated or forbidden in the same part of the sentence. */
export function isDemanded(text: string, start: number): boolean {
  let from = start;
  while (from > 0 && start - from < REACH && !BREAK.test(text[from - 1]!)) from--;
  return !TURNED.test(text.slice(from, start));
}
