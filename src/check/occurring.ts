import type { CheckContext } from "../model/check.ts";
import type { Piece } from "./pieces.ts";

/**
 * Of the patterns those that may match in one of the pieces: one search over all of them rules most out. `name` says
 * which pieces these are; a match across two of them counts too, and costs no more than a look.
 */
export function occurring(
  sources: readonly string[],
  pieces: readonly Piece[],
  name: string,
  context: CheckContext,
): string[] {
  const all = context.once(`joined ${name}`, () => pieces.map((piece) => piece.text).join("\n"));
  return sources.filter((source) => isAnchored(source) || context.pattern(source).test(all));
}

/** Whether a pattern asks where a text begins or ends: joined texts have lost their ends. */
function isAnchored(source: string): boolean {
  if (!source.includes("^") && !source.includes("$") && !source.includes("\\")) return false;
  return /[\^$]|\\[^\w.()[\]{}*+?|/-]|\\[AzZ]/.test(source.replace(/\[\^?\]?(?:\\.|[^\]])*\]/g, ""));
}
