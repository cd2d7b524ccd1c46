import { factValueName } from "../../language/fact-value.ts";
import { say } from "../../language/say.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { rowOf, textOf } from "../../model/place.ts";
import { outlineView } from "../../report/outline.ts";
import { cut, safe } from "../../report/terminal.ts";
import type { AddCommand, Session } from "../main.ts";
import { documentToShow, formatChoice } from "../one-document.ts";

/** `outline FILE`: what was recognised: elements, parts, facts, the clause tree with its responsibility marks. */
export const outlineCommand: AddCommand = (program, session) => {
  const { language, world } = session;
  program
    .command("outline")
    .description(say(language, "cli.outline"))
    .argument("<file>", say(language, "cli.file"))
    .option("--format <format>", say(language, "cli.view-format"), formatChoice, "pretty")
    .option("--fact <name=value...>", say(language, "cli.fact"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (file: string, options: { format: string; fact?: string[] }) => {
      const document = await documentToShow(file, options.fact ?? [], session);
      if (!document) return;
      await world.out(
        options.format === "json" ? `${JSON.stringify(outlineView(document), null, 1)}\n` : tree(document, session),
      );
    });
};

function tree(document: OfficialDocument, { language, world }: Session): string {
  const view = outlineView(document);
  const lines: string[] = [];
  const element = (key: string, value: string | null) => {
    if (value) lines.push(`${say(language, `element.${key}`)}　${safe(value.replace(/\n/g, " "))}`);
  };
  for (const key of ["title", "docNumber", "addressees", "signature", "date"] as const) element(key, view[key]);
  for (const attachment of view.attachments) element("attachments", attachment);
  for (const [name, fact] of Object.entries(view.facts)) {
    if (fact.origin === "unknown") continue;
    const value = factWords(language, name, fact.value);
    lines.push(`${say(language, `fact.${name}`)}　${safe(value)}　${say(language, `origin.${fact.origin}`)}`);
  }
  for (const clause of document.clauses) {
    const { responsibility, deadline } = clause;
    const units = responsibility.units.map(
      (unit) => `${unit.name}${say(language, "outline.role", { role: unit.role })}`,
    );
    const marks = [
      clause.measure ? say(language, "outline.measure") : "",
      units.length > 0 ? `${say(language, `form.${responsibility.form}`)} ${units.join("、")}` : "",
      deadline ? say(language, "outline.deadline", { deadline: deadline.text }) : "",
    ].filter(Boolean);
    const text = cut(safe(textOf(document, clause.span).trim()), Math.max(30, world.columns - 12 - clause.level * 2));
    const row = String(rowOf(document, clause.span.block)).padStart(5);
    lines.push(`${row} ${"  ".repeat(clause.level)}${text}`);
    if (marks.length > 0) lines.push(`${" ".repeat(6 + clause.level * 2)}  ⤷ ${safe(marks.join(" · "))}`);
  }
  return `${lines.join("\n")}\n`;
}

/** A fact's value as people say it: 下行 for `down`; what has no words of its own as it is. */
function factWords(language: Session["language"], name: string, value: unknown): string {
  return Array.isArray(value) ? value.join("、") : factValueName(language, name, String(value));
}
