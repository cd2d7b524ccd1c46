import { type Language, say } from "../language/say.ts";
import type { Clause, OfficialDocument, Span } from "../model/document.ts";
import { clauseAt, clausePath, position } from "../model/place.ts";

/** The place as a colleague would say it: 第三部分（二）第2项，第31段; 全文 for the whole document. */
export function placeWords(document: OfficialDocument, span: Span | null, language: Language): string {
  if (!span) return say(language, "place.document");
  const clause = clauseAt(document, span);
  const path = clause && (language === "zh" ? spokenPath(document, clause) : clausePath(document, clause));
  const { paragraph, line } = position(document, span);
  const region = document.blocks[span.block]?.region;
  const row =
    region === "header" || region === "footer" || region === "footnote" || region === "endnote" || region === "text-box"
      ? say(language, `place.${region}`)
      : line !== null
        ? say(language, "place.line", { line })
        : paragraph !== null
          ? say(language, "place.paragraph", { paragraph })
          : "";
  return [path, row].filter(Boolean).join(language === "zh" ? "，" : ", ");
}

function spokenPath(document: OfficialDocument, clause: Clause): string {
  const words: string[] = [];
  for (let at: Clause | null = clause; at; at = at.parent === null ? null : (document.clauses[at.parent] ?? null)) {
    words.unshift(spokenLabel(at));
  }
  return words.join("");
}

/** 三、 at the top is 第三部分, an Arabic number 第2项; bracketed, 第…条 and 一是 labels are said as they are printed. */
function spokenLabel(clause: Clause): string {
  const label = clause.label.replace(/[\s\u3000]/g, "").replace(/[、.．，,：:]+$/, "");
  if (clause.style === "chinese" && clause.level === 1) return `第${label}部分`;
  if (clause.style === "arabic") return `第${label}项`;
  return label;
}
