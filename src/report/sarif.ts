import { say } from "../language/say.ts";
import type { DocumentResult, Suppression, WireFinding } from "../model/result.ts";
import { type Rule, SEVERITY_ORDER, type Severity } from "../model/rule.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { basisText } from "./pretty-finding.ts";
import { keepWorst } from "./worst.ts";

export const HOME_PAGE = "https://www.npmjs.com/package/gwlint";
/** Results of a run that GitHub shows, the gravest first. */
const GITHUB_SHOWS = 5_000;

const LEVEL: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note" };

/**
 * SARIF 2.1.0 (OASIS). One run; every rule in force is listed; a docx paragraph stands as `startLine`, with its clause
 * path as logical location; suppressed findings stay in, with their justification. The gravest `maxResults` are kept,
 * 5,000 unless said, and the file says of how many.
 */
export const sarif: ReportFormat = {
  name: "sarif",
  start(context) {
    const rules = context.rules.map((rule) => descriptor(context, rule));
    const indexOf = new Map(context.rules.map((rule, index) => [rule.id, index]));
    const notifications: object[] = [];
    const { maxResults = GITHUB_SHOWS } = context;
    const worst = maxResults === null ? null : keepWorst(maxResults);
    const remarks: string[] = [];
    let count = 0;
    const listed = (text: string) => `${count++ === 0 ? "" : ","}\n${text}`;
    return {
      begin() {
        const driver = {
          name: "gwlint",
          semanticVersion: context.version,
          version: context.version,
          informationUri: HOME_PAGE,
          rules,
        };
        return `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"root of the checked files"}}},"results":[`;
      },
      document(result) {
        if (result.problem) notifications.push(notification(result));
        const texts = result.findings.map((finding) => JSON.stringify(resultOf(context, result, finding, indexOf)));
        if (!worst) return texts.map(listed).join("");
        for (const [i, text] of texts.entries()) worst.add(rank(result.findings[i]!), text);
        return "";
      },
      end(_summary, exitCode) {
        const kept = worst?.kept() ?? [];
        const total = worst?.total() ?? count;
        const cut =
          worst && total > kept.length ? say(context.language, "sarif.cut", { total, kept: kept.length }) : "";
        if (cut) {
          notifications.push({ level: "warning", message: { text: cut }, descriptor: { id: "gwlint-max-results" } });
          remarks.push(cut);
        } else if (total > GITHUB_SHOWS) {
          remarks.push(say(context.language, "sarif.many", { total, shown: GITHUB_SHOWS }));
        }
        const invocation = {
          executionSuccessful: exitCode < 2,
          exitCode,
          toolExecutionNotifications: notifications,
        };
        const properties = { totalResults: total, keptResults: worst ? kept.length : total };
        const rest = `"invocations":[${JSON.stringify(invocation)}],"properties":${JSON.stringify(properties)}`;
        return `${kept.map(listed).join("")}\n],${rest}}]}\n`;
      },
      remarks: () => remarks,
    };
  },
};

/** What has to be mended before what is excused, and that by severity. */
const rank = ({ severity, suppressed }: WireFinding) => SEVERITY_ORDER[severity] + (suppressed ? 3 : 0);

function descriptor(context: ReportContext, rule: Rule) {
  const words = (context.language === "en" && rule.english) || rule.words;
  const word = (key: string, values?: Record<string, string | number>) => say(context.language, key, values);
  const basis = rule.basis.map((entry) => basisText({ word }, entry));
  return {
    id: rule.id,
    name: rule.id.replace(/[^A-Za-z0-9]+/g, ""),
    shortDescription: { text: words.title },
    fullDescription: { text: [words.title, ...basis].join("\n") },
    help: {
      text: [...basis, words.advice].join("\n"),
      markdown: [...basis.map((line) => `> ${line}`), "", words.advice].join("\n"),
    },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: {
      tags: [rule.pack, rule.check, rule.strength],
      precision: rule.evidence === "direct" ? "high" : "medium",
    },
  };
}

/** Each segment percent-encoded: Chinese file names are the normal case. */
export const fileUri = (path: string) => path.split(/[\\/]/).map(encodeURIComponent).join("/");

function resultOf(context: ReportContext, result: DocumentResult, finding: WireFinding, indexOf: Map<string, number>) {
  const line = finding.line ?? finding.paragraph;
  const snippet = finding.text ? { snippet: { text: finding.text } } : {};
  const column =
    finding.line !== null && finding.column !== null && finding.end?.line && finding.end.column
      ? { startColumn: finding.column, endLine: finding.end.line, endColumn: finding.end.column }
      : {};
  return {
    ruleId: finding.rule,
    ...(indexOf.has(finding.rule) ? { ruleIndex: indexOf.get(finding.rule) } : {}),
    level: LEVEL[finding.severity],
    message: { text: [finding.message, finding.advice].filter(Boolean).join("\n") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: fileUri(result.path), uriBaseId: "%SRCROOT%" },
          ...(line === null ? {} : { region: { startLine: line, ...column, ...snippet } }),
        },
        ...(finding.clause ? { logicalLocations: [{ fullyQualifiedName: finding.clause, kind: "clause" }] } : {}),
      },
    ],
    partialFingerprints: { "gwlint/v1": finding.fingerprint },
    properties: { rules: finding.rules, place: finding.place },
    ...(finding.suppressed
      ? {
          suppressions: [
            {
              kind: finding.suppressed.kind === "inline" ? "inSource" : "external",
              status: "accepted",
              justification: justification(context, finding.suppressed),
            },
          ],
        }
      : {}),
  };
}

/** The reason, and who approved it until when where that is known: an auditor sees the file alone. */
function justification({ language }: ReportContext, { reason, approvedBy, until }: Suppression): string {
  if (approvedBy === undefined || until === undefined) return reason;
  return say(language, "sarif.justification", { reason, approvedBy, until });
}

function notification(result: DocumentResult) {
  const problem = result.problem!;
  return {
    level: result.status === "skipped" ? "note" : "error",
    message: { text: [problem.message, problem.advice].filter(Boolean).join(" ") },
    descriptor: { id: problem.code },
    locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(result.path), uriBaseId: "%SRCROOT%" } } }],
    properties: { status: result.status },
  };
}
