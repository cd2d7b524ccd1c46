/** What a copy of a draft is: with comments, or mended. */
export type CopyMark = "批注" | "修改";

/** 草稿.docx → 草稿.批注.docx; the nth copy of that kind is 草稿.批注2.docx. `name` is without folders. */
export function copyName(name: string, mark: CopyMark, nth = 1): string {
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 ? name.slice(dot) : "";
  return `${name.slice(0, name.length - ending.length)}.${mark}${nth === 1 ? "" : nth}${ending}`;
}

/** A copy of ours by its name: 草稿.批注.docx, 草稿.修改2.md. */
export function isCopy(name: string): boolean {
  return /\.(?:批注|修改)[0-9]{0,3}\.[A-Za-z]+$/.test(name);
}
