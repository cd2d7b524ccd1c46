import { describe, expect, it } from "vitest";
import { csv } from "../../../src/report/csv.ts";

describe("csv", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])(
    "keeps %j from running",
    (text) => {
      const written = csv([[text]])
        .slice(1)
        .trimEnd();
      expect(written.replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("quotes commas, quotes and line breaks and leaves all else alone", () => {
    expect(csv([["甲，乙", "a,b", 'c"d', "e\nf", "1-2"]])).toBe('\ufeff甲，乙,"a,b","c""d","e\nf",1-2\r\n');
  });
});
