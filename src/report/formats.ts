import type { ReportFormat } from "./format.ts";

/** Formats by name, each loaded when it is asked for. */
export const FORMATS = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  json: async () => (await import("./json.ts")).json,
  jsonl: async () => (await import("./json.ts")).jsonl,
  sarif: async () => (await import("./sarif.ts")).sarif,
} satisfies Record<string, () => Promise<ReportFormat>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
