import type { ReportFormat } from "./format.ts";

/** Formats by name, each loaded when it is asked for. */
export const FORMATS = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  json: async () => (await import("./json.ts")).json,
  jsonl: async () => (await import("./json.ts")).jsonl,
  sarif: async () => (await import("./sarif.ts")).sarif,
  junit: async () => (await import("./junit.ts")).junit,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  rdjson: async () => (await import("./rdjson.ts")).rdjson,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html.ts")).html,
  xlsx: async () => (await import("./xlsx.ts")).xlsx,
} satisfies Record<string, () => Promise<ReportFormat>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
