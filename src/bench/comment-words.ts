import { type Language, say } from "../language/say.ts";
import type { OfficialDocument } from "../model/document.ts";
import { textOf } from "../model/place.ts";
import type { Finding } from "../model/result.ts";
import { basisText } from "../report/pretty-finding.ts";
import type { CommentWords } from "../revise/annotate.ts";

/** Characters of quoted text in a comment: a margin is narrow. */
const QUOTED = 120;

/** What a comment says: 问题, 依据, 怎么改, the superior's words of a copy, and what it is about if not what it stands on. */
export function commentWords(document: OfficialDocument, language: Language): CommentWords {
  const word = (key: string, values?: Record<string, string | number>) => say(language, key, values);
  return (finding: Finding, kind) => {
    const lines = [word("annotate.problem", { title: finding.title, message: finding.message })];
    for (const basis of finding.basis) lines.push(word("annotate.basis", { text: basisText({ word }, basis) }));
    if (finding.threshold) lines.push(word("pretty.threshold"));
    for (const { kind: of, other } of finding.evidence) {
      if (of !== "copy" || !other) continue;
      const name = other.clause ? `${other.name} ${other.clause}` : other.name;
      lines.push(word("annotate.superior", { name, text: shortened(other.text) }));
    }
    if (finding.advice) lines.push(word("annotate.advice", { text: finding.advice }));
    if (kind !== "words") lines.push(word(`annotate.${kind}`, { text: shortened(textOf(document, finding.span)) }));
    return lines;
  };
}

function shortened(text: string): string {
  const characters = [...text.trim()];
  return characters.length <= QUOTED ? characters.join("") : `${characters.slice(0, QUOTED - 1).join("")}…`;
}
