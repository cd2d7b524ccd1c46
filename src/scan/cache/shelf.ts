import { lstatSync } from "node:fs";
import { say } from "../../language/say.ts";
import type { Workbench } from "../../lint.ts";
import type { ScanLine, ScannedFile } from "../../model/scan.ts";
import { nothingChecked } from "../../result/document-result.ts";
import { wordsOf } from "../../result/finding.ts";
import type { Setting } from "../setting.ts";
import { known } from "../snapshot.ts";
import { openEarlier } from "./earlier.ts";
import type { CacheNote, Entry } from "./entry.ts";
import { cacheKey, metaParts } from "./key.ts";
import { openLookup } from "./lookup.ts";

/** What a child asks of a cache. */
export interface Shelf {
  /** A file known by size, time and inode; null where that is not trusted or it is not known. */
  sameFile(path: string, name: string, context: unknown): { line: ScanLine; note: CacheNote } | null;
  /** A content known; null: it has to be checked. */
  sameContent(
    file: ScannedFile,
    path: string,
    name: string,
    context: unknown,
  ): { line: ScanLine; note: CacheNote } | null;
  /** What to remember of a line that was made; undefined where nothing is. */
  note(line: ScanLine, path: string, context: unknown): CacheNote | undefined;
}

/** Ends that another run may see differently, and lines that are nobody's content. */
const FLEETING = new Set(["timeout", "out-of-memory", "crashed", "unreadable", "skipped"]);

/** `basis` names everything that results depend on besides the file itself and what is declared about it. */
export function openShelf(setting: Setting, basis: Record<string, string>, bench: Workbench): Shelf {
  const { folder, by } = setting.cache!;
  const lookup = openLookup(folder);
  const earlier = openEarlier(setting.earlier);
  const base = cacheKey(basis);
  const keyOf = (sha256: string, context: unknown) => cacheKey(base, sha256, context);
  const metaKeyOf = (path: string, context: unknown) => {
    const stats = by === "metadata" ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    return stats && { key: cacheKey(base, context, ...metaParts(path, stats)), stats };
  };
  function lineOf(entry: Entry, file: ScannedFile | null, name: string): ScanLine | null {
    const before = earlier.line(entry);
    if (before) {
      if (file && before.file.sha256 !== file.sha256) return null;
      return { ...before, path: name, file: file ?? { ...before.file, attempts: 1 } };
    }
    return entry.clean && file ? cleanLine(entry, file, name, bench, setting.language) : null;
  }
  return {
    sameFile(path, name, context) {
      const meta = metaKeyOf(path, context);
      if (!meta) return null;
      const content = lookup.find(meta.key)?.same;
      const entry = content === undefined ? null : lookup.find(content);
      if (!entry) return null;
      const file = { ...known(meta.stats), sha256: null, attempts: 1 };
      const line = lineOf(entry, null, name) ?? lineOf(entry, file, name);
      const { key, clean, verdicts } = entry;
      return line && { line, note: { key, metaKey: meta.key, clean, verdicts, hit: true } };
    },
    sameContent(file, path, name, context) {
      const key = keyOf(file.sha256!, context);
      const entry = lookup.find(key);
      const line = entry && lineOf(entry, file, name);
      if (!line) return null;
      const metaKey = metaKeyOf(path, context)?.key;
      return {
        line,
        note: { key, ...(metaKey ? { metaKey } : {}), clean: entry.clean, verdicts: entry.verdicts, hit: true },
      };
    },
    note(line, path, context) {
      const { sha256 } = line.file;
      if (sha256 === null || FLEETING.has(line.status)) return undefined;
      const verdicts = line.status === "checked-clean" ? lettersOf(line, bench) : null;
      const metaKey = metaKeyOf(path, context)?.key;
      return {
        key: keyOf(sha256, context),
        ...(metaKey ? { metaKey } : {}),
        clean: verdicts !== null,
        verdicts: verdicts ?? "",
        hit: false,
      };
    },
  };
}

/** A letter a rule: h held, n not applicable, u not checked; null where a finding was excused, which takes words to tell. */
function lettersOf(line: ScanLine, { rules }: Workbench): string | null {
  if (line.findings.length > 0 || line.problem) return null;
  const letters = new Map<string, string>();
  for (const rule of line.held) letters.set(rule, "h");
  for (const { rule } of line.notApplicable) letters.set(rule, "n");
  for (const { rule } of line.notChecked) letters.set(rule, "u");
  const all = rules.map(({ id }) => letters.get(id) ?? "?").join("");
  return all.includes("?") ? null : all;
}

/** The line of a clean document that was not read: every rule's verdict, and no word of the document. */
function cleanLine(
  { verdicts }: Entry,
  file: ScannedFile,
  name: string,
  { rules }: Workbench,
  language: Setting["language"],
): ScanLine | null {
  if (verdicts.length !== rules.length) return null;
  const { elapsed: _elapsed, ...line } = nothingChecked(name, "checked-clean");
  const why = say(language, "scan.from-cache");
  rules.forEach((rule, i) => {
    const { id, pack } = rule;
    const { title } = wordsOf(rule, language);
    if (verdicts[i] === "h") line.held.push(id);
    else if (verdicts[i] === "n") line.notApplicable.push({ rule: id, because: why });
    else {
      const remedy = say(language, "scan.from-cache.remedy");
      line.notChecked.push({ rule: id, pack, title, code: "scan.from-cache", reason: why, remedy, settledBy: [] });
    }
  });
  return { ...line, file, archive: null };
}
