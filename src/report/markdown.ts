import { say, type Values } from "../language/say.ts";
import type { DocumentResult, Summary, WireFinding } from "../model/result.ts";
import { SEVERITIES } from "../model/rule.ts";
import type { ReportFormat } from "./format.ts";
import { markdownCell } from "./markdown-cell.ts";
import { type MarkdownGroup, markdownGroups } from "./markdown-groups.ts";
import { basisText } from "./pretty-finding.ts";

/** GitHub refuses a comment over 65,536 characters; what no longer fits is counted. */
const ROOM = 60_000;

type Word = (key: string, values?: Values) => string;

/**
 * A comment for a pull request: the sum first, then a table a rule, the gravest first, with its basis and what to do
 * said once. A marker at its head lets a job find and replace its former comment. At most 60,000 characters are kept,
 * however long the run is.
 */
export const markdown: ReportFormat = {
  name: "markdown",
  start(context) {
    const word: Word = (key, values) => say(context.language, key, values);
    const groups = markdownGroups(ROOM);
    return {
      begin: () => "",
      document(result) {
        if (result.problem) groups.add(0, "unread", () => unreadHead(word), problemRow(word, result));
        for (const finding of result.findings) {
          if (finding.suppressed) continue;
          const rank = 1 + SEVERITIES.indexOf(finding.severity);
          groups.add(rank, groupOf(finding), () => ruleHead(word, finding), findingRow(result, finding));
        }
        return "";
      },
      end(summary) {
        const lines = ["<!-- gwlint -->", `### ${word("markdown.title")}`, "", sumLine(word, summary)];
        return `${lines.join("\n")}\n${groupsText(word, groups.all())}`;
      },
    };
  },
};

/** What gwlint says about exceptions shares an id and differs in what to do. */
const groupOf = ({ rules, pack, advice }: WireFinding) => [...rules, pack === "gwlint" ? advice : ""].join(" ");

/** Group by group, as far as the room goes; a table ends between rows, and the end says how many are left. */
function groupsText(word: Word, groups: readonly MarkdownGroup[]): string {
  const lines: string[] = [];
  let room = ROOM;
  let left = 0;
  for (const { head, rows, count } of groups) {
    const heading = ["", ...head(count), ""];
    room -= heading.join("\n").length + 1;
    const fitting = rows.findIndex((text) => (room -= text.length + 1) < 0);
    const shown = fitting < 0 ? rows : rows.slice(0, fitting);
    left += count - shown.length;
    if (shown.length > 0)
      lines.push(...heading, row([word("markdown.file"), word("markdown.problem")]), row(["---", "---"]), ...shown);
  }
  if (left > 0) lines.push("", word("markdown.more", { count: left }));
  return lines.map((line) => `${line}\n`).join("");
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function unreadHead(word: Word): (count: number) => string[] {
  return (count) => [`#### ${word("markdown.unread")}${word("pretty.places", { count })}`];
}

function problemRow(word: Word, { path, status, problem }: DocumentResult): string {
  const text = [word(`status.${status}`), problem?.message, problem?.advice].filter(Boolean).join("\n");
  return row([markdownCell(path), markdownCell(text)]);
}

/** What the findings of a rule share: severity and title, basis, what to do. */
function ruleHead(word: Word, finding: WireFinding): (count: number) => string[] {
  const { severity, title, rules, basis, threshold, advice } = finding;
  const colon = word("pretty.colon");
  const said = [
    ...basis.map((entry) => `${word("pretty.basis")}${colon}${basisText({ word }, entry)}`),
    ...(threshold ? [word("pretty.threshold")] : []),
    ...(advice ? [`${word("pretty.advice")}${colon}${advice}`] : []),
  ];
  const heading = `${word(`severity.${severity}`)}${colon}${title}`;
  return (count) => [
    `#### ${markdownCell(heading)}${word("pretty.places", { count })} ${markdownCell(rules.join(" "))}`,
    ...(said.length > 0 ? ["", markdownCell(said.join("\n"))] : []),
  ];
}

function findingRow({ path }: DocumentResult, { place, message }: WireFinding): string {
  return row([markdownCell(`${path}\n${place}`), markdownCell(message)]);
}

function sumLine(word: Word, summary: Summary): string {
  const counts = SEVERITIES.map((severity) =>
    word(`pretty.count.${severity}`, { count: summary.bySeverity[severity] }),
  );
  if (summary.suppressed > 0) counts.push(word("pretty.count.suppressed", { count: summary.suppressed }));
  return `**${word("pretty.files", { count: summary.documents, findings: counts.join(word("pretty.comma")) })}**`;
}
