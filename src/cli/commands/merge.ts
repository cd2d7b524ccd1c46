import { LANGUAGES, say } from "../../language/say.ts";
import type { AddCommand } from "../main.ts";
import type { MergeOptions } from "../merge-work.ts";
import { everyOrNamed, numberFrom, oneOf, severity } from "../option-values.ts";

/** `merge REPORT… --out REPORT`: the reports of all shards as the report of one run. */
export const mergeCommand: AddCommand = (program, session) => {
  const word = (key: string) => say(session.language, key);
  program
    .command("merge")
    .description(word("cli.merge"))
    .argument("<report...>", word("cli.merge-reports"))
    .requiredOption("--out <folder>", word("cli.scan-out"))
    .option("--fail-on <severity>", word("cli.fail-on"), severity)
    .option("--fail-on-unchecked [rule]", word("cli.fail-on-unchecked"), everyOrNamed)
    .option("--max-warnings <number>", word("cli.max-warnings"), numberFrom(0))
    .option("--strict-input", word("cli.strict-input"))
    .option("--config <file>", word("cli.config"))
    .option("--lang <language>", word("cli.lang"), oneOf(LANGUAGES))
    .option("--quiet", word("cli.quiet"))
    .action(async (reports: string[], options: MergeOptions) => {
      const { mergeWork } = await import("../merge-work.ts");
      await mergeWork(reports, options, session);
    });
};
