import type { Edit } from "../../model/result.ts";
import { html, type Markup } from "./markup.ts";
import { baseName, type CopyView, type DocumentView, SIGN } from "./view.ts";
import type { Word } from "./word.ts";

/** Copied passages, the draft's on the left and the superior's on the right; what differs is marked on both sides. */
export function sideBySide({ id, copies }: DocumentView, word: Word): Markup | null {
  if (copies.length === 0) return null;
  return html`<p class="hint">${word("html.copies-hint")}</p>
${copies.map((copy) => passage(id, copy, word))}`;
}

function passage(id: string, { number, found, evidence }: CopyView, word: Word): Markup {
  const { draft, other, edits } = evidence;
  const { finding, standing } = found;
  const source = [baseName(other.name), other.clause].filter(Boolean).join(" ");
  return html`<article class="copy" id="${id}-c${number}">
<h4>${finding.place} <a class="ref ${standing}" href="#${id}-f${found.number}" aria-label="${word("html.to-finding", { number: found.number, severity: word(`severity.${standing}`), title: finding.title })}">${SIGN[standing]}${found.number}</a></h4>
<p class="said">${finding.message}</p>
<div class="pair"><div><h5>${word("pretty.draft")}</h5><p lang="zh-CN">${edits ? side(edits, "draft", word) : draft.text}</p></div>
<div><h5>${word("pretty.superior")}${word("pretty.colon")}${source}</h5><p lang="zh-CN">${edits ? side(edits, "source", word) : other.text}</p></div></div>
${edits && html`<p class="changes">${changes(edits, word)}</p>`}
</article>
`;
}

/** One side's words; what only this side has, or has otherwise, is `ins` in the draft and `del` in the superior. */
function side(edits: readonly Edit[], of: "draft" | "source", word: Word): Markup {
  return html`${edits.map((edit) => {
    const text = edit[of];
    if (text === "" || edit.kind === "equal") return text;
    const about = edit.about ? word(`html.about.${edit.about}`) : "";
    return of === "draft" ? html`<ins title="${about}">${text}</ins>` : html`<del title="${about}">${text}</del>`;
  })}`;
}

/** 改动：层级 2，地名 1; where nothing was changed it says so. */
function changes(edits: readonly Edit[], word: Word): string {
  const counts = new Map<string, number>();
  for (const { kind, about = "wording" } of edits)
    if (kind !== "equal") counts.set(about, (counts.get(about) ?? 0) + 1);
  if (counts.size === 0) return word("html.unchanged");
  const said = [...counts].map(([about, count]) => `${word(`html.about.${about}`)} ${count}`);
  return word("html.changed", { changes: said.join(word("pretty.comma")) });
}
