import { describe, expect, it } from "vitest";
import type { Superior } from "../../../src/model/check.ts";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const superior = async (text: string): Promise<Superior[]> => [
  { name: "上级.txt", document: await draft(text, {}, "上级.txt") },
];
const ABOVE = `某某省人民政府关于农村公路养护的意见

各市、县（市、区）人民政府：

一、2026年底前完成农村公路养护检查，检查结果向社会公布，达标率达到95%以上。

二、鼓励群众投工投劳，设立护路员公益岗位，优先安排困难家庭。
`;
const SAME = "一、2026年底前完成农村公路养护检查，检查结果向社会公布，达标率达到95%以上。";
const title = "某某市关于贯彻农村公路养护意见的实施细则";

describe("coverage", () => {
  it("lists the superior's tasks that nothing takes up", async () => {
    const document = await draft(`${title}\n\n${SAME}\n`);
    const hits = hitsOf(await verdictOf(document, "coverage", { report: "missing" }, await superior(ABOVE)));
    expect(hits.map((hit) => [hit.span, hit.values?.path])).toEqual([[null, "二"]]);
    expect(hits[0]?.evidence?.[0]?.other?.text).toContain("护路员公益岗位");
  });

  it("finds a lower target and a later date in the clause that takes a task up", async () => {
    const document = await draft(`${title}\n\n${SAME.replace("2026", "2027").replace("95", "80")}\n`);
    const hits = hitsOf(await verdictOf(document, "coverage", { report: "discount" }, await superior(ABOVE)));
    expect(new Set(hits.map((hit) => hit.note?.key))).toEqual(
      new Set(["check.change-deadline-later", "check.change-target-lowered"]),
    );
    expect(new Set(places(document, hits))).toEqual(new Set(["一"]));
  });

  it("calls what is stricter an info, or nothing where the rule does not ask", async () => {
    const document = await draft(`${title}\n\n${SAME.replace("95", "99")}\n`);
    const above = await superior(ABOVE);
    const [hit] = hitsOf(await verdictOf(document, "coverage", { report: "discount" }, above));
    expect(hit).toMatchObject({ atMost: "info", note: { key: "check.change-target-raised" } });
    expect(hitsOf(await verdictOf(document, "coverage", { report: "discount", stricter: false }, above))).toEqual([]);
  });

  it("is not checked without a superior", async () => {
    const verdict = await verdictOf(await draft(`${title}\n\n${SAME}\n`), "coverage", { report: "missing" });
    expect(verdict.outcome).toBe("not-checked");
  });
});

describe("relay", () => {
  const OPTIONS = { title: "实施细则", asked: "制定实施细则", cited: "省政府要求", reaches: "县", fresh: 0.3 };
  const of = async (text: string, above: string) =>
    verdictOf(await draft(text), "relay", OPTIONS, await superior(above));

  it("finds a paper that repeats what the superior sent to the counties, at its title", async () => {
    const document = await draft(`${title}\n\n${SAME}\n`);
    const hits = hitsOf(await verdictOf(document, "relay", OPTIONS, await superior(ABOVE)));
    expect(places(document, hits)).toEqual([title]);
  });

  it("lets it go where the superior asks for it, did not reach the counties, or the draft cites the demand", async () => {
    const text = `${title}\n\n${SAME}\n`;
    expect((await of(text, `${ABOVE}\n各市要制定实施细则。\n`)).outcome).toBe("not-applicable");
    expect((await of(text, ABOVE.replace("各市、县（市、区）人民政府", "各市人民政府"))).outcome).toBe(
      "not-applicable",
    );
    expect((await of(`${title}\n\n省政府要求制定。\n\n${SAME}\n`, ABOVE)).outcome).toBe("not-applicable");
  });

  it("lets it go where enough is its own", async () => {
    const own = `${title}\n\n一、市财政每公里补助三千元，按季度拨付到村。\n\n二、聘请二百名护路员，每周巡查一次。\n`;
    expect((await of(own, ABOVE)).outcome).toBe("held");
  });

  it("takes no document for a superior that only resembles the draft, nor passes over one that could not be read", async () => {
    const document = await draft(`${title}\n\n${SAME}\n`);
    const [above] = await superior(ABOVE);
    const resembling = [{ ...above, alike: true } as Superior];
    expect(await verdictOf(document, "relay", OPTIONS, resembling)).toMatchObject({
      outcome: "not-checked",
      why: { reason: "check.no-superior" },
    });
    const cited = { name: "《省里的意见》", problem: "索引里没有" };
    for (const options of [OPTIONS, { ...OPTIONS, beside: "optional" }]) {
      expect(await verdictOf(document, "relay", options, [...resembling, cited])).toMatchObject({
        outcome: "not-checked",
        why: { reason: "check.superior-unread", values: { name: "《省里的意见》" } },
      });
    }
  });

  it("judges by the draft alone where the rule allows it, as an info", async () => {
    const options = { title: "实施细则", beside: "optional" };
    const [hit] = hitsOf(await verdictOf(await draft(`${title}\n\n${SAME}\n`), "relay", options));
    expect(hit?.atMost).toBe("info");
  });
});

describe("coverage of a draft that leaves most of the superior alone", () => {
  it("names all missing tasks in one finding", async () => {
    const document = await draft(`${title}\n\n一、聘请二百名护路员，每周巡查一次。\n`);
    const verdict = await verdictOf(document, "coverage", { report: "missing", most: 1 }, await superior(ABOVE));
    const hits = hitsOf(verdict);
    expect(hits.map((hit) => hit.values)).toMatchObject([{ path: "一、二", missing: 2, tasks: 2 }]);
    expect(hits[0]?.evidence).toHaveLength(2);
  });
});
