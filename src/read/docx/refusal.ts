import type { FailureStatus, ReadFailure, ReadResult } from "../../model/source.ts";

/**
 * How a part deep inside the package says that the file cannot be read. `readDocx` alone catches it and hands the
 * failure on as a value; any other exception is a mistake of ours and passes through.
 */
export class Refusal extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure) {
    super(failure.reason);
    this.name = "Refusal";
    this.failure = failure;
  }
}

export type RefusalValues = Record<string, string | number>;

/** Ends the reading of this file. `reason` is a key of the message catalogue. */
export function refuse(status: FailureStatus, reason: string, values: RefusalValues = {}): never {
  throw new Refusal({ status, reason, values });
}

/** Runs `read` and turns its refusal into a value. */
export function refusing(read: () => ReadResult): ReadResult {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** Bytes as the megabytes a person reads, one digit behind the point. */
export function megabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
