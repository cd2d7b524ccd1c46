import { InvalidArgumentError } from "commander";
import { declaredIn } from "../bench/declared.ts";
import { say } from "../language/say.ts";
import { openDocument } from "../lint.ts";
import type { OfficialDocument } from "../model/document.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import { foreignText } from "../node/foreign-text.ts";
import { safe } from "../report/terminal.ts";
import { factOptions } from "./declared.ts";
import { namedDraft } from "./drafts.ts";
import { EXIT } from "./exit-code.ts";
import type { Session } from "./main.ts";

/** The one document a view is about. One that cannot be read is told on stderr and ends with 3. */
export async function documentToShow(
  path: string,
  facts: readonly string[],
  session: Session,
): Promise<OfficialDocument | null> {
  const { world, language, finish } = session;
  const draft = await namedDraft(path, { over: factOptions(facts), under: {} }, world);
  const opened = await openDocument(draft, {
    limits: DEFAULT_LIMITS,
    declaredIn,
    textOfForeign: foreignText,
  });
  if (opened.ok) return opened.document;
  const { reason, values } = opened.failure;
  const advice = say(language, `${reason}.advice`, values);
  world.err(
    `gwlint: ${safe(path)}: ${safe(say(language, reason, values))}\n${advice === `${reason}.advice` ? "" : `${advice}\n`}`,
  );
  finish(EXIT.unchecked);
  return null;
}

/** `--format` of the views. */
export const formatChoice = (value: string) => choose(value, ["pretty", "json"]);
/** `--format` of `compare`; the last two print the coverage table only. */
export const coverageFormatChoice = (value: string) => choose(value, ["pretty", "json", "markdown", "csv"]);
/** `--scope` of `count`. */
export const scopeChoice = (value: string) => choose(value, ["body", "document"]);

/** One of the allowed words, or a mistake of the command line. */
export function choose(value: string, allowed: readonly string[]): string {
  if (!allowed.includes(value)) throw new InvalidArgumentError(`${value}: ${allowed.join(" | ")}`);
  return value;
}
