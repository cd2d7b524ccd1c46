import type { DocumentResult } from "../../model/result.ts";
import type { Rule } from "../../model/rule.ts";

/** A number of the document against what it is held to: one small bar. */
export interface Figure {
  /** Catalogue key of its name, or the title of the rule that counted it. */
  name: { key: string; values?: Record<string, string | number> } | { text: string };
  actual: number;
  /** Ends of the interval where it is an estimate. */
  between?: [number, number];
  /** Null where nothing limits it. */
  limit: number | null;
  /** The limit is the most or the least allowed, or the whole of which `actual` is a part. */
  bound: "most" | "least" | "of";
  state: "kept" | "broken" | "unsure" | "none";
}

/** Bars beyond this say nothing that the findings do not. */
const MOST = 10;

/** Length, pages and responsibility against the limits that were applied, then what other rules counted. */
export function figuresOf(result: DocumentResult, rules: readonly Rule[]): Figure[] {
  const applied = new Set([
    ...result.held,
    ...result.findings.flatMap((finding) => finding.rules),
    ...result.notChecked.map(({ rule }) => rule),
  ]);
  const inForce = rules.filter((rule) => applied.has(rule.id));
  const figures = [
    ...lengths(result, inForce),
    ...pages(result, inForce),
    ...responsibility(result, inForce),
    ...counted(result),
  ];
  const seen = new Set<string>();
  return figures
    .filter((figure) => {
      const key = JSON.stringify([figure.name, figure.limit, figure.bound]);
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST);
}

interface LengthOptions {
  unit?: "words" | "characters" | "han";
  scope?: string;
  max?: number;
  min?: number;
}

/** The tightest bound of each unit, either way. */
function lengths(result: DocumentResult, rules: readonly Rule[]): Figure[] {
  const part = result.parts.find(({ name }) => name === "annex") ?? result.parts[0];
  if (!part) return [];
  const name = (unit: string) => ({ key: `html.figure.${part.name === "annex" ? "annex-" : ""}${unit}` });
  const options = rules
    .filter((rule) => rule.check === "length")
    .map((rule) => rule.options as LengthOptions)
    .filter(({ scope }) => scope === "body");
  const figures: Figure[] = [];
  for (const unit of ["words", "characters", "han"] as const) {
    const own = options.filter((one) => one.unit === unit);
    const most = Math.min(...own.flatMap(({ max }) => max ?? []));
    const least = Math.max(...own.flatMap(({ min }) => min ?? []));
    const actual = part.counts[unit];
    if (Number.isFinite(most)) {
      figures.push({ name: name(unit), actual, limit: most, bound: "most", state: actual > most ? "broken" : "kept" });
    }
    if (Number.isFinite(least)) {
      figures.push({
        name: name(unit),
        actual,
        limit: least,
        bound: "least",
        state: actual < least ? "broken" : "kept",
      });
    }
  }
  const { words } = part.counts;
  if (figures.length === 0)
    figures.push({ name: name("words"), actual: words, limit: null, bound: "most", state: "none" });
  return figures;
}

function pages({ pages, parts }: DocumentResult, rules: readonly Rule[]): Figure[] {
  if (!pages) return [];
  const { low, best, high } = pages;
  // Of a notice that prints a plan the rules measure the plan; the estimate here is the whole file's.
  const caps = parts.some(({ name }) => name === "annex")
    ? []
    : rules.filter((rule) => rule.check === "pages").map((rule) => (rule.options as { max: number }).max);
  const limit = caps.length > 0 ? Math.min(...caps) : null;
  const state = limit === null ? "none" : low > limit ? "broken" : high > limit ? "unsure" : "kept";
  return [{ name: { key: "html.figure.pages" }, actual: best, between: [low, high], limit, bound: "most", state }];
}

/** Said to be short of something only where a rule asks for it. */
function responsibility({ responsibility: found, findings, held }: DocumentResult, rules: readonly Rule[]): Figure[] {
  if (!found) return [];
  const asked = new Set(rules.filter((rule) => rule.check === "responsibility").map(({ id }) => id));
  const broken = findings.some((finding) => !finding.suppressed && finding.rules.some((rule) => asked.has(rule)));
  const state = broken ? "broken" : held.some((rule) => asked.has(rule)) ? "kept" : "none";
  return [{ name: { key: "html.figure.measures" }, actual: found.clear, limit: found.measures, bound: "of", state }];
}

/** Numbers that findings of other kinds give as evidence: sentences, meetings, days. */
function counted({ findings }: DocumentResult): Figure[] {
  return findings.flatMap(({ title, evidence, suppressed }) =>
    suppressed
      ? []
      : evidence.flatMap(({ kind, values }): Figure[] => {
          const { actual, max, unit } = values ?? {};
          if (kind !== "count" || unit !== undefined || typeof actual !== "number" || typeof max !== "number")
            return [];
          return [
            { name: { text: title }, actual, limit: max, bound: "most", state: actual > max ? "broken" : "kept" },
          ];
        }),
  );
}
