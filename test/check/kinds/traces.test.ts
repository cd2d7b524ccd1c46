import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../../src/model/document.ts";
import type { Trace } from "../../../src/model/source.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const withTraces = async (traces: Trace[]): Promise<OfficialDocument> => {
  const document = await draft("各县区要落实防汛责任。");
  return { ...document, source: { ...document.source, format: "docx", traces } };
};

describe("traces", () => {
  const comment: Trace = { kind: "comment", block: 0, text: "再核一下" };

  it("reports a file once, with the number and the first words", async () => {
    const document = await withTraces([comment, { kind: "deletion", block: 0, text: "旧" }]);
    const hits = hitsOf(await verdictOf(document, "traces", { kinds: ["comment", "deletion"] }));
    expect(hits).toMatchObject([{ span: { block: 0 }, values: { count: 2, first: "再核一下" } }]);
  });

  it("looks for the kinds the rule names", async () => {
    expect(hitsOf(await verdictOf(await withTraces([comment]), "traces", { kinds: ["hidden-text"] }))).toEqual([]);
  });

  it("points nowhere where a trace stands in no paragraph", async () => {
    const document = await withTraces([{ kind: "active-content", block: -1, text: "vbaProject.bin" }]);
    expect(hitsOf(await verdictOf(document, "traces", { kinds: ["active-content"] }))).toMatchObject([{ span: null }]);
  });

  it("is not applicable to a text", async () => {
    const verdict = await verdictOf(await draft("各县区要落实防汛责任。"), "traces", { kinds: ["comment"] });
    expect(verdict.outcome).toBe("not-applicable");
  });
});
