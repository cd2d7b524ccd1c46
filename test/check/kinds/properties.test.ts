import fc from "fast-check";
import { expect, it } from "vitest";
import { draft, verdictOf } from "./draft.ts";

/** Options that make a kind look at all it can. */
const OPTIONS: Record<string, Record<string, unknown>[]> = {
  length: [{ max: 5 }, { scope: "clause", max: 5 }, { scope: "attachments", min: 5 }, { max: 5, documents: "local" }],
  pages: [{ max: 1 }],
  responsibility: [{}, { form: ["bracket"], vague: "reject", roles: ["牵头"] }],
  deadline: [{ past: true, recurring: false }],
  overlap: [{ passage: 10, advise: 0.1 }],
  pattern: [
    { pattern: "[一-龥]", scope: "document", position: "demand", except: "不" },
    { pattern: "的", scope: "title" },
    { pattern: "市", scope: "measures" },
  ],
  element: [{ element: "attachments", printed: true }, { element: "title", except: "的" }, { element: "docNumber" }],
  sequence: [{}],
};

const LINE = fc.oneof(
  fc.constantFrom(
    "某某市人民政府关于印发防汛工作方案的通知",
    "某政发〔2026〕12号",
    "各县区人民政府：",
    "一、落实责任。（市水利局牵头，市应急局配合）",
    "三、2026年6月底前备齐物资。",
    "（二）1.加强巡查；2.不得迟报。",
    "责任单位：市水利局",
    "每年组织全市性家政服务员回炉培训不少于两次，培训结果纳入家政企业信用评价。",
    "附件：1. 物资清单",
    "　　　2. 名单。",
    "附件1",
    "物资储备清单",
    "某某市人民政府",
    "2026年7月12日",
    "“《未闭合的引号",
    "",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

it("no kind breaks on any text, and every hit stands inside the document", async () => {
  const above = await draft(
    "某某省措施\n\n一、每年组织全省性家政服务员回炉培训不少于两次，培训结果纳入家政企业信用评价。\n",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(LINE, { minLength: 1, maxLength: 25 }), async (lines) => {
      const text = lines.join("\n");
      if (text.trim() === "") return;
      const document = await draft(text).catch((refused: Error) => refused);
      if (document instanceof Error) return;
      for (const [kind, tried] of Object.entries(OPTIONS)) {
        for (const options of tried) {
          const verdict = await verdictOf(document, kind, options, [{ name: "上级.txt", document: above }]);
          expect(verdict.outcome, `${kind}: ${JSON.stringify(verdict)}`).not.toBe("crashed");
        }
      }
    }),
    { numRuns: 60 },
  );
});
