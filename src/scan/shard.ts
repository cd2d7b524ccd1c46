import { createHash } from "node:crypto";
import type { ScanRun } from "../model/scan.ts";

/**
 * Whether a file belongs to a part. It hangs on the name alone, so that every machine divides the same tree the same
 * way; names are composed first, since one file system hands out é as two characters and another as one.
 */
export function inShard(name: string, shard: ScanRun["shard"]): boolean {
  if (!shard) return true;
  const hash = createHash("sha256").update(name.normalize("NFC")).digest();
  return hash.readUInt32BE(28) % shard.of === shard.index - 1;
}
