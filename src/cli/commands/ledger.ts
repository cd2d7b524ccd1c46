import { basename, resolve } from "node:path";
import { say } from "../../language/say.ts";
import { ledger } from "../../ledger/ledger.ts";
import { LEDGER_FORMAT_NAMES, LEDGER_FORMATS } from "../../report/ledger/formats.ts";
import { safe } from "../../report/terminal.ts";
import type { AddCommand } from "../main.ts";
import { documentToShow } from "../one-document.ts";
import { outputsOf, writeOutput } from "../outputs.ts";

/** `ledger FILE`: 责任清单 (任务分解表): what is to be done, by whom, by when, how much. */
export const ledgerCommand: AddCommand = (program, session) => {
  const { language, world } = session;
  program
    .command("ledger")
    .description(say(language, "cli.ledger"))
    .argument("<file>", say(language, "cli.file"))
    .option(
      "--format <format[:file]>",
      say(language, "cli.format", { formats: LEDGER_FORMAT_NAMES.join(" | ") }),
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option("--fact <name=value...>", say(language, "cli.fact"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (file: string, options: { format: string[]; fact?: string[] }) => {
      const outputs = outputsOf(options.format.length > 0 ? options.format : ["pretty"], LEDGER_FORMAT_NAMES, world);
      const document = await documentToShow(file, options.fact ?? [], session);
      if (!document) return;
      const table = ledger(document);
      if (table.rows.length === 0) world.err(`gwlint: ${safe(say(language, "ledger.none"))}\n`);
      const look = { language, name: basename(document.name), width: world.columns };
      const drafts = new Set([resolve(world.cwd, file)]);
      for (const output of outputs) {
        await writeOutput(output.file, await LEDGER_FORMATS[output.format](table, look), drafts, world);
      }
    });
};
