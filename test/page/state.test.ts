import { describe, expect, it } from "vitest";
import { readPreferences, writePreferences } from "../../src/page/address.ts";
import type { DroppedFile } from "../../src/page/messages.ts";
import { addDrafts, addPacks, addSuperiors, MOST_DRAFTS, type PageState } from "../../src/page/state.ts";

const shipped = [
  { name: "gongwen", standard: true },
  { name: "hegao", standard: false },
];
const empty = (): PageState => ({
  language: "zh",
  packs: ["gongwen"],
  ownPacks: [],
  mistakes: null,
  drafts: [],
  superiors: [],
  shown: null,
});
const file = (name: string, byte = 1): DroppedFile => ({ name, bytes: new Uint8Array([byte]) });

describe("the address of the page", () => {
  it.each(["", "?packs=gongwen,hegao", "?packs=hegao&lang=en", "?lang=en"])("brings back %j", (query) => {
    expect(writePreferences(readPreferences(query, shipped), shipped)).toBe(query);
  });

  it("passes over packs that do not come with the page, and dropped ones do not stand in it", () => {
    expect(readPreferences("?packs=../../etc,javascript:1", shipped).packs).toEqual(["gongwen"]);
    expect(writePreferences({ packs: ["hegao", "本单位.yaml"], language: "zh" }, shipped)).toBe("?packs=hegao");
  });
});

describe("files on the page", () => {
  it("puts a draft dropped again in the place of the one of its name, and keeps its facts", () => {
    const state = empty();
    addDrafts(state, [file("a.docx"), file("b.docx")]);
    Object.assign(state.drafts[0]!, { phase: "done", facts: { deployment: "special" } });
    addDrafts(state, [file("a.docx", 2)]);
    expect(state.drafts.map(({ id, file: { name } }) => [id, name])).toEqual([
      ["d1", "a.docx"],
      ["d2", "b.docx"],
    ]);
    expect(state.drafts[0]).toMatchObject({
      phase: "waiting",
      facts: { deployment: "special" },
      file: file("a.docx", 2),
    });
  });

  it("takes so many drafts and says how many it left out", () => {
    const state = empty();
    const files = Array.from({ length: MOST_DRAFTS + 3 }, (_, at) => file(`${at}.md`));
    expect(addDrafts(state, files).left).toBe(3);
    expect(state.drafts).toHaveLength(MOST_DRAFTS);
  });

  it("chooses a dropped pack, and replaces it when it is dropped again", () => {
    const state = empty();
    addPacks(state, [{ name: "本单位.yaml", text: "a" }]);
    addPacks(state, [{ name: "本单位.yaml", text: "b" }]);
    expect(state.packs).toEqual(["gongwen", "本单位.yaml"]);
    expect(state.ownPacks).toEqual([{ name: "本单位.yaml", text: "b" }]);
  });

  it("holds a superior once", () => {
    const state = empty();
    addSuperiors(state, [file("上级.docx"), file("上级.docx", 2)]);
    expect(state.superiors).toEqual([file("上级.docx", 2)]);
  });
});
