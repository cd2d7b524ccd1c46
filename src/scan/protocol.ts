import type { ExemptionMarks, ScanPack, ScanTotals } from "../model/scan.ts";
import type { CacheNote } from "./cache/entry.ts";

/**
 * What goes between the parent and a child. Parent → child: lines of JSON on standard input, first the setting, then
 * tasks; the end of it tells the child to go. Child → parent: frames on file descriptor 3, a line of JSON and then as
 * many bytes as it says. Standard output belongs to nobody, so that noise on it breaks nothing.
 */
export interface Task {
  id: number;
  /** Absolute. */
  path: string;
  name: string;
  /** The user named this very file. */
  named: boolean;
  attempt: number;
  /** Tasks of an epoch in which a file failed for the disk's or network's sake are dropped by the child. */
  epoch: number;
}

export interface Ready {
  kind: "ready";
  packs: ScanPack[];
  basis: Record<string, string>;
  /** A superior named for the run could not be read. */
  superiorUnread: boolean;
}

/** The command line, configuration or a pack is wrong: the words for it and the exit code. */
interface Refused {
  kind: "refused";
  text: string;
  code: number;
}

/** One line of the results. A task has one; that of an archive has one a member, and its own last. */
export interface LineReply {
  kind: "line";
  task: number;
  last: boolean;
  /** Name of the file the line is about. */
  name: string;
  totals: ScanTotals;
  exemptions?: ExemptionMarks;
  cache?: CacheNote;
  /** Code of an input or output error that may pass: the line counts only if the second attempt ends so too. */
  trouble?: string;
  /** Memory of the child, bytes. */
  rss: number;
  bytes: number;
}

export type Reply = Ready | Refused | LineReply;

export function encodeReply(reply: Ready | Refused | Omit<LineReply, "bytes">, payload?: Uint8Array): Buffer {
  const head = Buffer.from(`${JSON.stringify({ ...reply, bytes: payload?.length ?? 0 })}\n`);
  return payload ? Buffer.concat([head, payload]) : head;
}

const NEWLINE = 10;

/** Takes pieces of the stream as they come and calls `take` with each whole frame. Throws on what is no frame. */
export function frameReader(take: (reply: Reply, payload: Buffer) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let have = 0;
  let head: Reply | null = null;
  let need = 1;
  return (piece) => {
    pieces.push(piece);
    have += piece.length;
    // A line of 64 MB comes in a thousand pieces: joining them at every one would take the square of that.
    if (have < need || (!head && !piece.includes(NEWLINE))) return;
    let all = pieces.length === 1 ? piece : Buffer.concat(pieces);
    for (;;) {
      if (!head) {
        const end = all.indexOf(NEWLINE);
        if (end < 0) break;
        head = JSON.parse(all.toString("utf8", 0, end)) as Reply;
        all = all.subarray(end + 1);
      }
      const length = "bytes" in head ? head.bytes : 0;
      if (all.length < length) break;
      const reply = head;
      head = null;
      take(reply, all.subarray(0, length));
      all = all.subarray(length);
    }
    pieces = all.length > 0 ? [all] : [];
    have = all.length;
    need = head && "bytes" in head ? head.bytes : 1;
  };
}
