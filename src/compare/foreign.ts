import type { OfficialDocument } from "../model/document.ts";
import { isBehind, type Place, type PlaceMention, placeMentions } from "./places.ts";

/** The area an issuer is responsible for: the lowest place its name tells. Null where no name tells one. */
export function issuerArea(document: OfficialDocument): Place | null {
  const { issuer } = document.facts;
  const names = [
    issuer.origin === "unknown" ? "" : issuer.value,
    document.elements.issuerMark?.text ?? "",
    document.elements.signature?.text ?? "",
    document.elements.title?.text ?? "",
  ];
  for (const name of names) {
    const mentions = placeMentions(name);
    const last = mentions.at(-1);
    if (last) return nearest(last, mentions[0]!);
  }
  return null;
}

/** Of several places of one name, the one that lies in the area named before it: 长春市朝阳区. */
function nearest(mention: PlaceMention, before: PlaceMention): Place {
  const inside = mention.places.find((place) => before.places.some((outer) => contains(outer, place)));
  return inside ?? mention.places[0]!;
}

/** Whether `inner` is `outer` or lies in it. */
function contains(outer: Place, inner: Place): boolean {
  if (outer.province !== inner.province) return false;
  if (outer.level === 0) return true;
  if (outer.level === 1) return inner.prefecture === outer.prefecture;
  return inner.level === 2 && inner.name === outer.name && inner.prefecture === outer.prefecture;
}

/**
 * A place of which no reading lies in the area or contains it. Districts of two characters (新城区, 城中区, 和平区) are
 * common words too: they count only behind the name of their city.
 */
export function isForeign(words: string, mention: PlaceMention, area: Place): boolean {
  const name = words.slice(mention.start, mention.end);
  if (
    name.length <= 3 &&
    name.endsWith("区") &&
    !mention.places.some((place) => isBehind(words, mention.start, place))
  ) {
    return false;
  }
  return mention.places.every((place) => !contains(area, place) && !contains(place, area));
}
