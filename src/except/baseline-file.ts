import type { Baseline } from "./baseline.ts";

/** One finding a line, by path and rule, so that a diff shows what was added and what was mended. */
export function writeBaseline(baseline: Baseline): string {
  const lines = [...baseline]
    .flatMap(([path, entries]) => [...entries].map(([fingerprint, rule]) => ({ path, rule, fingerprint })))
    .sort((a, b) => order(a.path, b.path) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint))
    .map((entry) => JSON.stringify(entry));
  return lines.length === 0
    ? '{"gwlint-baseline":1,"findings":[]}\n'
    : `{"gwlint-baseline":1,"findings":[\n${lines.join(",\n")}\n]}\n`;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The baseline in a file's text; null where it is none, in whole or in a single entry. */
export function readBaseline(text: string): Baseline | null {
  const value = parsed(text);
  if (!isRecord(value) || value["gwlint-baseline"] !== 1 || !Array.isArray(value["findings"])) return null;
  const baseline: Baseline = new Map();
  for (const entry of value["findings"] as unknown[]) {
    if (!isRecord(entry)) return null;
    const { path, rule, fingerprint } = entry;
    if (typeof path !== "string" || typeof rule !== "string" || typeof fingerprint !== "string") return null;
    const entries = baseline.get(path) ?? new Map<string, string>();
    baseline.set(path, entries.set(fingerprint, rule));
  }
  return baseline;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
