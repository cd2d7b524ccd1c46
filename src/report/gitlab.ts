import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { say } from "../language/say.ts";
import type { DocumentResult } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { safe } from "./terminal.ts";

const SEVERITY: Record<Severity, "critical" | "major" | "info"> = { error: "critical", warning: "major", info: "info" };

/** An entry of GitLab's Code Quality report. */
interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: "blocker" | "critical" | "major" | "info";
  location: { path: string; lines: { begin: number } };
}

/** GitLab's Code Quality report: one entry a finding, in an array; exempted findings are left out. */
export const gitlab: ReportFormat = {
  name: "gitlab",
  start(context) {
    let separator = "\n";
    return {
      begin: () => "[",
      document: (result) =>
        issuesOf(context, result)
          .map((issue) => {
            const text = separator + JSON.stringify(issue);
            separator = ",\n";
            return text;
          })
          .join(""),
      end: () => "\n]\n",
    };
  },
};

function issuesOf(context: ReportContext, result: DocumentResult): Issue[] {
  const unique = identities(result.path);
  const issues: Issue[] = [];
  const at = (begin: number) => ({ path: result.path, lines: { begin } });
  if (result.problem) {
    issues.push({
      description: oneLine([result.problem.message, result.problem.advice].filter(Boolean).join(" ")),
      check_name: `gwlint-${result.status}`,
      fingerprint: unique(result.problem.code),
      severity: result.status === "skipped" ? "info" : "blocker",
      location: at(1),
    });
  }
  for (const finding of result.findings) {
    if (finding.suppressed) continue;
    issues.push({
      description: oneLine(`${finding.place}${say(context.language, "pretty.colon")}${finding.message}`),
      check_name: finding.rule,
      fingerprint: unique(finding.fingerprint),
      severity: SEVERITY[finding.severity],
      location: at(finding.line ?? finding.paragraph ?? 1),
    });
  }
  return issues;
}

/** GitLab shows one issue a fingerprint, over all files: the path goes in, and the number of a repeat. */
function identities(path: string): (fingerprint: string) => string {
  const seen = new Map<string, number>();
  return (fingerprint) => {
    const nth = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, nth);
    return bytesToHex(sha256(utf8ToBytes([path, fingerprint, nth].join("\u0000")))).slice(0, 32);
  };
}

const oneLine = (text: string) => safe(text.replace(/\s+/g, " "));
