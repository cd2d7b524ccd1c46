/** New text in place of `remove` characters at an offset. */
export interface Edit {
  at: number;
  remove?: number;
  insert: string;
}

/** The text with all edits done; those at one offset in the order given. Edits do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.at - b.at);
  const pieces: string[] = [];
  let done = 0;
  for (const { at, remove = 0, insert } of sorted) {
    pieces.push(text.slice(done, at), insert);
    done = at + remove;
  }
  return `${pieces.join("")}${text.slice(done)}`;
}
