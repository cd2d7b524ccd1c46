import type { Language } from "../language/say.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { Finding } from "../model/result.ts";
import { type Directive, readDirective } from "./directive.ts";
import { decidedRules, isExemptible } from "./exemptible.ts";
import type { Filter } from "./filters.ts";
import { nextClauses, WHOLE } from "./next-clause.ts";
import { type OwnProblem, ownFindings } from "./own-finding.ts";

/**
 * Suppressions in comments of the draft: they hide what the rules they name find in the clause that follows. One that
 * is malformed, names a rule the run does not have, or hides nothing is itself a finding.
 */
export function inlineSuppressions(rules: ReadonlySet<string>, language: Language): Filter {
  return (findings, document, verdicts) => {
    const { orders, problems } = ordersIn(document, rules);
    if (orders.length === 0 && problems.length === 0) return findings;
    const kept = hide(findings, orders);
    const decided = decidedRules(verdicts);
    for (const { line, rules: named, used } of orders) {
      const idle = named.filter((rule) => !used.has(rule) && decided.has(rule));
      if (idle.length > 0) problems.push(mistake("except.inline-unused", line, { rules: idle.join("、") }));
    }
    return [...kept, ...ownFindings(problems, language)];
  };
}

/** An order of a comment, the blocks it is for, and which of its rules had something to hide there. */
interface Order {
  line: number;
  rules: readonly string[];
  reason: string;
  blocks: Set<number>;
  used: Set<string>;
}

function ordersIn(document: OfficialDocument, rules: ReadonlySet<string>) {
  const orders: Order[] = [];
  const problems: OwnProblem[] = [];
  const ours = (document.source.comments ?? []).flatMap((comment) => {
    const directive = readDirective(comment.text);
    return directive ? [{ comment, directive }] : [];
  });
  const nextOf = ours.length > 0 ? nextClauses(document) : () => new Set<number>();
  for (const { comment, directive } of ours) {
    const problem = mistakeIn(directive, comment.line, rules);
    if (problem) problems.push(problem);
    else if ("reason" in directive) {
      orders.push({ ...directive, line: comment.line, blocks: nextOf(comment), used: new Set() });
    }
  }
  return { orders, problems };
}

function mistakeIn(directive: Directive, line: number, rules: ReadonlySet<string>): OwnProblem | null {
  if ("problem" in directive) return mistake(directive.problem, line, { word: directive.word });
  const unknown = directive.rules.filter((rule) => !rules.has(rule));
  return unknown.length > 0 ? mistake("except.unknown-rule", line, { rules: unknown.join("、") }) : null;
}

function mistake(key: string, line: number, values: OwnProblem["values"]): OwnProblem {
  return { rule: "gwlint-exemption", severity: "warning", key, values: { ...values, line }, line };
}

/** The findings with those that an order is for suppressed; the orders note what they were used for. */
function hide(findings: Finding[], orders: readonly Order[]): Finding[] {
  const byBlock = new Map<number, Order[]>();
  for (const order of orders) {
    for (const block of order.blocks) byBlock.set(block, [...(byBlock.get(block) ?? []), order]);
  }
  return findings.map((finding) => {
    const order = byBlock.get(finding.span?.block ?? WHOLE)?.find(({ rules }) => rules.includes(finding.rule));
    if (!order || !isExemptible(finding)) return finding;
    order.used.add(finding.rule);
    return { ...finding, suppressed: { kind: "inline" as const, reason: order.reason } };
  });
}
