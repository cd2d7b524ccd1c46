import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const SUPERIOR =
  "某政发〔2026〕3号\n\n某某省人民政府关于加强养老服务设施建设的意见\n\n各市人民政府：\n\n一、每个街道至少建成一处综合养老服务中心，建筑面积不少于500平方米。\n\n某某省人民政府\n\n2026年3月2日\n";

const found = async (text: string, of: string) => {
  const superior = { name: "上级.txt", document: await draft(SUPERIOR, {}, "上级.txt") };
  const document = await draft(text);
  return hitsOf(await verdictOf(document, "citation", { of }, [superior])).map((hit) => textOf(document, hit.span));
};

describe("citation", () => {
  it("finds a title that is nearly the superior's", async () => {
    expect(await found("根据《某某省人民政府关于加强养老服务设施建设的通知》制定。", "title")).toHaveLength(1);
    expect(await found("根据《关于加强养老服务设施建设的意见》制定。", "title")).toEqual([]);
    expect(await found("根据《中华人民共和国老年人权益保障法》制定。", "title")).toEqual([]);
  });

  it("finds another number behind its title, whatever the brackets", async () => {
    const cited = (number: string) => `根据《某某省人民政府关于加强养老服务设施建设的意见》（${number}）制定。`;
    expect(await found(cited("某政发〔2026〕2号"), "number")).toEqual(["某政发〔2026〕2号"]);
    expect(await found(cited("某政发〔2026〕3号"), "number")).toEqual([]);
    expect(await found(cited("某政发[2026]3号"), "number")).toEqual([]);
  });

  it("finds a quotation with a changed word, and leaves others alone", async () => {
    expect(await found("省政府要求“每个街道至少建成两处综合养老服务中心”。", "quote")).toHaveLength(1);
    expect(await found("省政府要求“每个街道至少建成一处综合养老服务中心”。", "quote")).toEqual([]);
    expect(await found("我市提出“让每一位老人就近享受助餐服务的目标”。", "quote")).toEqual([]);
  });
});
