import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { readText } from "../../src/read/text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { outlineView } from "../../src/report/outline.ts";
import { docxCopy } from "./docx-copies.ts";

type View = ReturnType<typeof outlineView>;

/** What a text and its Word copy do not have in common: rows of clauses of either, and elements by name. */
export interface Difference {
  clauses: number;
  rows: string[];
  elements: string[];
}

const ELEMENTS = ["title", "docNumber", "addressees", "signature", "date", "attachments", "body"] as const;

/** What the labels say of a clause; its words are those of the line. */
const rowOf = ({ line, level, leaf, measure, deadline, responsibility }: View["clauses"][number]) =>
  JSON.stringify({ line, level, leaf, measure, deadline, responsibility });

/** Recognises a text, lines ended by \n, and its Word copy, and compares all that the outline says of both. */
export function differenceInWord(text: string): Difference {
  const result = readDocx(docxCopy(text), DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  const ofCopy = outlineView(recognise(result.source, "copy", {}));
  const ofText = outlineView(recognise(readText(text, "utf-8", DEFAULT_LIMITS), "copy", {}));
  const left = new Set(ofCopy.clauses.map(rowOf));
  const rows = ofText.clauses.map(rowOf).filter((row) => !left.delete(row));
  const plain = (view: View, element: (typeof ELEMENTS)[number]) =>
    JSON.stringify(view[element]).replace(/\s|\\[nt]|\u3000/g, "");
  return {
    clauses: ofText.clauses.length,
    rows: [...rows.map((row) => `text ${row}`), ...[...left].map((row) => `copy ${row}`)],
    elements: ELEMENTS.filter((element) => plain(ofText, element) !== plain(ofCopy, element)),
  };
}
