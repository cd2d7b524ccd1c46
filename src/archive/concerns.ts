import type { ArchiveRecord, WantedFact } from "../model/archive.ts";
import type { FactName } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";

/** Facts of `when` that an archive keeps of each document; by others no archive rule can choose. */
export const KEPT_FACTS = [
  "kind",
  "issuer",
  "issuerLevel",
  "issuerBody",
  "direction",
  "deployment",
  "policyDocument",
  "issuedOn",
  "receivedOn",
  "inForceUntil",
  "repeals",
  "series",
] as const satisfies readonly FactName[];

/**
 * Whether a rule's `when` and `period` take a document in: yes, no, or the first fact that would tell and is wanting. One
 * fact that excludes it is enough, whatever others are unknown.
 */
export function concerns(rule: Rule, ownPeriod: boolean): (record: ArchiveRecord) => boolean | WantedFact {
  const tests = Object.entries(rule.when ?? {}) as [FactName, NonNullable<NonNullable<Rule["when"]>[FactName]>][];
  const { period } = rule;
  return (record) => {
    let wanting: WantedFact | null = null;
    for (const [name, test] of tests) {
      const value = factOf(record, name);
      if (value === null) wanting ??= name;
      else if (value.some((one) => test.in.includes(one)) === test.not) return false;
    }
    if (period && !ownPeriod) {
      if (record.issuedOn === null) wanting ??= "issuedOn";
      else if ((period.from && record.issuedOn < period.from) || (period.to && record.issuedOn > period.to))
        return false;
    }
    return wanting ?? true;
  };
}

function factOf(record: ArchiveRecord, name: FactName): (string | boolean)[] | null {
  if (!(KEPT_FACTS as readonly string[]).includes(name)) return null;
  const value = record[name as (typeof KEPT_FACTS)[number]];
  return value === null ? null : [value].flat();
}
