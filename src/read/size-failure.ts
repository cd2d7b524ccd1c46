import type { Limits } from "../model/limits.ts";
import type { ReadFailure } from "../model/source.ts";

/** Why a file of `size` bytes is not even taken into memory; null where it is. */
export function sizeFailure(size: number, { docxBytes, textBytes }: Limits): ReadFailure | null {
  const max = Math.max(docxBytes, textBytes);
  if (size <= max) return null;
  const values = { limit: "docxBytes", actual: (size / 1048576).toFixed(1), max: (max / 1048576).toFixed(0) };
  return { status: "too-large", reason: "open.too-large", values };
}
