import type { Basis } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import type { Path, Report } from "./errors.ts";
import type { RawBasis, RawPack, RawRule, RawSource } from "./schema.ts";

/** The pack's sources by name; a single `source:` has the name "". */
export function sourcesOf(pack: RawPack): Map<string, RawSource> {
  const sources = new Map(Object.entries(pack.sources ?? {}));
  if (pack.source) sources.set("", pack.source);
  return sources;
}

/**
 * 依据 of a rule, resolved. `basis:` is an entry or a list; `clause:` and `quote:` on the rule itself stand for one
 * entry. An entry without `source:` means the pack's only source.
 */
export function compileBasis(
  rule: RawRule,
  path: Path,
  sources: ReadonlyMap<string, RawSource>,
  report: Report,
): Basis[] {
  const short = rule.source !== undefined || rule.clause !== undefined || rule.quote !== undefined;
  if (short && rule.basis !== undefined) {
    report({ code: "two-bases", path: [...path, "basis"], on: "key" });
    return [];
  }
  if (short) {
    for (const key of ["clause", "quote"] as const) {
      if (rule[key] === undefined) report({ code: "missing-key", path, on: "key", values: { key } });
    }
    if (rule.clause === undefined || rule.quote === undefined) return [];
    return resolve({ source: rule.source, clause: rule.clause, quote: rule.quote }, path, sources, report);
  }
  const entries = rule.basis === undefined ? [] : Array.isArray(rule.basis) ? rule.basis : [rule.basis];
  if (entries.length === 0) report({ code: "no-basis", path, on: "key" });
  return entries.flatMap((entry, index) =>
    resolve(entry, Array.isArray(rule.basis) ? [...path, "basis", index] : [...path, "basis"], sources, report),
  );
}

function resolve(entry: RawBasis, path: Path, sources: ReadonlyMap<string, RawSource>, report: Report): Basis[] {
  if ("practice" in entry) {
    const practice = { text: entry.practice, examples: entry.examples };
    return [
      {
        issuer: "",
        document: "",
        year: null,
        clause: "",
        quote: "",
        verified: "unverified",
        inForce: "unknown",
        practice,
      },
    ];
  }
  const name = entry.source ?? (sources.size === 1 ? [...sources.keys()][0] : undefined);
  const source = name === undefined ? undefined : sources.get(name);
  if (!source) {
    const names = [...sources.keys()].filter((key) => key !== "");
    const unnamed = name === undefined;
    report({
      code: unnamed ? "missing-key" : "unknown-source",
      path: unnamed ? path : [...path, "source"],
      values: unnamed ? { key: "source" } : { source: name, allowed: names.join(", ") },
      suggestion: unnamed ? null : closest(name, names),
    });
    return [];
  }
  const { issuer, document, year, verified, "in-force": inForce } = source;
  const words = "gist" in entry ? { quote: "", gist: entry.gist } : { quote: entry.quote };
  return [{ issuer, document, year, clause: entry.clause, ...words, verified, inForce }];
}
