import { createHash } from "node:crypto";
import type { Draft } from "../lint.ts";
import type { ScanLine, ScannedFile } from "../model/scan.ts";
import type { ReadFailure } from "../model/source.ts";
import { endingOf } from "../read/detect.ts";
import { Refusal } from "../read/docx/refusal.ts";
import { readDirectory, type ZipEntry } from "../read/docx/zip/directory.ts";
import { type InflateBudget, inflateEntry } from "../read/docx/zip/inflate.ts";
import { byName, checkedLine, type Desk, refusedLine } from "./line.ts";
import { type Scanned, scannedLine } from "./serve.ts";

/** An archive as read: its own name, and what is declared about everything in it. */
interface Opened {
  bytes: Uint8Array;
  file: ScannedFile;
  name: string;
  draft: Draft;
  named: boolean;
}

/**
 * Members of a zip archive, one line each under 包.zip!/目录/文件.docx, then the line of the archive itself. One level deep:
 * an archive inside is named and not opened. All members share the bounds of one file.
 */
export async function* scanArchive(archive: Opened, desk: Desk): AsyncGenerator<Scanned> {
  const { bytes, file, name, named } = archive;
  const done = (line: ScanLine): Scanned => scannedLine(line, desk.judge(line, named));
  const { limits } = desk.bench;
  const entries = refusable(() => [...readDirectory(bytes, limits).values()]);
  if ("status" in entries) return yield done(refusedLine(name, entries, file, desk));
  if (entries.some((entry) => entry.name === "[Content_Types].xml")) {
    return yield done(refusedLine(name, { status: "unsupported", reason: "scan.office-zip", values: {} }, file, desk));
  }
  const budget: InflateBudget = { packed: 0, inflated: 0 };
  let members = 0;
  for (const entry of entries) {
    const inner = memberName(bytes, entry);
    if (inner.endsWith("/") || inner.split("/").some((part) => part.startsWith(".") || part === "__MACOSX")) continue;
    members++;
    yield done(await memberLine(archive, entry, `${name}!/${inner}`, budget, desk));
  }
  const opened: ReadFailure = { status: "skipped", reason: "scan.archive-opened", values: { members } };
  yield done(refusedLine(name, opened, file, desk));
}

async function memberLine(
  { bytes, file, draft }: Opened,
  entry: ZipEntry,
  name: string,
  budget: InflateBudget,
  desk: Desk,
): Promise<ScanLine> {
  const unread: ScannedFile = { ...file, bytes: entry.size, sha256: null };
  const nested: ReadFailure | null =
    endingOf(name) === ".zip" ? { status: "unsupported", reason: "scan.nested", values: {} } : null;
  const refused = nested ?? byName(name);
  if (refused) return refusedLine(name, refused, unread, desk);
  const { limits } = desk.bench;
  const content = refusable(() => inflateEntry(bytes, entry, limits, budget));
  if (!(content instanceof Uint8Array)) return refusedLine(name, content, unread, desk);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const left = { ...limits, inflatedBytes: Math.max(0, limits.inflatedBytes - budget.inflated) };
  const member = { ...draft, name, open: async () => content };
  return checkedLine(member, { ...unread, sha256 }, { ...desk, bench: { ...desk.bench, limits: left } });
}

function refusable<T>(work: () => T): T | ReadFailure {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
}

/** Zip programs on Chinese Windows write names in GBK and say nothing of it. */
function memberName(bytes: Uint8Array, { nameAt, nameLength, name }: ZipEntry): string {
  const raw = bytes.subarray(nameAt, nameAt + nameLength);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw).replaceAll("\\", "/");
    } catch {
      // Not in this encoding.
    }
  }
  return name;
}
