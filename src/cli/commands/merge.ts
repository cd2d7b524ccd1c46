import { LANGUAGES, say } from "../../language/say.ts";
import type { AddCommand } from "../main.ts";
import type { MergeOptions } from "../merge-work.ts";
import { oneOf } from "../option-values.ts";
import { withDecision } from "./shared-options.ts";

/** `merge REPORT… --out REPORT`: the reports of all shards as the report of one run. */
export const mergeCommand: AddCommand = (program, session) => {
  const word = (key: string) => say(session.language, key);
  const command = program
    .command("merge")
    .description(word("cli.merge"))
    .argument("<report...>", word("cli.merge-reports"))
    .requiredOption("--out <folder>", word("cli.scan-out"));
  withDecision(command, word)
    .option("--lang <language>", word("cli.lang"), oneOf(LANGUAGES))
    .option("--quiet", word("cli.quiet"))
    .action(async (reports: string[], options: MergeOptions) => {
      const { mergeWork } = await import("../merge-work.ts");
      await mergeWork(reports, options, session);
    });
};
