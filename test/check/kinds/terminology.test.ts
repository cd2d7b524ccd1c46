import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const terms = [{ was: ["国土资源局"], now: "自然资源局", since: "2019-01-01" }];

const hits = async (text: string, issuedOn?: string) => {
  const document = await draft(text, issuedOn ? { issuedOn } : {});
  const found = hitsOf(await verdictOf(document, "terminology", { terms }));
  return found.map((hit) => ({ text: textOf(document, hit.span), atMost: hit.atMost }));
};

describe("terminology", () => {
  it("finds an old name in a new document", async () => {
    expect(await hits("由市国土资源局负责。", "2026-08-03")).toEqual([{ text: "国土资源局", atMost: undefined }]);
  });

  it("leaves an older document alone, and is an info where the date is unknown", async () => {
    expect(await hits("由市国土资源局负责。", "2015-08-03")).toEqual([]);
    expect(await hits("由市国土资源局负责。")).toEqual([{ text: "国土资源局", atMost: "info" }]);
  });

  it.each([
    "由原市国土资源局移交。",
    "市国土资源局（现市自然资源局）移交。",
    "按市国土资源局《关于用地审批的通知》执行。",
    "2016年以来，市国土资源局清理了一批用地。",
    "统一改“国土资源局”标牌。",
  ])("takes history for history: %s", async (text) => {
    expect(await hits(text, "2026-08-03")).toEqual([]);
  });
});
