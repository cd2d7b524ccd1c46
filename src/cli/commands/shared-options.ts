import type { Command } from "commander";
import { SCOPES } from "../../index-store/scope.ts";
import { collect, commaList, everyOrNamed, numberFrom, oneOf, severity } from "../option-values.ts";

/** A text of the catalogue in the language of the session. */
type Word = (key: string) => string;

/** What is checked by: packs, superiors, facts, configuration. `check` and `scan` take the same. */
export const withBasis = (command: Command, word: Word): Command =>
  command
    .option("--rules <pack>", word("cli.rules-option"), commaList)
    .option("--against <path>", word("cli.against"), collect)
    .option("--index-scope <scope>", word("cli.index-scope"), oneOf(SCOPES))
    .option("--own-versions", word("cli.own-versions"))
    .option("--fact <name=value>", word("cli.fact"), collect)
    .option("--limit <name=value>", word("cli.limit"), collect)
    .option("--root <folder>", word("cli.root"))
    .option("--allow-empty", word("cli.allow-empty"));

/** What decides the exit code, of one document as of all. */
export const withDecision = (command: Command, word: Word): Command =>
  command
    .option("--config <file>", word("cli.config"))
    .option("--fail-on <severity>", word("cli.fail-on"), severity)
    .option("--fail-on-unchecked [rule]", word("cli.fail-on-unchecked"), everyOrNamed)
    .option("--max-warnings <number>", word("cli.max-warnings"), numberFrom(0))
    .option("--strict-input", word("cli.strict-input"));
