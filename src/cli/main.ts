import { Command, CommanderError } from "commander";
import { LANGUAGES, type Language, say } from "../language/say.ts";
import { docxEngine } from "../node/docx-engine.ts";
import { useDocxEngine } from "../read/docx/engine.ts";
import { checkCommand } from "./commands/check.ts";
import { compareCommand } from "./commands/compare.ts";
import { countCommand } from "./commands/count.ts";
import { indexCommand } from "./commands/index.ts";
import { initCommand } from "./commands/init.ts";
import { ledgerCommand } from "./commands/ledger.ts";
import { mergeCommand } from "./commands/merge.ts";
import { outlineCommand } from "./commands/outline.ts";
import { reportCommand } from "./commands/report.ts";
import { rulesCommand } from "./commands/rules.ts";
import { scanCommand } from "./commands/scan.ts";
import { EXIT } from "./exit-code.ts";
import { explainFailure, speakCommander } from "./failures.ts";
import { VERSION } from "./version.ts";
import { processWorld, type World } from "./world.ts";

/** What a command is given: the world, the language, and where to leave its exit code. */
export interface Session {
  world: World;
  language: Language;
  finish(code: number): void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, session: Session) => void;

const COMMANDS: readonly AddCommand[] = [
  checkCommand,
  outlineCommand,
  countCommand,
  ledgerCommand,
  compareCommand,
  indexCommand,
  scanCommand,
  mergeCommand,
  reportCommand,
  rulesCommand,
  initCommand,
];

/** Runs one command line and returns its exit code. Nothing else prints, reads arguments or knows exit codes. */
export async function main(argv: readonly string[], world: World = processWorld()): Promise<number> {
  useDocxEngine(docxEngine);
  const language = languageOf(argv, world.env);
  let code: number = EXIT.ok;
  const session: Session = {
    world,
    language,
    finish: (value) => {
      code = value;
    },
  };
  const program = new Command("gwlint");
  program
    .description(say(language, "cli.about"))
    .option("--lang <language>", say(language, "cli.lang"))
    .version(VERSION, "-V, --version", say(language, "cli.version"))
    .exitOverride()
    .configureOutput({ writeOut: (text) => void world.out(text), writeErr: () => {} });
  for (const add of COMMANDS) add(program, session);
  speakCommander(program, language);
  try {
    await program.parseAsync(argv as string[], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const failure = explainFailure(error, program, language, world.cwd);
    world.err(`${failure.text}\n`);
    return failure.code;
  }
}

/** The language has to be known before the command line is parsed: its mistakes are told in it. */
function languageOf(argv: readonly string[], env: World["env"]): Language {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const named = at < 0 ? env["GWLINT_LANG"] : (argv[at]!.split("=")[1] ?? argv[at + 1]);
  return LANGUAGES.find((language) => language === named) ?? "zh";
}
