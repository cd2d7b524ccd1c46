import { say } from "../../language/say.ts";
import { countScope } from "../../measure/count.ts";
import { estimatePages } from "../../measure/pages.ts";
import { measuredPart } from "../../model/check.ts";
import type { AddCommand } from "../main.ts";
import { documentToShow, formatChoice, scopeChoice } from "../one-document.ts";

/** `count FILE`: 字数 in its three units, and pages with their interval. */
export const countCommand: AddCommand = (program, session) => {
  const { language, world } = session;
  program
    .command("count")
    .description(say(language, "cli.count"))
    .argument("<file>", say(language, "cli.file"))
    .option("--scope <scope>", say(language, "cli.scope"), scopeChoice, "body")
    .option("--format <format>", say(language, "cli.view-format"), formatChoice, "pretty")
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (file: string, options: { scope: "body" | "document"; format: string }) => {
      const document = await documentToShow(file, [], session);
      if (!document) return;
      const part = measuredPart(document);
      const counts = countScope(document, options.scope, part);
      const pages = estimatePages(document);
      if (options.format === "json") await world.out(`${JSON.stringify({ ...counts, pages })}\n`);
      else {
        const where = say(language, options.scope === "body" ? `count.body.${part}` : "count.document");
        const witness = pages.witness === null ? "" : `\n${say(language, "count.witness", { witness: pages.witness })}`;
        const { low, best, high } = pages;
        await world.out(
          `${where}${say(language, "count.figures", { ...counts })}\n${say(language, "count.pages", { low, best, high })}${witness}\n`,
        );
      }
    });
};
