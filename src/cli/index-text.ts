import { filesOf } from "../index-store/contents.ts";
import type { DocumentEntry } from "../index-store/entry.ts";
import { openIndex } from "../index-store/open.ts";
import { type Language, say } from "../language/say.ts";
import { ISSUER_LEVELS } from "../model/facts.ts";
import { safe } from "../report/terminal.ts";

type LevelName = (typeof ISSUER_LEVELS)[number] | "none";

/** What `index info --format json` prints. */
export interface IndexInfo {
  documents: number;
  characters: number;
  postings: number;
  bytes: number;
  levels: Partial<Record<LevelName, number>>;
  faulty: Record<string, number>;
  faultyFiles: { path: string; status: string; reason: string }[];
  /** With --documents. */
  entries?: DocumentEntry[];
}

export function infoView(folder: string, withDocuments: boolean): IndexInfo {
  const index = openIndex(folder);
  const entries = [...index.ids()].map(index.document);
  index.close();
  const { contents } = index;
  const levels: IndexInfo["levels"] = {};
  for (const { level } of entries) levels[level ?? "none"] = (levels[level ?? "none"] ?? 0) + 1;
  const faulty: IndexInfo["faulty"] = {};
  for (const { status } of contents.faulty) faulty[status] = (faulty[status] ?? 0) + 1;
  return {
    documents: entries.length,
    characters: entries.reduce((sum, { length }) => sum + length, 0),
    postings: contents.parts.reduce((sum, { postings }) => sum + postings, 0),
    bytes: [...filesOf(contents).values()].reduce((sum, { bytes }) => sum + bytes, 0),
    levels,
    faulty,
    faultyFiles: contents.faulty,
    ...(withDocuments ? { entries } : {}),
  };
}

export function infoText(info: IndexInfo, language: Language): string {
  const lines = [
    say(language, "index.info", {
      count: info.documents,
      characters: (info.characters / 10_000).toFixed(1),
      postings: info.postings,
      megabytes: (info.bytes / 1048576).toFixed(1),
    }),
  ];
  for (const level of [...ISSUER_LEVELS, "none"] as const) {
    const count = info.levels[level];
    if (count) lines.push(say(language, "index.level", { level: say(language, `index.level-${level}`), count }));
  }
  if (info.faultyFiles.length > 0) lines.push(say(language, "index.faulty", { count: info.faultyFiles.length }));
  for (const [status, count] of Object.entries(info.faulty)) {
    lines.push(say(language, "index.level", { level: say(language, `status.${status}`), count }));
  }
  for (const { path, title, date, number } of info.entries ?? []) {
    lines.push(safe([path, title, number, date].filter(Boolean).join("  ")));
  }
  return `${lines.join("\n")}\n`;
}
