import { type Language, type MessageKey, say } from "../language/say.ts";
import { MAX_PROBLEMS, type PackError, type PackProblem } from "./errors.ts";

/** The mistakes as text, `file:line:column sentence` and the lines of the file below. No colour, no trailing newline. */
export function formatPackError({ problems }: PackError, language: Language): string {
  const shown = problems.map((problem) => formatProblem(problem, language));
  const files = new Map<string | null, number>();
  for (const { file } of problems) files.set(file, (files.get(file) ?? 0) + 1);
  for (const [file, count] of files) {
    if (count >= MAX_PROBLEMS) shown.push(say(language, "pack.more", { file: file ?? "", count }));
  }
  return shown.join("\n\n");
}

function formatProblem(
  { code, file, line, column, frame, values, suggestion }: PackProblem,
  language: Language,
): string {
  const place = [file, line, column].filter((part) => part !== null).join(":");
  const words = code === "bad-pattern" ? { ...values, reason: say(language, String(values["reason"])) } : values;
  const sentence = say(language, isOfYaml(code) ? code : (`pack.${code}` satisfies MessageKey), words);
  const hint = suggestion === null ? "" : say(language, "pack.suggest", { suggestion });
  const head = `${place}${place ? " " : ""}${sentence}${code === "yaml.missing" ? purpose(values, language) : ""}${hint}`;
  return frame ? `${head}\n${frame}` : head;
}

/** What the missing key is for. */
function purpose(values: PackProblem["values"], language: Language): string {
  const key = `pack.key.${String(values["key"]).replace(/^.*\./, "")}`;
  const sentence = say(language, key);
  return sentence === key ? "" : `（${sentence}）`;
}

function isOfYaml(code: PackProblem["code"]): code is `yaml.${string}` {
  return code.startsWith("yaml.");
}
