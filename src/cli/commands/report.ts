import { resolve } from "node:path";
import { LANGUAGES, say } from "../../language/say.ts";
import type { ViewsAsked } from "../archive-views.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { AddCommand, Session } from "../main.ts";
import { collect, commaList, oneOf } from "../option-values.ts";
import { viewsWritten } from "../scan-words.ts";

interface ReportOptions {
  format?: string[];
  rules?: string[];
  config?: string;
}

/** `report REPORT`: the views of a finished scan again, with the rules over an archive as the packs have them now. */
export const reportCommand: AddCommand = (program, session) => {
  const word = (key: string, values?: Record<string, string>) => say(session.language, key, values);
  program
    .command("report")
    .description(word("cli.report"))
    .argument("<folder>", word("cli.report-folder-argument"))
    .option("--format <format>", word("cli.report-format"), collect)
    .option("--rules <pack>", word("cli.rules-option"), commaList)
    .option("--config <file>", word("cli.config"))
    .option("--lang <language>", word("cli.lang"), oneOf(LANGUAGES))
    .action((folder: string, options: ReportOptions) => report(folder, options, session));
  program
    .command("report-child", { hidden: true })
    .argument("<order>")
    .action(async (order: string) => {
      const { viewsHere } = await import("../archive-views.ts");
      // The process that asked is gone: nobody waits for the views.
      process.stdin.on("end", () => process.exit(EXIT.interrupted)).resume();
      try {
        const { folder, asked, today } = JSON.parse(order) as { folder: string; asked: ViewsAsked; today: string };
        const written = await viewsHere(folder, asked, { ...session, world: { ...session.world, today } });
        await session.world.out(JSON.stringify(written));
      } finally {
        process.stdin.destroy();
      }
    });
};

async function report(folder: string, options: ReportOptions, session: Session): Promise<void> {
  const { world, language } = session;
  const { VIEW_FORMATS } = await import("../view-sink.ts");
  const { makeViews } = await import("../archive-views.ts");
  const { format, ...others } = options;
  const asked = format ?? VIEW_FORMATS;
  const formats = VIEW_FORMATS.filter((one) => asked.includes(one));
  const wrong = asked.find((one) => !formats.some((known) => known === one));
  if (wrong !== undefined)
    throw new UsageError("cli.unknown-format", { format: wrong, formats: VIEW_FORMATS.join(" ") });
  const written = await makeViews(resolve(world.cwd, folder), { ...others, formats }, session);
  world.err(`${viewsWritten(folder, written, language)}\n`);
}
