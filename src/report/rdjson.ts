import type { DocumentResult, WireFinding } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";
import { findingWords } from "./finding-words.ts";
import type { ReportFormat } from "./format.ts";
import { HOME_PAGE } from "./sarif.ts";
import { safe } from "./terminal.ts";

const SEVERITY: Record<Severity, "ERROR" | "WARNING" | "INFO"> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/** Reviewdog's Diagnostic Format, which it turns into comments of many forges; exempted findings are left out. */
export const rdjson: ReportFormat = {
  name: "rdjson",
  start(context) {
    const words = findingWords(context);
    let separator = "\n";
    const source = JSON.stringify({ name: "gwlint", url: HOME_PAGE });
    return {
      begin: () => `{"source":${source},"diagnostics":[`,
      document: (result) =>
        diagnosticsOf(result, words)
          .map((diagnostic) => {
            const text = separator + JSON.stringify(diagnostic);
            separator = ",\n";
            return text;
          })
          .join(""),
      end: () => "\n]}\n",
    };
  },
};

function diagnosticsOf(result: DocumentResult, words: (finding: WireFinding) => string): object[] {
  const findings = result.findings
    .filter((finding) => !finding.suppressed)
    .map((finding) => ({
      message: safe(words(finding)),
      location: locationOf(result, finding),
      severity: SEVERITY[finding.severity],
      code: { value: finding.rule },
    }));
  return result.problem ? [problemOf(result, result.problem), ...findings] : findings;
}

/** Lines alone: columns of this format are bytes of UTF-8, ours are characters. A docx has no lines at all. */
function locationOf({ path }: DocumentResult, { line, end }: WireFinding): object {
  if (line === null) return { path };
  return { path, range: { start: { line }, end: { line: end?.line ?? line } } };
}

function problemOf(
  { path, status }: DocumentResult,
  { message, advice, code }: { message: string; advice: string; code: string },
) {
  return {
    message: safe([message, advice].filter(Boolean).join("\n")),
    location: { path },
    severity: status === "skipped" ? "INFO" : "ERROR",
    code: { value: code },
  };
}
