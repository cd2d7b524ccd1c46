import { type Cut, preserving } from "./cut.ts";
import type { Edit } from "./edit.ts";
import type { MainMap, Text } from "./runs.ts";

/** A comment by its number and where it begins and ends. */
export interface Marked {
  id: number;
  start: Cut;
  end: Cut;
}

interface Place {
  cut: Cut;
  ends: string[];
  starts: string[];
}

/**
 * What is put into the main part for comments: nothing is taken out or changed. Where several meet, those that end
 * stand before those that begin. The reference run of a comment follows its end at once.
 */
export function markEdits(xml: string, map: MainMap, marked: readonly Marked[]): Edit[] {
  const places = new Map<number, Place>();
  const at = (cut: Cut): Place => {
    const known = places.get(cut.at) ?? { cut, ends: [], starts: [] };
    places.set(cut.at, known);
    return known;
  };
  const { element } = naming(map);
  const end = (id: number) => `${element("commentRangeEnd", id)}${element("r", null, element("commentReference", id))}`;
  for (const { id, start, end: close } of marked) {
    if (start.at === close.at) at(start).starts.push(element("commentRangeStart", id) + end(id));
    else {
      at(start).starts.push(element("commentRangeStart", id));
      at(close).ends.push(end(id));
    }
  }
  const edits: Edit[] = [];
  const cutTexts = new Map<Text, Cut[]>();
  for (const { cut, ends, starts } of [...places.values()].sort((a, b) => a.cut.at - b.cut.at)) {
    edits.push({ at: cut.at, insert: `${cut.close}${ends.join("")}${starts.join("")}${cut.open}` });
    if (!cut.text) continue;
    const cuts = cutTexts.get(cut.text);
    if (cuts) cuts.push(cut);
    else cutTexts.set(cut.text, [cut]);
  }
  for (const [text, cuts] of cutTexts) edits.push(...preserving(xml, text, cuts));
  return edits;
}

/** Writes elements of the main namespace with the prefix the part uses at its root, or one of their own. */
export function naming({ prefix, uri }: Pick<MainMap, "prefix" | "uri">) {
  const p = prefix ?? "w";
  const declaration = prefix === null ? ` xmlns:w="${uri}"` : "";
  return {
    /** `attributes` come behind the number. */
    element(name: string, id: number | null, inner = "", attributes: [string, string][] = []): string {
      const all = [...(id === null ? [] : [["id", String(id)] as const]), ...attributes];
      const written = all.map(([key, value]) => ` ${p}:${key}="${value}"`).join("");
      const start = `<${p}:${name}${declaration}${written}`;
      return inner === "" ? `${start}/>` : `${start}>${inner}</${p}:${name}>`;
    },
  };
}
