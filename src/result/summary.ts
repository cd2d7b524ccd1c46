import type { Summary } from "../model/result.ts";
import type { WireDocument } from "../model/wire.ts";

export function emptySummary(): Summary {
  return {
    documents: 0,
    byStatus: {},
    bySeverity: { error: 0, warning: 0, info: 0 },
    suppressed: 0,
    rules: { held: 0, broken: 0, notChecked: 0, notApplicable: 0 },
  };
}

/** Adds one document; the statuses always add up to `documents`. Keeps nothing of the document itself. */
export function addToSummary(summary: Summary, result: WireDocument): void {
  summary.documents++;
  summary.byStatus[result.status] = (summary.byStatus[result.status] ?? 0) + 1;
  for (const finding of result.findings) {
    if (finding.suppressed) summary.suppressed++;
    else summary.bySeverity[finding.severity]++;
  }
  const { rules } = summary;
  rules.held += result.held.length;
  rules.notChecked += result.notChecked.length;
  rules.notApplicable += result.notApplicable.length;
  rules.broken += new Set(result.findings.flatMap((finding) => finding.rules)).size;
}
