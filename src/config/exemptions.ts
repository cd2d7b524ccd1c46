import type { Exemption } from "../model/exemption.ts";
import { closest } from "../yaml/closest.ts";
import { YamlError } from "../yaml/error.ts";
import type { ParsedYaml } from "../yaml/parse.ts";
import { readDay } from "./day.ts";
import { ConfigError, throwMistakes } from "./error.ts";
import type { ExemptionEntry } from "./exemption-schema.ts";
import type { Files } from "./files.ts";
import { compileGlob, isGlob } from "./glob.ts";
import { parseFile } from "./load.ts";

export interface ExemptionFile {
  entries: Exemption[];
  /** Entries that are not in force, each with everything that is wrong in it. */
  malformed: YamlError[][];
}

/**
 * Reads the exemption file. An entry with a mistake, or for a rule not in `rules`, hides nothing and is told; the
 * others are in force. Throws ConfigError where the file is missing or no exemption file at all.
 */
export async function loadExemptions(file: string, files: Files, rules: ReadonlySet<string>): Promise<ExemptionFile> {
  const bytes = await files.read(file);
  if (!bytes) {
    throw new ConfigError([
      new YamlError("config.no-exemptions", { file, line: 1, column: 1, frame: "" }, { path: file }),
    ]);
  }
  const [{ exemptionFileSchema, exemptionListSchema, exemptionSchema }, { locateIssues }, parsed] = await Promise.all([
    import("./exemption-schema.ts"),
    import("../yaml/locate.ts"),
    parseFile(bytes, file),
  ]);
  const list = exemptionListSchema.safeParse(parsed.value ?? {});
  if (!list.success) throwMistakes(locateIssues(list.error.issues, parsed, exemptionFileSchema));
  const entries: Exemption[] = [];
  const malformed: YamlError[][] = [];
  for (const [i, raw] of (list.data?.exemptions ?? []).entries()) {
    const entry = exemptionSchema.safeParse(raw);
    if (!entry.success) {
      const issues = entry.error.issues.map((issue) => ({ ...issue, path: ["exemptions", i, ...issue.path] }));
      malformed.push(locateIssues(issues, parsed, exemptionFileSchema));
    } else {
      const wrong = mistakeIn(entry.data, i, parsed, rules);
      if (wrong) malformed.push([wrong]);
      else entries.push(exemption(entry.data, parsed.at(["exemptions", i]).line));
    }
  }
  return { entries, malformed };
}

/** What only the run can tell: days of the calendar, rules in force, patterns that multiply beyond their limit. */
function mistakeIn(entry: ExemptionEntry, i: number, parsed: ParsedYaml, rules: ReadonlySet<string>): YamlError | null {
  const at = (key: string) => parsed.at(["exemptions", i, key]);
  if (readDay(entry.until) === null) return parsed.error("config.until", at("until"), { value: entry.until });
  const unknown = [entry.rule].flat().find((rule) => !rules.has(rule));
  if (unknown !== undefined) {
    const near = closest(unknown, rules);
    const key = near ? "config.exempt-rule-near" : "config.exempt-rule";
    return parsed.error(key, at("rule"), { rule: unknown, near: near ?? "" });
  }
  try {
    compileGlob(entry.path);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return parsed.error("config.pattern", at("path"));
    throw error;
  }
}

function exemption(entry: ExemptionEntry, line: number): Exemption {
  const segments = entry.path
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .split("/");
  const fixed = segments.findIndex((segment) => isGlob(segment));
  return {
    rules: [entry.rule].flat(),
    matches: compileGlob(entry.path),
    folder: fixed < 0 ? null : segments.slice(0, fixed).join("/"),
    clause: entry.clause ?? null,
    fingerprint: entry.fingerprint ?? null,
    reason: entry.reason,
    approvedBy: entry["approved-by"],
    until: readDay(entry.until)!,
    line,
  };
}
