import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PHRASES } from "../../src/compare/phrases.data.ts";
import { gazetteer, placeEnd, placeMentions } from "../../src/compare/places.ts";

const lexicon = (name: string) =>
  parse(readFileSync(fileURLToPath(new URL(`../../rules/lexicon/${name}.yaml`, import.meta.url)), "utf8"));

describe("the compiled lexicon", () => {
  it("holds every phrase of the plain data, each group with its origin", () => {
    const groups = ["set-phrases", "political-wording"].flatMap(
      (name) => lexicon(name).groups as { from: string; entries: string[] }[],
    );
    expect(PHRASES.split("\n")).toEqual(groups.flatMap((group) => group.entries));
    for (const group of groups) expect(group.from).not.toBe("");
  });

  it("holds every place of the plain data", () => {
    const { provinces } = lexicon("places") as { provinces: Record<string, Record<string, string | null> | null> };
    const names = Object.entries(provinces).flatMap(([province, prefectures]) => [
      province,
      ...Object.entries(prefectures ?? {}).flatMap(([prefecture, list]) => [
        ...(prefecture === "直辖" ? [] : [prefecture]),
        ...(list ?? "").split(" ").filter(Boolean),
      ]),
    ]);
    expect(gazetteer().places.map((place) => place.name)).toEqual(names);
    expect(gazetteer().places.filter((place) => place.level === 0)).toHaveLength(34);
  });
});

describe("places in running text", () => {
  const stem = (text: string) => text.slice(0, placeEnd(text, 0));

  it("takes a short name only with a level or office word behind it", () => {
    expect(stem("天水市政府")).toBe("天水");
    expect(stem("平安是福")).toBe("");
    expect(stem("平安区政府")).toBe("平安");
    expect(stem("江西的经验")).toBe("江西");
    expect(stem("景德镇的陶瓷")).toBe("景德镇");
    expect(stem("延边朝鲜族自治州")).toBe("延边朝鲜族自治");
  });

  it("does not read a county into a sentence", () => {
    expect(placeMentions("市和县（市、区）人民政府，各县和新县城")).toEqual([]);
    expect(placeMentions("马鞍山市和县").map((mention) => mention.places[0]!.name)).toEqual(["马鞍山市", "和县"]);
    expect(placeMentions("由沛县负责，沛县牵头").map((mention) => mention.start)).toEqual([6]);
  });

  it("knows where a place lies", () => {
    const [mention] = placeMentions("由乐平市负责");
    expect(mention).toMatchObject({
      start: 1,
      end: 4,
      places: [{ name: "乐平市", province: "江西省", prefecture: "景德镇市" }],
    });
  });
});
