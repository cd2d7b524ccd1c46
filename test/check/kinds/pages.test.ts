import { describe, expect, it } from "vitest";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const paper = async (sentences: number) =>
  draft(`某某市防汛工作方案\n\n${"各部门要推进工作落实，按时完成。\n".repeat(sentences)}`);

describe("pages", () => {
  it("holds a short document, breaks a long one, and leaves one near the cap to the printed page", async () => {
    // A line each, 22 lines a page: 60 lines are about three pages.
    expect(hitsOf(await verdictOf(await paper(60), "pages", { max: 10 }))).toEqual([]);
    const [hit] = hitsOf(await verdictOf(await paper(600), "pages", { max: 10 }));
    expect(hit!.values!["low"]).toBeGreaterThan(10);
    const document = await paper(220);
    const values = (hitsOf(await verdictOf(document, "pages", { max: 1 }))[0]!.values ?? {}) as Record<string, number>;
    expect(values["low"]).toBeLessThan(values["high"]!);
    const max = values["low"]!;
    const near = await verdictOf(document, "pages", { max });
    expect(near).toMatchObject({
      outcome: "not-checked",
      why: { reason: "check.pages-near", values: { ...values, max } },
    });
  });
});
