import { describe, expect, it } from "vitest";
import type { Superior } from "../../../src/model/check.ts";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const ABOVE = `江岭省人民政府关于促进家政服务业提质扩容的若干措施

各市、县人民政府：

为解决家政服务供给不足的问题，制定以下措施。

一、每年组织全省性家政服务员回炉培训不少于两次，培训结果纳入家政企业信用评价，对培训合格的家政服务员优先推荐就业。

二、推行家政服务员持证上门服务，证件载明身份、健康、培训和信用信息，消费者扫码即可查验。
`;
const COPIED =
  "每年组织全市性家政服务员回炉培训不少于两次，培训结果纳入家政企业信用评价，对培训合格的家政服务员优先推荐就业。";
const OWN = [
  "云溪河两岸的18个新建小区各设一处家政服务站，由街道提供场地，三年免收租金。",
  "市总工会在春节前后开展月嫂技能比武，前20名由市财政每人奖励3000元。",
  "城东街道试点家政阿姨公寓，首批房源64套，月租金不高于周边市场价的七成。",
];

const below = (title: string, items: string[]) => `${title}

各县区人民政府：

我市家政服务员缺口较大，现就有关事项通知如下。

${items.map((item, index) => `${"一二三四五六"[index]}、${item}\n\n`).join("")}`;

const superiors = async (): Promise<Superior[]> => [{ name: "上级.txt", document: await draft(ABOVE, {}, "上级.txt") }];

const hits = async (text: string, options = {}) => {
  const document = await draft(text);
  return { document, hits: hitsOf(await verdictOf(document, "overlap", options, await superiors())) };
};

describe("overlap", () => {
  it("finds the clause with only 省 made 市, as an error, with both sides and what was changed", async () => {
    const { document, hits: found } = await hits(
      below("云溪市人民政府关于发展家政服务业的通知", [OWN[0]!, COPIED, OWN[1]!, OWN[2]!]),
    );
    const copied = found.filter((hit) => hit.span);
    expect(places(document, copied)).toEqual(["二"]);
    expect(copied[0]).toMatchObject({ atLeast: "error", note: { key: "check.overlap-names" } });
    const [evidence] = copied[0]!.evidence!;
    expect(evidence).toMatchObject({ kind: "copy", other: { name: "上级.txt", clause: "一" } });
    expect(textOf(document, evidence!.draft)).toContain("全市性家政服务员回炉培训");
    expect(evidence!.other!.text).toContain("全省性家政服务员回炉培训");
    expect(evidence!.edits!.filter((edit) => edit.about)).toMatchObject([
      { kind: "replace", draft: "市", source: "省", about: "level" },
    ]);
    expect(evidence!.edits!.map((edit) => edit.draft).join("")).toBe(textOf(document, evidence!.draft));
    expect(evidence!.edits!.map((edit) => edit.source).join("")).toBe(evidence!.other!.text);
  });

  it("reports the document as a whole from the share the rule names, graver where more is copied", async () => {
    const [mixed] = (await hits(below("云溪市人民政府关于发展家政服务业的通知", [COPIED, OWN[0]!, OWN[1]!]))).hits;
    expect(mixed).toMatchObject({ span: null, atMost: "info" });
    const [all] = (await hits(below("云溪市人民政府关于发展家政服务业的通知", [COPIED]), { error: 0.6 })).hits;
    expect(all).toMatchObject({ span: null, atLeast: "error" });
    const { hits: none } = await hits(below("云溪市人民政府关于发展家政服务业的通知", [COPIED, OWN[0]!, OWN[1]!]), {
      advise: 0.9,
    });
    expect(none.every((hit) => hit.span)).toBe(true);
  });

  it("stands in the paragraph it speaks of where one passage runs over several", async () => {
    const second = "推行家政服务员持证上门服务，证件载明身份、健康、培训和信用信息，消费者扫码即可查验。";
    const { document, hits: found } = await hits(
      below("云溪市人民政府关于发展家政服务业的通知", [COPIED, second, OWN[0]!]),
    );
    const copied = found.filter((hit) => hit.span);
    expect(places(document, copied)).toEqual(["一", "二"]);
    expect(copied.map((hit) => hit.evidence![0]!.other!.clause)).toEqual(["一", "二"]);
  });

  it("leaves local measures alone", async () => {
    expect((await hits(below("云溪市人民政府关于发展家政服务业的通知", OWN))).hits).toEqual([]);
  });

  it("does not concern a document that forwards the superior's", async () => {
    const document = await draft(
      below("云溪市人民政府办公室转发省人民政府关于促进家政服务业提质扩容若干措施的通知", [COPIED]),
    );
    const verdict = await verdictOf(document, "overlap", {}, await superiors());
    expect(verdict).toMatchObject({ outcome: "not-applicable", because: { key: "check.forwards" } });
  });

  it("is not checked without a superior, and says why where it could not be read", async () => {
    const document = await draft(below("云溪市人民政府关于发展家政服务业的通知", OWN));
    expect(await verdictOf(document, "overlap", {})).toMatchObject({
      outcome: "not-checked",
      why: { remedy: "check.no-superior.remedy" },
    });
    const unread = await verdictOf(document, "overlap", {}, [{ name: "上级.docx", problem: "文件损坏" }]);
    expect(unread).toMatchObject({
      outcome: "not-checked",
      why: { values: { name: "上级.docx", problem: "文件损坏" } },
    });
  });
});
