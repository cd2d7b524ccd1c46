import type { Finding } from "../model/result.ts";
import { SEVERITY_ORDER } from "../model/rule.ts";

/** Whole-document findings first, then by place; at one place the graver first. A stable order for every format. */
export function inReadingOrder(findings: Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      (a.span?.block ?? -1) - (b.span?.block ?? -1) ||
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      a.rule.localeCompare(b.rule),
  );
}
