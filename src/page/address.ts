import { LANGUAGES, type Language } from "../language/say.ts";

/** What of the page stands in its address, so that a bookmark brings it back: packs and language, never a text. */
export interface Preferences {
  packs: string[];
  language: Language;
}

/** `?packs=tianshui-2019,hegao&lang=en`; packs that do not come with the page are passed over. */
export function readPreferences(query: string, shipped: readonly { name: string; standard: boolean }[]): Preferences {
  const given = new URLSearchParams(query);
  const named = (given.get("packs") || "").split(",").filter((name) => shipped.some((pack) => pack.name === name));
  const standard = shipped.flatMap(({ name, standard }) => (standard ? [name] : []));
  const language = LANGUAGES.find((one) => one === given.get("lang")) || "zh";
  return { packs: named.length > 0 ? named : standard, language };
}

export function writePreferences(
  { packs, language }: Preferences,
  shipped: readonly { name: string; standard: boolean }[],
): string {
  const lasting = packs.filter((name) => shipped.some((pack) => pack.name === name));
  const usual = shipped.every(({ name, standard }) => standard === lasting.includes(name));
  const parts = [
    ...(usual || lasting.length === 0 ? [] : [`packs=${lasting.join(",")}`]),
    ...(language === "zh" ? [] : [`lang=${language}`]),
  ];
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
