import { describe, expect, it } from "vitest";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const NOTICE = `某政发〔2026〕12号

某某市人民政府关于做好防汛工作的通知

各县区人民政府：

请落实防汛责任。

附件：1. 防汛责任人名单
　　　2. 物资储备清单

某某市人民政府

2026年3月12日
`;

describe("element", () => {
  it("holds where the element is there and breaks where it is not", async () => {
    const document = await draft(NOTICE);
    expect(hitsOf(await verdictOf(document, "element", { element: "addressees" }))).toEqual([]);
    expect(hitsOf(await verdictOf(document, "element", { element: "copies" }))).toMatchObject([{ span: null }]);
    expect(hitsOf(await verdictOf(document, "element", { element: "docNumber", present: "forbidden" }))).toHaveLength(
      1,
    );
  });

  it("holds the form of an element that is there, and does not concern a document without it", async () => {
    const options = { element: "docNumber", present: "optional", pattern: "〔[0-9]{4}〕" };
    expect(hitsOf(await verdictOf(await draft(NOTICE), "element", options))).toEqual([]);
    const round = await draft(NOTICE.replace("〔2026〕", "[2026]"));
    expect(hitsOf(await verdictOf(round, "element", options))).toMatchObject([
      { values: { text: "某政发[2026]12号" } },
    ]);
    const without = await verdictOf(await draft(NOTICE.replace("某政发〔2026〕12号", "")), "element", options);
    expect(without).toMatchObject({ outcome: "not-applicable", because: { key: "check.no-docNumber" } });
  });

  it("holds the annexed papers to the titles the list gives", async () => {
    const options = { element: "attachments", present: "optional", printed: true };
    const annexed = (second: string) =>
      `${NOTICE}\n附件1\n\n防汛责任人名单\n\n名单略。\n\n附件2\n\n${second}\n\n清单略。\n`;
    expect(hitsOf(await verdictOf(await draft(annexed("物资储备清单")), "element", options))).toEqual([]);
    const [hit] = hitsOf(await verdictOf(await draft(annexed("物资调拨办法")), "element", options));
    expect(hit!.values).toMatchObject({ text: "物资储备清单", other: "物资调拨办法" });
    expect((await verdictOf(await draft(NOTICE), "element", options)).outcome).toBe("not-applicable");
  });

  it("takes another element for a missing one, and a text that may have lost it as an info", async () => {
    const options = { element: "publicity", or: ["secrecy"], saved: "info" };
    const [hit] = hitsOf(await verdictOf(await draft(NOTICE), "element", options));
    expect(hit).toMatchObject({ span: null, atMost: "info", note: { key: "check.element-saved" } });
    const secret = await draft(`秘密★1年\n\n${NOTICE}`);
    expect(hitsOf(await verdictOf(secret, "element", options))).toEqual([]);
  });

  it("only hints at what a saved text lacks: pages lose the head", async () => {
    const text = "请各单位提前检查校舍和食堂，发现问题及时报告。\n";
    const missing = async (name: string) =>
      hitsOf(await verdictOf(await draft(text, {}, name), "element", { element: "title" }));
    expect(await missing("page.txt")).toMatchObject([{ atMost: "info" }]);
    expect((await missing("draft.md"))[0]!.atMost).toBeUndefined();
  });
});
