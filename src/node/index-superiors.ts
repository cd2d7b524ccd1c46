import { declaredIn } from "../bench/declared.ts";
import { comparePrepared, prepare, prepareDraft } from "../compare/compare.ts";
import { documentSide } from "../compare/side.ts";
import { openIndex } from "../index-store/open.ts";
import type { SearchOptions } from "../index-store/scope.ts";
import { search } from "../index-store/search.ts";
import { type Language, say } from "../language/say.ts";
import type { Superior } from "../model/check.ts";
import type { OfficialDocument } from "../model/document.ts";
import { recognise } from "../recognise/recognise.ts";

/** Finds superiors of a draft in an index. */
export type FindSuperiors = (draft: OfficialDocument) => Superior[];

/**
 * Superiors of a draft in the index of `folder`: what the draft cites, and what a passage of it stands in. A title the draft
 * rests on that the index does not have comes as a superior that could not be read, so that nothing is passed over in
 * silence. Throws IndexError where the index cannot be used.
 */
export function indexSuperiors(folder: string, options: SearchOptions, language: Language): FindSuperiors {
  const index = openIndex(folder);
  return (draft) => {
    const { found, missing } = search(index, draft, options);
    const side = documentSide(draft);
    const prepared = prepareDraft(side.text, side.furniture);
    const superiors: Superior[] = missing.map((title) => ({
      name: `《${title}》`,
      problem: say(language, "index.cited-missing"),
    }));
    for (const { id, entry, cited } of found) {
      const source = index.source(id);
      const text = source.blocks.map((block) => block.text).join("\n");
      if (!cited && comparePrepared(prepared, [{ name: entry.path, ...prepare(text) }]).length === 0) continue;
      superiors.push({
        name: entry.path,
        document: recognise(source, entry.path, declaredIn(source.declared).facts),
        ...(cited ? {} : { alike: true as const }),
      });
    }
    return superiors;
  };
}
