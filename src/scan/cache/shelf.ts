import { lstatSync } from "node:fs";
import { say } from "../../language/say.ts";
import type { Workbench } from "../../lint.ts";
import type { ScanLine, ScannedFile, ScanTotals } from "../../model/scan.ts";
import { nothingChecked } from "../../result/document-result.ts";
import { wordsOf } from "../../result/finding.ts";
import type { Task } from "../protocol.ts";
import { parseLine } from "../recover.ts";
import { type Scanned, scannedLine } from "../serve.ts";
import type { Setting } from "../setting.ts";
import { known } from "../snapshot.ts";
import type { Judgement } from "../totals.ts";
import { copyLine } from "./copy.ts";
import { openEarlier } from "./earlier.ts";
import type { CacheNote, Entry } from "./entry.ts";
import { cacheKey, metaParts } from "./key.ts";
import { openLookup } from "./lookup.ts";

/** What a cache knows of a file: its answer, and the line where that was looked into. */
interface Known {
  scanned: Scanned & { cache: CacheNote };
  /** Null where it was copied as bytes, which no line without a record is. */
  line: ScanLine | null;
}

/** What a child asks of a cache. */
export interface Shelf {
  /** A file known by size, time and inode; null where that is not trusted or it is not known. */
  sameFile(task: Task, context: unknown): Known | null;
  /** A content known; null: it has to be checked. */
  sameContent(file: ScannedFile, task: Task, context: unknown): Known | null;
  /** What to remember of a line that was made; undefined where nothing is. */
  note(line: ScanLine, totals: ScanTotals, task: Task, context: unknown): CacheNote | undefined;
}

/** How the line of a clean document ends that came from the cache alone. */
const NO_RECORD = ',"archive":null}\n';

/** Ends that another run may see differently, and lines that are nobody's content. */
const FLEETING = new Set(["timeout", "out-of-memory", "crashed", "unreadable", "skipped"]);

/** `basis` names everything that results depend on besides the file itself and what is declared about it. */
export function openShelf(
  setting: Setting,
  basis: Record<string, string>,
  bench: Workbench,
  { judge, copies }: { judge(line: ScanLine, named: boolean): Judgement; copies: boolean },
): Shelf {
  const { folder, by } = setting.cache!;
  const lookup = openLookup(folder);
  const earlier = openEarlier(setting.earlier);
  const base = cacheKey(basis);
  const keyOf = (sha256: string, context: unknown) => cacheKey(base, sha256, context);
  const metaKeyOf = (path: string, context: unknown) => {
    const stats = by === "metadata" ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    return stats && { key: cacheKey(base, context, ...metaParts(path, stats)), stats };
  };
  /** The line of a file that an entry speaks of; `file.sha256` is null where the file was not read. */
  function scannedBy(entry: Entry, file: ScannedFile, { name, named }: Task, metaKey?: string): Known | null {
    const { key, clean, verdicts, sums } = entry;
    const cache: CacheNote = { key, ...(metaKey ? { metaKey } : {}), clean, verdicts, sums };
    const before = earlier.line(entry);
    const bare = clean && before?.toString("latin1", before.length - NO_RECORD.length) === NO_RECORD;
    const copied = before && copies && !named && sums && !bare ? copyLine(before, name, file) : null;
    if (copied)
      return { scanned: { name, payload: copied, totals: JSON.parse(sums) as ScanTotals, cache }, line: null };
    const line =
      (before && again(before, name, file)) ?? (clean ? cleanLine(entry, file, name, bench, setting.language) : null);
    return line && { scanned: { ...scannedLine(line, judge(line, named)), cache }, line };
  }
  return {
    sameFile(task, context) {
      const meta = metaKeyOf(task.path, context);
      const content = meta && lookup.find(meta.key)?.same;
      const entry = content ? lookup.find(content) : null;
      if (!meta || !entry) return null;
      const { bytes, modified } = known(meta.stats);
      return scannedBy(entry, { bytes, sha256: null, modified, attempts: 1 }, task, meta.key);
    },
    sameContent(file, task, context) {
      const entry = lookup.find(keyOf(file.sha256!, context));
      return entry && scannedBy(entry, file, task, metaKeyOf(task.path, context)?.key);
    },
    note(line, totals, { path, named }, context) {
      const { sha256 } = line.file;
      if (sha256 === null || FLEETING.has(line.status)) return undefined;
      const verdicts = line.status === "checked-clean" ? lettersOf(line, bench) : null;
      const metaKey = metaKeyOf(path, context)?.key;
      return {
        key: keyOf(sha256, context),
        ...(metaKey ? { metaKey } : {}),
        clean: verdicts !== null,
        verdicts: verdicts ?? "",
        // A file that was named counts otherwise when it is only found.
        sums: copies && !named ? JSON.stringify(totals) : "",
      };
    },
  };
}

/** A line of the run before as that of the same content today. */
function again(bytes: Buffer, name: string, file: ScannedFile): ScanLine | null {
  const line = parseLine(bytes);
  if (!line || (file.sha256 !== null && line.file.sha256 !== file.sha256)) return null;
  return { ...line, path: name, file: { ...file, sha256: line.file.sha256 } };
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
