import { Chalk, type ChalkInstance } from "chalk";
import { say, type Values } from "../language/say.ts";
import type { DocumentResult, Summary } from "../model/result.ts";
import { SEVERITIES, SEVERITY_ORDER } from "../model/rule.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { findingGroup } from "./pretty-finding.ts";
import { documentHead } from "./pretty-head.ts";
import { safe } from "./terminal.ts";

/** What the text formats need at every turn: words in the run's language, colours, room. */
export interface Desk {
  context: ReportContext;
  paint: ChalkInstance;
  word(key: string, values?: Values): string;
}

/** For people at a terminal: document by document, the gravest rule first, one block a rule with all its places. */
export const pretty: ReportFormat = {
  name: "pretty",
  start(context) {
    const desk: Desk = {
      context,
      paint: new Chalk({ level: context.colour ? 1 : 0 }),
      word: (key, values) => say(context.language, key, values),
    };
    return {
      begin: () => "",
      document: (result) => (context.quiet && stopsNothing(result) ? "" : documentText(desk, result)),
      end: (summary, exitCode, elapsed) => summaryText(desk, summary, exitCode, elapsed),
    };
  },
};

/** With --quiet a document shows only if something stops it. */
export function stopsNothing(result: DocumentResult): boolean {
  const stops = result.findings.some((finding) => !finding.suppressed && finding.severity !== "info");
  return !stops && !result.problem;
}

function documentText(desk: Desk, result: DocumentResult): string {
  const lines = documentHead(desk, result);
  const groups = new Map<string, DocumentResult["findings"]>();
  for (const finding of result.findings) {
    if (finding.suppressed || (desk.context.quiet && finding.severity === "info")) continue;
    // What gwlint says about exceptions shares an id and differs in what to do.
    const own = finding.pack === "gwlint" ? finding.advice : "";
    const key = [finding.severity, ...finding.rules, own].join(" ");
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const ordered = [...groups.values()].sort((a, b) => SEVERITY_ORDER[a[0]!.severity] - SEVERITY_ORDER[b[0]!.severity]);
  for (const group of ordered) lines.push("", ...findingGroup(desk, group));
  if (!desk.context.quiet) lines.push(...leftOpen(desk, result));
  return `${lines.join("\n")}\n\n`;
}

/** What was not checked, why, and how to settle it: one line a reason. */
function leftOpen({ word, paint }: Desk, result: DocumentResult): string[] {
  const reasons = new Map<string, string[]>();
  for (const { rule, title, reason, remedy } of result.notChecked) {
    const key = `${reason}${word("pretty.joint")}${remedy}`;
    reasons.set(key, [...(reasons.get(key) ?? []), `${title}（${rule}）`]);
  }
  const lines = [...reasons].map(
    ([why, rules]) =>
      `${paint.dim("○")} ${word("pretty.not-checked")}${word("pretty.gap")}${safe(rules.join("、"))}${word("pretty.colon")}${safe(why)}`,
  );
  return lines.length > 0 ? ["", ...lines] : [];
}

function summaryText({ word, paint }: Desk, summary: Summary, exitCode: number, elapsed: number): string {
  const { bySeverity, rules, byStatus, documents } = summary;
  const counts = SEVERITIES.map((severity) => word(`pretty.count.${severity}`, { count: bySeverity[severity] }));
  if (summary.suppressed > 0) counts.push(word("pretty.count.suppressed", { count: summary.suppressed }));
  const total = rules.held + rules.broken + rules.notChecked + rules.notApplicable;
  const line = [
    word("pretty.files", { count: documents, findings: counts.join(word("pretty.comma")) }),
    word("pretty.rules", { total, ...rules }),
    word("pretty.elapsed", { seconds: (elapsed / 1000).toFixed(2) }),
  ].join(word("pretty.gap"));
  const statuses = Object.entries(byStatus).map(([status, count]) => `${word(`status.${status}`)} ${count}`);
  const everyFile = documents > 1 || (byStatus["checked-clean"] ?? 0) + (byStatus["checked-findings"] ?? 0) < documents;
  const lines = everyFile ? [line, statuses.join(word("pretty.comma"))] : [line];
  const colour = exitCode === 0 ? paint.green : paint.bold;
  return `${lines.map((text) => colour(text)).join("\n")}\n`;
}
