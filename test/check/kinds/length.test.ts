import { describe, expect, it } from "vitest";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const SENTENCE = "各部门要推进工作落实。"; // 10 Chinese characters and a mark

const notice = (sentences: number) => `某某市人民政府关于推进工作落实的通知

各县区人民政府：

${SENTENCE.repeat(sentences)}

某某市人民政府

2026年3月12日
`;

describe("length", () => {
  it("holds a body at its limit and breaks it one sentence above", async () => {
    expect(hitsOf(await verdictOf(await draft(notice(100)), "length", { max: 1100 }))).toEqual([]);
    const [hit] = hitsOf(await verdictOf(await draft(notice(121)), "length", { max: 1100 }));
    expect(hit).toMatchObject({ span: null, values: { actual: 1331, max: 1100, over: 231, unit: "words", han: 1210 } });
    expect(hit!.atMost).toBeUndefined();
  });

  it("lowers a breach to info where another way of counting keeps the limit, and gives the numbers", async () => {
    const [hit] = hitsOf(await verdictOf(await draft(notice(105)), "length", { max: 1100 }));
    expect(hit).toMatchObject({
      atMost: "info",
      note: { key: "check.length-units", values: { words: 1155, characters: 1155, han: 1050, limit: 1100 } },
    });
  });

  it("counts title, addressees and signature for the document, not for the body", async () => {
    const document = await draft(notice(100));
    const [hit] = hitsOf(await verdictOf(document, "length", { scope: "document", max: 1100 }));
    expect(hit!.values!["actual"]).toBeGreaterThan(1120);
  });

  it("finds a body too short", async () => {
    const [hit] = hitsOf(await verdictOf(await draft(notice(1)), "length", { min: 100 }));
    expect(hit!.values).toMatchObject({ actual: 11, min: 100, over: 89 });
  });

  it("measures the plan that a notice prints, not the notice", async () => {
    const document = await draft(`某某市人民政府关于印发防汛工作方案的通知

各县区人民政府：

现将《防汛工作方案》印发给你们，请认真贯彻执行。

某某市人民政府

2026年3月12日

防汛工作方案

一、落实责任。${SENTENCE.repeat(50)}

二、加强值守。${SENTENCE.repeat(50)}
`);
    const [hit] = hitsOf(await verdictOf(document, "length", { max: 900 }));
    expect(hit).toMatchObject({ part: "annex" });
    expect(hit!.values!["actual"]).toBe(1100 + 14);
  });

  it("measures every clause by itself", async () => {
    const document = await draft(`防汛工作方案

为做好防汛工作，制定本方案。

一、落实责任。${SENTENCE.repeat(3)}

二、加强值守。${SENTENCE.repeat(30)}
`);
    const hits = hitsOf(await verdictOf(document, "length", { scope: "clause", max: 100 }));
    expect(places(document, hits)).toEqual(["二"]);
  });

  it("limits localities and departments only where the rule does, and takes an unknown issuer for one of them", async () => {
    const options = { max: 100, documents: "local" };
    const verdict = async (facts: Parameters<typeof draft>[1]) =>
      verdictOf(await draft(notice(20), facts), "length", options);
    expect((await verdict({})).outcome).toBe("broken");
    expect((await verdict({ issuerLevel: "central", issuerBody: "department" })).outcome).toBe("broken");
    expect(await verdict({ issuerLevel: "central", issuerBody: "government" })).toMatchObject({
      outcome: "not-applicable",
      because: { key: "check.central-issuer" },
    });
    expect(await verdict({ kind: "办法" })).toMatchObject({
      outcome: "not-applicable",
      because: { key: "check.not-deploying", values: { kind: "办法" } },
    });
    const printed = await draft(
      `某某市人民政府关于印发养老服务管理办法的通知\n\n各县区人民政府：\n\n现将《养老服务管理办法（试行）》印发给你们，请遵照执行。\n\n某某市人民政府\n\n2026年3月12日\n\n养老服务管理办法（试行）\n\n第一条　${SENTENCE.repeat(20)}\n\n第二条　${SENTENCE.repeat(20)}\n\n第三条　${SENTENCE}\n`,
    );
    expect(await verdictOf(printed, "length", options)).toMatchObject({ because: { values: { kind: "办法" } } });
  });

  it("is not applicable where there are no attachments to measure", async () => {
    const verdict = await verdictOf(await draft(notice(1)), "length", { scope: "attachments", max: 10 });
    expect(verdict).toMatchObject({ outcome: "not-applicable", because: { key: "check.no-attachments" } });
  });

  describe("documents: local", () => {
    const local = async (text: string) => verdictOf(await draft(text), "length", { max: 100, documents: "local" });

    it("leaves rules in articles alone, whatever they are called", async () => {
      const articles = [1, 2, 3].map((number) => `第${"一二三"[number - 1]}条　${SENTENCE.repeat(5)}\n`).join("\n");
      expect((await local(`某某市临时救助实施细则\n\n${articles}`)).outcome).toBe("not-applicable");
      expect((await local(`某某市临时救助实施方案\n\n一、${SENTENCE.repeat(15)}\n`)).outcome).toBe("broken");
    });

    it("only hints where neither title nor text says what it is", async () => {
      expect(hitsOf(await local(`${SENTENCE.repeat(15)}\n`))).toMatchObject([
        { atMost: "info", note: { key: "check.length-untold" } },
      ]);
    });
  });
});
