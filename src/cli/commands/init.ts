import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { say } from "../../language/say.ts";
import { UsageError } from "../errors.ts";
import type { AddCommand } from "../main.ts";
import { writeNew } from "../world.ts";

/** `init`: a commented gwlint.yaml with a fingerprint key of its own. An existing one is left alone. */
export const initCommand: AddCommand = (program, session) => {
  const { language, world } = session;
  program
    .command("init")
    .description(say(language, "cli.init"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async () => {
      const path = resolve(world.cwd, "gwlint.yaml");
      const text = say(language, "init.template", { key: randomBytes(16).toString("hex") });
      if (!(await writeNew(path, text))) throw new UsageError("cli.init-exists", { path });
      await world.out(`${say(language, "cli.init-done", { path })}\n`);
    });
};
