import { DEFAULT_LIMITS } from "../model/limits.ts";
import type { ReadFailure } from "../model/source.ts";
import { sizeFailure } from "../read/size-failure.ts";
import type { DroppedFile } from "./messages.ts";

/** Files of one drop: packs are told by their ending, whatever else there is goes where it was dropped. */
export interface Intake {
  files: DroppedFile[];
  packs: { name: string; text: string }[];
}

/** Bytes of a pack file beyond which nobody reads it as one; the YAML reader has its own, smaller limit. */
const LARGEST_PACK = 2_000_000;

/** Everything in a drop, folders as files that cannot be opened. */
export function dropped(transfer: DataTransfer): Promise<Intake> {
  const folders = new Set<string>();
  for (const item of Array.from(transfer.items)) {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) folders.add(entry.name);
  }
  return taken(Array.from(transfer.files), folders);
}

export async function taken(files: readonly File[], folders: ReadonlySet<string> = new Set()): Promise<Intake> {
  const intake: Intake = { files: [], packs: [] };
  for (const file of files) {
    const { name } = file;
    if (folders.has(name)) intake.files.push({ name, bytes: failed("open.not-a-file") });
    else if (/\.ya?ml$/i.test(name) && file.size <= LARGEST_PACK) {
      const bytes = await bytesOf(file);
      if (bytes instanceof Uint8Array) intake.packs.push({ name, text: new TextDecoder().decode(bytes) });
      else intake.files.push({ name, bytes });
    } else intake.files.push({ name, bytes: await bytesOf(file) });
  }
  return intake;
}

/** The bytes now, so that a file that is moved or changed later is still what was dropped. */
async function bytesOf(file: File): Promise<Uint8Array | ReadFailure> {
  const large = sizeFailure(file.size, DEFAULT_LIMITS);
  if (large) return large;
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // Moved, locked by another program, on a share that went away: the browser says which by name.
    return failed("open.failed", { code: error instanceof Error ? error.name : String(error) });
  }
}

function failed(reason: string, values: ReadFailure["values"] = {}): ReadFailure {
  return { status: "unreadable", reason, values };
}
