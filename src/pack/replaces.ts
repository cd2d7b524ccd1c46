import type { Basis, Rule } from "../model/rule.ts";
import { isGraver } from "./strength.ts";

/** 中央, the State Council, the National People's Congress and their organs; 国家…委, 国家…局 and ministries (…部). */
const NATIONAL =
  /^(中共中央|中央|国务院|中办|国办|全国人大|全国人民代表大会|中华人民共和国|最高人民|国家.{2,12}(委|会|局|署)$)/;
const MINISTRY = /^[^委]{2,10}部$/;
/** A place in the name makes it a local body: 国家税务总局某市税务局, 某市委宣传部. */
const LOCAL = /[省市县区州盟旗乡镇]/;

/** A rule one of whose bases a national body issued. Several issuers stand side by side, divided by blanks or 、. */
export function isNational(rule: Rule): boolean {
  const issuers = rule.basis.flatMap((basis) => basis.issuer.split(/[\s、，,]+/));
  return issuers.some((name) => (NATIONAL.test(name) || MINISTRY.test(name)) && !LOCAL.test(name));
}

/**
 * Whether `rule` may stand in for `replaced`. A national rule gives way only to a newer one, or to one that is shown to
 * be at least as strict: same kind, no milder, no bound looser.
 */
export function mayReplace(rule: Rule, replaced: Rule): boolean {
  if (!isNational(replaced) || isNational(rule)) return true;
  const newest = yearOf(rule.basis);
  const other = yearOf(replaced.basis);
  if (newest !== null && other !== null && newest >= other) return true;
  return atLeastAsStrict(rule, replaced);
}

function yearOf(basis: Basis[]): number | null {
  const years = basis.flatMap(({ year }) => (year === null ? [] : [year]));
  return years.length === 0 ? null : Math.max(...years);
}

/** Bounds are options named max… (lower is stricter) and min… (higher is stricter); all others have to be the same. */
function atLeastAsStrict(rule: Rule, replaced: Rule): boolean {
  if (rule.check !== replaced.check || isGraver(replaced.severity, rule.severity)) return false;
  const own = rule.options as Record<string, unknown>;
  const theirs = replaced.options as Record<string, unknown>;
  return [...new Set([...Object.keys(own), ...Object.keys(theirs)])].every((name) => {
    const a = own[name];
    const b = theirs[name];
    if (typeof a === "number" && typeof b === "number") {
      if (name.startsWith("max")) return a <= b;
      if (name.startsWith("min")) return a >= b;
    }
    return JSON.stringify(a) === JSON.stringify(b);
  });
}
