import { describe, expect, it } from "vitest";
import { ruleKinds } from "../../src/bench/kinds.ts";
import { loadSources } from "../../src/pack/load.ts";
import { shippedFiles } from "./files.ts";
import { PROVISION_ROWS } from "./provision-rows.ts";

describe("the provisions that packs are made from", async () => {
  const { sources } = await loadSources(await shippedFiles.names(), ruleKinds, shippedFiles);
  const rules = new Set(sources.flatMap(({ layer }) => layer.rules.map((rule) => rule.id)));
  const tests = sources.flatMap((source) => source.tests);

  it.each(PROVISION_ROWS)("$row has its rules, each with a valid and an invalid example", ({ rules: ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect(rules.has(id), id).toBe(true);
      const expected = tests.filter((test) => test.rule === id).map((test) => test.expect);
      expect(new Set(expected), id).toEqual(new Set(["valid", "invalid"]));
    }
  });

  it("stand in the list once each", () => {
    const rows = PROVISION_ROWS.map(({ row }) => row);
    expect(new Set(rows).size).toBe(rows.length);
  });
});
