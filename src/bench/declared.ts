import { type Declared, declareFacts } from "../config/declared.ts";

/** Facts a file declares about itself: front matter, custom properties. Names that are no facts are somebody else's. */
export function declaredIn(raw: Record<string, unknown>): Declared {
  return declareFacts(raw, "file", "tolerate");
}
