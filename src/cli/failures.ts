import { sep } from "node:path";
import { type Command, CommanderError } from "commander";
import { ConfigError } from "../config/error.ts";
import { IndexError } from "../index-store/error.ts";
import { type Language, say } from "../language/say.ts";
import { PackError } from "../pack/errors.ts";
import { formatPackError } from "../pack/format-error.ts";
import { safe } from "../report/terminal.ts";
import { ChildRefused } from "../scan/child.ts";
import { closest } from "../yaml/closest.ts";
import type { YamlError } from "../yaml/error.ts";
import { UsageError } from "./errors.ts";
import { EXIT } from "./exit-code.ts";

/** What ended a command early, as people read it, and the exit code it gives. */
export interface Failure {
  text: string;
  code: number;
}

/** Wrong use, wrong configuration, wrong pack: 2 and a sentence. Anything else is our own bug: 4 and its trace. */
export function explainFailure(error: unknown, program: Command, language: Language, cwd: string): Failure {
  // Files are named as the user would from where the command runs.
  const usage = (text: string): Failure => ({ text: safe(text.replaceAll(cwd + sep, "")), code: EXIT.usage });
  if (error instanceof UsageError) return usage(`gwlint: ${say(language, error.key, error.values)}`);
  if (error instanceof CommanderError && error.code === "commander.help") return usage(program.helpInformation());
  if (error instanceof IndexError) return usage(`gwlint: ${say(language, error.key, error.values)}`);
  if (error instanceof CommanderError) return usage(`gwlint: ${commanderSentence(error, program, language)}`);
  if (error instanceof ChildRefused && error.code !== null) return { text: error.text, code: error.code };
  if (error instanceof PackError) return usage(formatPackError(error, language));
  if (error instanceof ConfigError) return usage(error.mistakes.map((one) => mistakeText(one, language)).join("\n\n"));
  if ((error as NodeJS.ErrnoException)?.code === "EPIPE") return { text: "", code: EXIT.ok };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `gwlint: ${say(language, "cli.internal")}\n${safe(trace)}`, code: EXIT.internal };
}

/** file:line:column, what is wrong, and the lines around it. */
function mistakeText({ file, line, column, code, values, frame }: YamlError, language: Language): string {
  return [`${file}:${line}:${column} ${say(language, code, values)}`, frame].filter(Boolean).join("\n");
}

/** commander's mistakes in the run's language, with the nearest name where one is close. */
function commanderSentence(error: CommanderError, program: Command, language: Language): string {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const word = named.split(/[ ,=]/)[0] ?? "";
  const hint = (names: string[]) => {
    const near = closest(word, names);
    return near ? say(language, "cli.did-you-mean", { near }) : "";
  };
  const commands = program.commands.flatMap((command) => [command, ...command.commands]);
  switch (error.code) {
    case "commander.unknownOption": {
      const asked = askedCommand(program);
      const options = (asked === program ? commands : [asked]).flatMap((command) =>
        command.options.map((option) => option.long ?? ""),
      );
      return say(language, "cli.unknown-option", { option: word }) + hint(options);
    }
    case "commander.unknownCommand":
    case "commander.excessArguments":
      return say(language, "cli.unknown-command", { command: word }) + hint(commands.map((command) => command.name()));
    case "commander.missingArgument":
      return say(language, "cli.missing-argument", { argument: named });
    case "commander.missingMandatoryOptionValue":
      return say(language, "cli.missing-option", { option: named });
    case "commander.optionMissingArgument":
      return say(language, "cli.option-value", { option: named });
    case "commander.invalidArgument":
      return say(language, "cli.invalid-value", {
        option: word,
        detail: /is invalid\. (.*)$/s.exec(error.message)?.[1] ?? "",
      });
    default:
      return error.message;
  }
}

/** The command that the words of the command line lead to, as far as they name one. */
function askedCommand(program: Command): Command {
  let asked = program;
  for (const word of program.args) {
    const next = asked.commands.find((command) => command.name() === word);
    if (!next) break;
    asked = next;
  }
  return asked;
}

/** Headings of the help text in the run's language; commander's own are English. */
export function speakCommander(program: Command, language: Language): void {
  const titles: Record<string, string> = {
    "Usage:": say(language, "cli.help.usage"),
    "Arguments:": say(language, "cli.help.arguments"),
    "Options:": say(language, "cli.help.options"),
    "Commands:": say(language, "cli.help.commands"),
  };
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    command.configureHelp({ styleTitle: (title) => titles[title] ?? title, sortOptions: false });
    command.helpOption("-h, --help", say(language, "cli.help"));
    if (command.commands.length > 0) command.helpCommand("help [command]", say(language, "cli.help"));
  }
}
