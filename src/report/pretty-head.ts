import type { DocumentResult } from "../model/result.ts";
import type { Desk } from "./pretty.ts";
import { cut, safe, visible } from "./terminal.ts";

/** Name and recognised facts, then the figures, then what kept the file from being checked. */
export function documentHead(desk: Desk, result: DocumentResult): string[] {
  const { word, paint, context } = desk;
  const lines = [
    [paint.bold(safe(result.path.replace(/[\n\t]/g, visible))), facts(desk, result)]
      .filter(Boolean)
      .join(word("pretty.gap")),
  ];
  if (result.title) lines.push(cut(safe(result.title.replace(/\s+/g, "")), context.width));
  const numbers = figures(desk, result);
  if (numbers) lines.push(numbers);
  if (result.problem) {
    lines.push(
      `${paint.red("✗")} ${word(`status.${result.status}`)}${word("pretty.gap")}${safe(result.problem.message)}`,
    );
    if (result.problem.advice)
      lines.push(`  ${word("pretty.advice")}${word("pretty.gap")}${safe(result.problem.advice)}`);
  } else if (result.findings.every((finding) => finding.suppressed)) {
    lines.push(`${paint.green("✓")} ${word("pretty.clean")}`);
  }
  return lines;
}

function facts({ word }: Desk, result: DocumentResult): string {
  const { kind, direction, deployment, issuer } = result.facts;
  const named = (name: string, value: unknown) => (typeof value === "string" ? word(`fact.${name}.${value}`) : "");
  return [
    typeof kind?.value === "string" ? kind.value : "",
    named("direction", direction?.value),
    named("deployment", deployment?.value),
    typeof issuer?.value === "string" ? issuer.value : "",
  ]
    .filter(Boolean)
    .map(safe)
    .join(" · ");
}

function figures({ word, context }: Desk, result: DocumentResult): string {
  const part = result.parts.find(({ name }) => name === "annex") ?? result.parts[0];
  const items: string[] = [];
  if (part) {
    const max = lowestLimit(context.rules, result);
    const words = word(part.name === "annex" ? "pretty.words.annex" : "pretty.words", { words: part.counts.words });
    items.push(max === null ? words : `${words}${word("pretty.limit", { max })}`);
  }
  if (result.pages) {
    const { low, best, high } = result.pages;
    items.push(low === high ? word("pretty.pages", { best }) : word("pretty.pages.interval", { low, best, high }));
  }
  if (result.responsibility) items.push(word("pretty.measures", result.responsibility));
  return items.join(word("pretty.gap"));
}

/** The tightest limit on words that was applied, whether held or broken. */
function lowestLimit(rules: Desk["context"]["rules"], result: DocumentResult): number | null {
  const applied = new Set([...result.held, ...result.findings.map((finding) => finding.rule)]);
  const limits = rules
    .filter((rule) => rule.check === "length" && applied.has(rule.id))
    .map((rule) => rule.options as { unit?: string; scope?: string; max?: number })
    .filter(({ unit, scope }) => unit === "words" && scope === "body")
    .flatMap(({ max }) => (max === undefined ? [] : [max]));
  return limits.length > 0 ? Math.min(...limits) : null;
}
