import { describe, expect, it } from "vitest";
import { HOLIDAYS } from "../../../src/measure/holidays.data.ts";
import { isWorkingDay, workingDaysUntil } from "../../../src/measure/working-days.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const OPTIONS = { object: "(报送|上报)[^。；，]{0,12}落实情况", days: 5 };
const days = async (text: string, issuedOn: string) => {
  const document = await draft(`某某市水利局关于做好防汛工作的通知\n\n${text}\n`, { issuedOn });
  return hitsOf(await verdictOf(document, "reporting-notice", OPTIONS)).map((hit) => hit.values?.days);
};

describe("working days", () => {
  it("leave out weekends and statutory holidays and count make-up days", () => {
    expect(isWorkingDay("2026-10-05")).toBe(false); // 国庆节, a Monday
    expect(isWorkingDay("2026-10-10")).toBe(true); // a Saturday worked for it
    expect(isWorkingDay("2026-06-06")).toBe(false); // a Saturday
    expect(isWorkingDay("2035-06-06")).toBe(true); // no calendar for that year: a Wednesday
  });

  it("are counted after the first day up to and with the last", () => {
    expect(workingDaysUntil("2026-06-03", "2026-06-05")).toBe(2);
    expect(workingDaysUntil("2026-09-30", "2026-10-08")).toBe(1);
    expect(workingDaysUntil("2026-06-05", "2026-06-05")).toBe(0);
  });

  it("know the notices of 2013 to 2026: make-up work lies on weekends outside the days off", () => {
    expect(Object.keys(HOLIDAYS)).toHaveLength(14);
    for (const [year, { off, work }] of Object.entries(HOLIDAYS)) {
      for (const day of work.split(" ")) {
        expect([0, 6], `${year}-${day}`).toContain(new Date(`${year}-${day}T00:00:00Z`).getUTCDay());
        for (const entry of off.split(" ")) {
          const [first, last = first] = entry.split("/") as [string, string?];
          expect(day >= first && day <= last!, `${year}-${day}`).toBe(false);
        }
      }
    }
    expect(isWorkingDay("2015-09-03")).toBe(false); // a Thursday, by a notice of its own
    expect(isWorkingDay("2016-04-02")).toBe(false); // a Saturday
    expect(isWorkingDay("2018-12-29")).toBe(true); // a Saturday worked for New Year
  });
});

describe("reporting-notice", () => {
  it("finds a report that is due too soon", async () => {
    expect(await days("请于6月5日前报送落实情况。", "2026-06-03")).toEqual([2]);
    expect(await days("收到通知后3个工作日内上报落实情况。", "2026-06-03")).toEqual([3]);
    expect(await days("请于当日下班前报送落实情况。", "2026-06-03")).toEqual([0]);
  });

  it("counts a holiday in between as no time at all", async () => {
    expect(await days("请于10月9日前报送落实情况。", "2026-09-29")).toEqual([3]);
  });

  it("lets enough time go, and a date before the document's own, which is another matter", async () => {
    expect(await days("请于6月30日前报送落实情况。", "2026-06-03")).toEqual([]);
    expect(await days("请于2026年5月30日前报送落实情况。", "2026-06-03")).toEqual([]);
  });

  it("takes a date without a year for the next one", async () => {
    // The Sunday before it, 4 January 2026, is worked to make up for the holiday.
    expect(await days("请于1月5日前报送落实情况。", "2025-12-31")).toEqual([2]);
  });

  it("does not concern urgent documents, and needs 成文日期", async () => {
    const urgent = await draft("某某市关于防汛应急工作的通知\n\n请于6月4日前报送落实情况。\n", {
      issuedOn: "2026-06-03",
    });
    expect((await verdictOf(urgent, "reporting-notice", OPTIONS)).outcome).toBe("not-applicable");
    const undated = await draft("某某市关于防汛工作的通知\n\n请于6月4日前报送落实情况。\n");
    expect(await verdictOf(undated, "reporting-notice", OPTIONS)).toMatchObject({
      outcome: "not-checked",
      why: { reason: "check.date-unknown" },
    });
  });
});
