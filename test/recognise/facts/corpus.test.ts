import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Facts } from "../../../src/model/facts.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { read } from "../../../src/read/read.ts";
import { recognise } from "../../../src/recognise/recognise.ts";
import { describeShared, shared } from "../../shared.ts";
import labels from "./labels.json" with { type: "json" };

const NAMES = ["kind", "direction", "issuerLevel", "policyDocument"] as const;
type Label = Partial<Record<(typeof NAMES)[number], string | boolean | null>>;

/** 139 issued documents, read by eye; null where the text does not tell, left out where it is open to argument. */
describeShared("facts of issued documents", () => {
  test("are recognised in 19 of 20 at least", async () => {
    const right = Object.fromEntries(NAMES.map((name) => [name, 0]));
    const wrong = Object.fromEntries(NAMES.map((name) => [name, [] as string[]]));
    for (const [file, label] of Object.entries(labels as Record<string, Label>)) {
      const result = await read(readFileSync(shared(`corpus/${file}`)!), file, DEFAULT_LIMITS);
      if (!result.ok) throw new Error(`${file}: ${result.failure.reason}`);
      const facts: Facts = recognise(result.source, file, {}).facts;
      for (const name of NAMES) {
        const want = label[name];
        if (want === undefined) continue;
        const fact = facts[name];
        const got = fact.origin === "unknown" ? null : fact.value;
        if (got === want) right[name]!++;
        else wrong[name]!.push(`${file}: ${got}, not ${want}`);
      }
    }
    for (const name of NAMES) {
      const all = right[name]! + wrong[name]!.length;
      expect(all).toBeGreaterThanOrEqual(110);
      expect(right[name]! / all, `${name}\n${wrong[name]!.join("\n")}`).toBeGreaterThanOrEqual(0.95);
    }
  }, 60_000);
});
