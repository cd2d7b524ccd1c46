import { SCOPES } from "../../index-store/scope.ts";
import { LANGUAGES, say } from "../../language/say.ts";
import { CACHE_BY } from "../../scan/setting.ts";
import type { AddCommand } from "../main.ts";
import { collect, commaList, everyOrNamed, numberFrom, oneOf, severity } from "../option-values.ts";
import type { ScanOptions } from "../scan-order.ts";

/** `scan DIR… --out REPORT`: a whole archive, one line a file; and the child processes it starts. */
export const scanCommand: AddCommand = (program, session) => {
  const word = (key: string, values?: Record<string, string>) => say(session.language, key, values);
  program
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
    .option("--recycle <files>", word("cli.scan-recycle"), numberFrom(1))
    .option("--rules <pack>", word("cli.rules-option"), commaList)
    .option("--against <path>", word("cli.against"), collect)
    .option("--index-scope <scope>", word("cli.index-scope"), oneOf(SCOPES))
    .option("--own-versions", word("cli.own-versions"))
    .option("--fact <name=value>", word("cli.fact"), collect)
    .option("--config <file>", word("cli.config"))
    .option("--fail-on <severity>", word("cli.fail-on"), severity)
    .option("--fail-on-unchecked [rule]", word("cli.fail-on-unchecked"), everyOrNamed)
    .option("--max-warnings <number>", word("cli.max-warnings"), numberFrom(0))
    .option("--limit <name=value>", word("cli.limit"), collect)
    .option("--strict-input", word("cli.strict-input"))
    .option("--allow-empty", word("cli.allow-empty"))
    .option("--root <folder>", word("cli.root"))
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
