import { describe, expect, it } from "vitest";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const PLAN = `某某市防汛工作方案

为做好防汛工作，制定本方案。

一、加强巡查。对小型水库每季度巡查一次。

二、备足物资。2026年6月底前备齐编织袋和抽水泵。

三、转移群众。暴雨来临前转移低洼地带群众。

某某市人民政府

2026年7月12日
`;

describe("deadline", () => {
  it("finds measures without a time limit, and those with a recurring one if it is not to count", async () => {
    const document = await draft(PLAN);
    expect(places(document, hitsOf(await verdictOf(document, "deadline", {})))).toEqual(["三"]);
    expect(places(document, hitsOf(await verdictOf(document, "deadline", { recurring: false })))).toEqual(["一", "三"]);
  });

  it("finds a time limit that ended before the document is dated", async () => {
    const document = await draft(PLAN, { issuedOn: "2026-07-12" });
    const hits = hitsOf(await verdictOf(document, "deadline", { missing: false, past: true }));
    expect(places(document, hits)).toEqual(["二"]);
    expect(hits[0]!.values).toMatchObject({ until: "2026-06-30", date: "2026-07-12" });
  });

  it("keeps a time limit on the day of the document itself", async () => {
    const document = await draft(PLAN, { issuedOn: "2026-06-30" });
    expect(hitsOf(await verdictOf(document, "deadline", { missing: false, past: true }))).toEqual([]);
  });

  it("says what is missing where the document has no date", async () => {
    const document = await draft(PLAN.replace("2026年7月12日", ""));
    const verdict = await verdictOf(document, "deadline", { missing: false, past: true });
    expect(verdict).toMatchObject({ outcome: "not-checked", why: { reason: "check.date-unknown" } });
  });

  it("is not applicable without measures", async () => {
    const verdict = await verdictOf(await draft("某某市防汛形势\n\n今年降雨偏多。\n"), "deadline", {});
    expect(verdict.outcome).toBe("not-applicable");
  });
});
