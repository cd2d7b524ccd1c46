import { emptyConfig } from "../../config/config.ts";
import { SCOPES, type SearchOptions } from "../../index-store/scope.ts";
import { say } from "../../language/say.ts";
import type { Superior } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { OverlapPassage, OverlapReport } from "../../model/overlap.ts";
import { rowOf } from "../../model/place.ts";
import type { Edit } from "../../model/result.ts";
import { slashes } from "../../node/config-files.ts";
import type { CoverageFormat } from "../../report/coverage/formats.ts";
import { cut, safe } from "../../report/terminal.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { AddCommand, Session } from "../main.ts";
import { joined } from "../named-superiors.ts";
import { choose, coverageFormatChoice, documentToShow } from "../one-document.ts";
import { searchOptions } from "../search-options.ts";
import { superiorShelf } from "../superiors.ts";

/** `compare DRAFT SOURCE…`: every copied passage with both places, how it was altered, and what share it makes. */
export const compareCommand: AddCommand = (program, session) => {
  const { language, world } = session;
  program
    .command("compare")
    .description(say(language, "cli.compare"))
    .argument("<draft>", say(language, "cli.draft"))
    .argument("[source...]", say(language, "cli.sources"))
    .option(
      "--against <path>",
      say(language, "cli.against"),
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option("--index-scope <scope>", say(language, "cli.index-scope"), scopeOf)
    .option("--own-versions", say(language, "cli.own-versions"))
    .option("--coverage", say(language, "cli.coverage"))
    .option("--format <format>", say(language, "cli.compare-format"), coverageFormatChoice, "pretty")
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (path: string, sources: string[], options: CompareCommandOptions) => {
      const { format } = options;
      if (!options.coverage && format !== "pretty" && format !== "json") {
        throw new UsageError("cli.coverage-format", { format });
      }
      if (sources.length + options.against.length === 0) throw new UsageError("cli.no-source");
      const draft = await documentToShow(path, [], session);
      const superiors: OfficialDocument[] = [];
      for (const source of sources) {
        const superior = await documentToShow(source, [], session);
        if (superior) superiors.push(superior);
      }
      // What could not be read was told on stderr; a comparison with a part of the sources would look like one with all.
      if (!draft || superiors.length < sources.length) return;
      const found = await foundSuperiors(draft, options, session);
      superiors.push(...(options.coverage ? found.filter(binds) : found).map(({ document }) => document));
      if (options.coverage) return world.out(await coverageText(draft, superiors, format, session));
      const { compareReport } = await import("../../compare/report.ts");
      const report = compareReport(draft, superiors);
      await world.out(format === "json" ? `${JSON.stringify(report, null, 1)}\n` : reportText(report, draft, session));
    });
};

type Readable = Extract<Superior, { document: unknown }>;

/** What a draft merely shares words with gives it no tasks. */
const binds = (superior: Readable) => !superior.alike;

/** Superiors from --against; one that could not be read, or is cited and not there, is told and ends with 3. */
async function foundSuperiors(
  draft: OfficialDocument,
  options: CompareCommandOptions,
  session: Session,
): Promise<Readable[]> {
  const { world, language } = session;
  const shelf = superiorShelf(emptyConfig(slashes(world.cwd)), searchOptions(options), session);
  const { documents, find } = joined(await Promise.all(options.against.map(shelf.open)));
  const all = [...documents, ...(find?.(draft) ?? [])].filter(({ name }) => name !== draft.name);
  for (const superior of all) {
    if (!("problem" in superior)) continue;
    const { name, problem } = superior;
    world.err(`gwlint: ${safe(say(language, "cli.superior-problem", { name, problem }))}\n`);
    session.finish(EXIT.unchecked);
  }
  return all.filter((superior): superior is Readable => "document" in superior);
}

const scopeOf = (value: string) => choose(value, SCOPES) as SearchOptions["scope"];

interface CompareCommandOptions {
  against: string[];
  indexScope?: SearchOptions["scope"];
  ownVersions?: boolean;
  coverage?: boolean;
  format: CoverageFormat;
}

async function coverageText(
  draft: OfficialDocument,
  superiors: readonly OfficialDocument[],
  format: CoverageFormat,
  { language, world }: Session,
): Promise<string> {
  const { coverage } = await import("../../compare/coverage.ts");
  const { coverageRows } = await import("../../report/coverage/rows.ts");
  const { COVERAGE_FORMATS } = await import("../../report/coverage/formats.ts");
  const rows = coverageRows(coverage(draft, superiors), draft, superiors);
  return COVERAGE_FORMATS[format](rows, { language, width: world.columns });
}

function reportText(report: OverlapReport, draft: OfficialDocument, session: Session): string {
  const { language } = session;
  const lines: string[] = [];
  if (report.relayed) {
    const { reason, title } = report.relayed;
    lines.push(safe(say(language, `compare.relayed.${reason}`, { title })));
  }
  if (report.passages.length === 0) lines.push(say(language, "compare.none"));
  for (const [index, passage] of report.passages.entries())
    lines.push(...passageLines(passage, index, draft, session), "");
  const percent = (share: number) => (100 * share).toFixed(1);
  lines.push(
    say(language, "compare.figures", {
      share: percent(report.share),
      copied: report.copied,
      own: report.own,
      whole: report.wholeClauses,
      clauses: report.clauses.length,
      local: report.localClauses,
      longest: report.longest.exact,
      masked: report.maskedCopied,
    }),
  );
  for (const source of report.sources) {
    lines.push(
      say(language, "compare.source", { name: safe(source.name), share: percent(source.share), copied: source.copied }),
    );
  }
  for (const { text, span } of report.foreign ?? []) {
    lines.push(say(language, "compare.foreign", { text: safe(text), row: rowOf(draft, span.block) }));
  }
  return `${lines.join("\n")}\n`;
}

function passageLines(passage: OverlapPassage, index: number, draft: OfficialDocument, { language, world }: Session) {
  const row = passage.draftSpans[0] ? rowOf(draft, passage.draftSpans[0].block) : 0;
  const head = say(language, passage.textbook ? "compare.textbook" : "compare.passage", {
    n: index + 1,
    class: say(language, `class.${passage.class}`),
    identity: Math.round(100 * passage.identity),
    copied: passage.copied,
    place: [passage.draftClause, row].filter(Boolean).join(" · "),
  });
  const own = ownEdits(passage);
  const side = (of: "draft" | "source") =>
    passage.edits
      .filter((edit) => edit[of] !== "")
      .map((edit) => {
        const text = safe(edit[of]);
        if (edit.kind === "equal") return text;
        return own.has(edit) ? say(language, "compare.own", { text }) : `【${text}】`;
      })
      .join("")
      .replace(/\s+/g, " ");
  const gap = say(language, "pretty.gap");
  const from = `${safe(passage.source.name)}${passage.sourceClause ? ` ${passage.sourceClause}` : ""}`;
  return [
    head,
    `  ${say(language, "pretty.draft")}${gap}${cut(side("draft"), world.columns * 6)}`,
    `  ${say(language, "pretty.superior")}${gap}${cut(side("source"), world.columns * 6)}`,
    `  ${" ".repeat(4)}${gap}${from}`,
  ];
}

/** Edits that are sentences of the draft's own, put in between copied ones. */
function ownEdits({ edits, draft, own }: OverlapPassage): ReadonlySet<Edit> {
  const found = new Set<Edit>();
  let at = draft.start;
  for (const edit of edits) {
    if (edit.kind === "insert" && own.some(({ start, end }) => at >= start && at < end)) found.add(edit);
    at += edit.draft.length;
  }
  return found;
}
