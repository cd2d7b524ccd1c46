import { LANGUAGES, say } from "../../language/say.ts";
import { CACHE_BY } from "../../scan/setting.ts";
import type { AddCommand } from "../main.ts";
import { numberFrom, oneOf } from "../option-values.ts";
import type { ScanOptions } from "../scan-order.ts";
import { withBasis, withDecision } from "./shared-options.ts";

/** `scan DIR… --out REPORT`: a whole archive, one line a file; and the child processes it starts. */
export const scanCommand: AddCommand = (program, session) => {
  const word = (key: string, values?: Record<string, string>) => say(session.language, key, values);
  const command = program
    .command("scan")
    .description(word("cli.scan"))
    .argument("<path...>", word("cli.scan-paths"))
    .requiredOption("--out <folder>", word("cli.scan-out"))
    .option("--resume", word("cli.scan-resume"))
    .option("--restart", word("cli.scan-restart"))
    .option("--jobs <number>", word("cli.scan-jobs"), numberFrom(1))
    .option("--cache <folder>", word("cli.scan-cache"))
    .option("--cache-by <how>", word("cli.scan-cache-by"), oneOf(CACHE_BY))
    .option("--shard <part/all>", word("cli.scan-shard"))
    .option("--archives", word("cli.scan-archives"))
    .option("--allow-classified", word("cli.scan-allow-classified"))
    .option("--timeout <seconds>", word("cli.scan-timeout"), numberFrom(1))
    .option("--heap <megabytes>", word("cli.scan-heap"), numberFrom(64))
    .option("--memory <megabytes>", word("cli.scan-memory"), numberFrom(128))
    .option("--recycle <files>", word("cli.scan-recycle"), numberFrom(1));
  withDecision(withBasis(command, word), word)
    .option("--lang <language>", word("cli.lang"), oneOf(LANGUAGES))
    .option("--quiet", word("cli.quiet"))
    .action(async (paths: string[], options: ScanOptions) => {
      const { scanWork } = await import("../scan-work.ts");
      await scanWork(paths, options, session);
    });
  program.command("scan-child", { hidden: true }).action(async () => {
    const { scanChild } = await import("../scan-child.ts");
    await scanChild(program, session);
  });
};
