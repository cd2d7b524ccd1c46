import type { Clause, Element, OfficialDocument } from "../model/document.ts";
import { rowOf, textOf } from "../model/place.ts";

const text = (element: Element | null) => element?.text ?? null;

/** The file's view that `outline --format json` prints: what was recognised, by line (docx: by paragraph). */
export function outlineView(document: OfficialDocument) {
  const { elements, body } = document;
  return {
    title: text(elements.title),
    docNumber: text(elements.docNumber),
    addressees: text(elements.addressees),
    signature: text(elements.signature),
    date: text(elements.date),
    attachments: elements.attachments.map((attachment) => attachment.text),
    body: body && { firstLine: rowOf(document, body.first), lastLine: rowOf(document, body.last) },
    parts: document.parts.map((part) => ({
      name: part.name,
      title: text(part.title),
      body: part.body && { firstLine: rowOf(document, part.body.first), lastLine: rowOf(document, part.body.last) },
    })),
    facts: Object.fromEntries(
      Object.entries(document.facts).map(([name, fact]) => [
        name,
        fact.origin === "unknown"
          ? { value: null, origin: fact.origin }
          : {
              value: fact.value,
              origin: fact.origin,
              evidence: typeof fact.evidence === "string" ? fact.evidence : textOf(document, fact.evidence ?? null),
            },
      ]),
    ),
    clauses: document.clauses.filter((clause) => !clause.inline).map((clause) => clauseView(document, clause)),
  };
}

function clauseView(document: OfficialDocument, clause: Clause) {
  return {
    line: rowOf(document, clause.span.block),
    label: clause.label,
    level: clause.level,
    text: textOf(document, clause.span),
    leaf: clause.leaf,
    measure: clause.measure,
    deadline: clause.deadline?.text ?? null,
    responsibility: {
      form: clause.responsibility.form,
      vague: clause.responsibility.vague,
      units: clause.responsibility.units.map(({ name, role }) => ({ name, role })),
    },
  };
}
