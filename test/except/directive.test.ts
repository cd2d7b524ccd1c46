import { describe, expect, it } from "vitest";
import { readDirective } from "../../src/except/directive.ts";

describe("a suppression in a comment", () => {
  it.each([
    ["gwlint-disable-next GW-unit -- 另行印发", ["GW-unit"]],
    ["gwlint-disable-next GW-unit, TS-9-task -- 另行印发", ["GW-unit", "TS-9-task"]],
    ["gwlint-disable-next GW-unit、TS-9-task —— 另行印发", ["GW-unit", "TS-9-task"]],
    ["  gwlint-disable-next\n  GW-unit\n  -- 另行印发\n", ["GW-unit"]],
  ])("names rules and gives a reason: %s", (text, rules) => {
    expect(readDirective(text)).toEqual({ rules, reason: "另行印发" });
  });

  it("keeps dashes in its reason", () => {
    expect(readDirective("gwlint-disable-next GW-unit -- 见 2026-03-12 批示——已核")).toMatchObject({
      reason: "见 2026-03-12 批示——已核",
    });
  });

  it.each([
    ["gwlint-disable-next GW-unit", "except.no-reason"],
    ["gwlint-disable-next GW-unit --", "except.no-reason"],
    ["gwlint-disable-next -- 另行印发", "except.no-rule"],
    ["gwlint-disable-next", "except.no-rule"],
    ["gwlint-disable GW-unit -- 另行印发", "except.unknown-directive"],
    ["gwlint-disable-all", "except.unknown-directive"],
    ["GWLINT-disable-next GW-unit -- 另行印发", "except.unknown-directive"],
  ])("that is malformed is told as such: %s", (text, problem) => {
    expect(readDirective(text)).toMatchObject({ problem });
  });

  it.each(["待核", "gwlint 的结果见附件", "TODO: gwlint-disable-next GW-unit -- x"])("is not seen in %s", (text) => {
    expect(readDirective(text)).toBeNull();
  });
});
