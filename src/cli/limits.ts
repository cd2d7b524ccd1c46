import { DEFAULT_LIMITS, LIMIT_NAMES, type LimitName, type Limits, limitOption } from "../model/limits.ts";
import { closest } from "../yaml/closest.ts";
import { UsageError } from "./errors.ts";

const UNITS: Record<string, number> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/**
 * `--limit docx-bytes=80M`: the limits of a run. A value is a whole number from 1, with K, M or G behind it; an unknown
 * name is answered with the nearest known one.
 */
export function limitOptions(options: readonly string[]): Limits {
  const limits = { ...DEFAULT_LIMITS };
  for (const option of options) {
    const [name = "", value = ""] = option.split(/=(.*)/s);
    const [, digits, unit] = /^(\d{1,12})([KMG]?)B?$/i.exec(value) ?? [];
    const number = Number(digits) * UNITS[(unit ?? "").toUpperCase()]!;
    if (!(number >= 1)) throw new UsageError("cli.limit-value", { option });
    limits[limitCalled(name)] = number;
  }
  return limits;
}

function limitCalled(word: string): LimitName {
  const known = new Map(LIMIT_NAMES.map((name) => [limitOption(name)!, name]));
  const name = known.get(word);
  if (name) return name;
  const near = closest(word, known.keys());
  throw new UsageError(near ? "cli.unknown-limit-near" : "cli.unknown-limit", {
    name: word,
    near: near ?? "",
    limits: [...known.keys()].join(" "),
  });
}
