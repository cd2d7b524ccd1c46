import { say } from "../language/say.ts";
import type { DocumentResult, WireFinding } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";
import { findingWords } from "./finding-words.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { safe } from "./terminal.ts";

const COMMAND: Record<Severity, "error" | "warning" | "notice"> = {
  error: "error",
  warning: "warning",
  info: "notice",
};
/** GitHub shows this many annotations of a level for one step and drops the others without a word. */
const SHOWN = 10;

/**
 * Workflow commands of GitHub Actions: an annotation a finding, ten of a level; how many more there are is the last
 * notice. No other text of a draft is printed: a line of it could be a command.
 */
export const github: ReportFormat = {
  name: "github",
  start(context) {
    const words = findingWords(context);
    const left: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    // One notice is kept for what was left out.
    const room: Record<Severity, number> = { error: SHOWN, warning: SHOWN, info: SHOWN - 1 };
    const annotate = (severity: Severity, properties: Properties, message: () => string) => {
      if (room[severity] === 0) {
        left[severity]++;
        return "";
      }
      room[severity]--;
      return command(COMMAND[severity], properties, message());
    };
    return {
      begin: () => "",
      document(result) {
        const lines = result.findings
          .filter((finding) => !finding.suppressed)
          .map((finding) => annotate(finding.severity, placeOf(result, finding), () => safe(words(finding))));
        return problemLine(context, result, annotate) + lines.join("");
      },
      end() {
        const count = left.error + left.warning + left.info;
        return count === 0 ? "" : command("notice", {}, say(context.language, "github.more", { count, ...left }));
      },
    };
  },
};

type Properties = Record<string, string | number>;

function placeOf(result: DocumentResult, { line, column, end, rule, title }: WireFinding): Properties {
  const at: Properties = { file: safe(result.path) };
  // A docx has no lines: its annotation stands at the file, the place in its words.
  if (line !== null) {
    at["line"] = line;
    if (end?.line) at["endLine"] = end.line;
    if (end?.line === line && column !== null && end.column) {
      at["col"] = column;
      at["endColumn"] = end.column;
    }
  }
  return { ...at, title: `${safe(title)} (${safe(rule)})` };
}

function problemLine(
  { language }: ReportContext,
  { path, status, problem }: DocumentResult,
  annotate: (severity: Severity, properties: Properties, message: () => string) => string,
): string {
  if (!problem) return "";
  const severity = status === "skipped" ? "info" : "error";
  const text = [problem.message, problem.advice].filter(Boolean).join("\n");
  return annotate(severity, { file: safe(path), title: say(language, `status.${status}`) }, () => safe(text));
}

function command(name: string, properties: Properties, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name}${list.length > 0 ? ` ${list.join(",")}` : ""}::${data(message)}\n`;
}

const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
