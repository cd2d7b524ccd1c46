import { FACT_NAMES, FACT_TYPES, type FactName, type Facts, type FactType, KINDS } from "../model/facts.ts";
import { closest } from "../yaml/closest.ts";
import { readDay } from "./day.ts";
import { FACT_ALIASES, FALSE_WORDS, TRUE_WORDS, VALUE_ALIASES } from "./fact-words.data.ts";

/** What is wrong with a declared fact: a catalogue key and its values; `name` is the name as written. */
export interface FactProblem {
  name: string;
  key: string;
  values: Record<string, string | number>;
}

export interface Declared {
  facts: Partial<Facts>;
  problems: FactProblem[];
}

const NAMES: ReadonlyMap<string, FactName> = new Map(
  FACT_NAMES.flatMap((name) => [name, name.toLowerCase(), ...FACT_ALIASES[name]].map((word) => [word, name] as const)),
);

/** All names of facts, English and Chinese, as they may be written. */
const FACT_WORDS: readonly string[] = FACT_NAMES.flatMap((name) => [name, ...FACT_ALIASES[name]]);

/**
 * Facts as people write them, in English or Chinese, to facts with `origin` as their evidence. What is written wrong is
 * left out and said in `problems`. With `unknown: "tolerate"` a name that is no fact is passed over unless it looks
 * mistyped: front matter and properties of a document have names of their own.
 */
export function declareFacts(
  raw: Record<string, unknown>,
  origin: string,
  unknown: "refuse" | "tolerate" = "refuse",
): Declared {
  const declared: Declared = { facts: {}, problems: [] };
  for (const [written, value] of Object.entries(raw)) {
    const name = factNamed(written);
    if (!name) {
      const word = halfWidth(written);
      // 主题 in front matter is a name of its own, not 主送 mistyped.
      const near =
        unknown === "refuse" || word.length >= (/[\u4e00-\u9fff]/.test(word) ? 3 : 4)
          ? closest(word, FACT_WORDS)
          : null;
      if (near)
        declared.problems.push({ name: written, key: "config.unknown-fact-near", values: { name: written, near } });
      else if (unknown === "refuse") {
        const known = FACT_NAMES.map((one) => `${one}（${FACT_ALIASES[one][0]}）`).join("、");
        declared.problems.push({ name: written, key: "config.unknown-fact", values: { name: written, known } });
      }
    } else if (value !== null && value !== undefined && value !== "") {
      const read = readValue(name, value);
      if ("problem" in read)
        declared.problems.push({ name: written, ...read.problem, values: { name: written, ...read.problem.values } });
      else Object.assign(declared.facts, { [name]: { origin: "declared", value: read.value, evidence: origin } });
    }
  }
  return declared;
}

/** Several declarations, the first has precedence: `--fact`, sidecar, the document itself, gwlint.yaml by path. */
export function mergeFacts(...byPrecedence: readonly Partial<Facts>[]): Partial<Facts> {
  return Object.assign({}, ...[...byPrecedence].reverse());
}

/** One `--fact` option, `name=value`; values of lists are separated by commas. */
export function parseFactOption(option: string): Declared {
  const text = halfWidth(option);
  const sign = text.indexOf("=");
  if (sign <= 0) return { facts: {}, problems: [{ name: option, key: "config.fact-option", values: { option } }] };
  return declareFacts({ [option.slice(0, sign).trim()]: option.slice(sign + 1).trim() }, "--fact");
}

function factNamed(written: string): FactName | undefined {
  const word = halfWidth(written).trim();
  return NAMES.get(word) ?? NAMES.get(word.toLowerCase());
}

type Read = { value: unknown } | { problem: { key: string; values: Record<string, string> } };

function readValue(name: FactName, value: unknown): Read {
  const type: FactType = FACT_TYPES[name];
  if (type.type === "list") {
    const items = Array.isArray(value) ? value.map(String) : splitList(String(value));
    if (!type.values) return { value: items };
    const chosen = items.map((item) => choose(name, item, type.values!));
    return (
      chosen.find((one) => "problem" in one) ?? { value: chosen.map((one) => ("value" in one ? one.value : null)) }
    );
  }
  if (typeof value === "object" && !(value instanceof Date))
    return { problem: { key: "config.fact-shape", values: {} } };
  const text = halfWidth(value instanceof Date ? value.toISOString() : String(value)).trim();
  if (type.type === "choice") return choose(name, text, type.values ?? []);
  if (type.type === "boolean") {
    if (TRUE_WORDS.includes(text.toLowerCase())) return { value: true };
    if (FALSE_WORDS.includes(text.toLowerCase())) return { value: false };
    return { problem: { key: "config.fact-boolean", values: { value: text } } };
  }
  if (type.type === "date") {
    const day = readDay(text);
    return day ? { value: day } : { problem: { key: "config.fact-date", values: { value: text } } };
  }
  return { value: String(value).trim() };
}

function choose(name: FactName, written: string, values: readonly string[]): Read {
  const word = halfWidth(written).trim();
  const aliases = VALUE_ALIASES[name] ?? {};
  const found = values.find((value) => value.toLowerCase() === word.toLowerCase()) ?? aliasOf(aliases, word);
  if (found !== undefined) return { value: found };
  // 实施方案, 工作要点, 管理办法: the last word is the kind.
  const kind = name === "kind" ? KINDS.find((one) => one.length > 1 && word.endsWith(one)) : undefined;
  if (kind) return { value: kind };
  const words = [...values, ...Object.keys(aliases)];
  const allowed = values.map((value) => shownValue(aliases, value)).join("、");
  const near = closest(word, words);
  if (near) return { problem: { key: "config.fact-value-near", values: { value: written, near, allowed } } };
  return { problem: { key: "config.fact-value", values: { value: written, allowed } } };
}

function aliasOf(aliases: Readonly<Record<string, string>>, word: string): string | undefined {
  const entry = Object.entries(aliases).find(([alias]) => halfWidth(alias) === word);
  return entry?.[1];
}

function shownValue(aliases: Readonly<Record<string, string>>, value: string): string {
  const alias = Object.entries(aliases).find(([, meant]) => meant === value)?.[0];
  return alias && /^[a-z]/.test(value) ? `${value}（${alias}）` : value;
}

/** Commas separate; 、 too, but not inside brackets: 各县（市、区）人民政府. */
function splitList(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = "";
  for (const char of text) {
    if ("（(〔[".includes(char)) depth++;
    else if ("）)〕]".includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && "，,；;、".includes(char)) {
      items.push(item);
      item = "";
    } else item += char;
  }
  return [...items, item].map((one) => one.trim()).filter((one) => one !== "");
}

/** Full-width letters, digits and signs to the ASCII ones; the full-width blank to a blank. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ");
}
