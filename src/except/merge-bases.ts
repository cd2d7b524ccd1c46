import type { Finding } from "../model/result.ts";
import { SEVERITY_ORDER } from "../model/rule.ts";

/** Rules of one kind that meet on one span give one finding: the gravest speaks, the others add their bases. */
export function mergeBases(findings: Finding[]): Finding[] {
  const shared = sharedPlaces(findings);
  if (shared.size === 0) return findings;
  const groups: Finding[][] = [];
  const met = new Map<string, Finding[]>();
  /** How often a rule has spoken at a place: its second finding there never merges with its first. */
  const repeats = new Map<string, number>();
  for (const finding of findings) {
    if (!shared.has(roughly(finding))) {
      groups.push([finding]);
      continue;
    }
    const { span, part, check, rule } = finding;
    const place = span ? `${span.block}:${span.start}:${span.end}` : "document";
    const question = SAME_MEASURE.has(check) ? check : `${check} ${finding.title}`;
    const nth = repeats.get(`${rule} ${place}`) ?? 0;
    repeats.set(`${rule} ${place}`, nth + 1);
    // What was exempted from one rule still stands for the others.
    const hidden = finding.suppressed ? `${finding.suppressed.kind} ${finding.suppressed.reason}` : "";
    const key = [question, part, place, nth, hidden].join(" ");
    const group = met.get(key);
    if (group) group.push(finding);
    else {
      const begun = [finding];
      met.set(key, begun);
      groups.push(begun);
    }
  }
  return groups.map((group) => (group.length === 1 ? group[0]! : merged(group)));
}

/** A number by which two findings on one span are equal; others seldom are. */
const roughly = ({ span }: Finding): number => (span ? span.block * 65_536 + span.start : -1);

/** Where more than one finding stands: only these can merge, and most stand alone. */
function sharedPlaces(findings: readonly Finding[]): Set<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const finding of findings) {
    const place = roughly(finding);
    if (seen.has(place)) shared.add(place);
    seen.add(place);
  }
  return shared;
}

/**
 * Kinds of which every rule asks the same question, only with other bounds. Patterns, elements and the like ask what
 * their rule asks: there only rules of the same title say the same thing.
 */
const SAME_MEASURE = new Set(["length", "pages", "responsibility", "overlap", "deadline"]);

function merged(group: Finding[]): Finding {
  const [first, ...others] = [...group].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]) as [
    Finding,
    ...Finding[],
  ];
  const basis = [...first.basis];
  for (const entry of others.flatMap((other) => other.basis)) {
    const same = basis.some(
      (b) => b.document === entry.document && b.clause === entry.clause && b.quote === entry.quote,
    );
    if (!same) basis.push(entry);
  }
  return { ...first, basis, rules: [first.rule, ...others.map((other) => other.rule)] };
}
