import type { ExemptionMarks, ScanPack } from "../model/scan.ts";
import type { Place } from "./cache/earlier.ts";
import type { CacheNote } from "./cache/entry.ts";
import type { LineSums } from "./totals.ts";

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
  /** It was in hand when a child ended: answers before it are not held back, so that the next end tells whose it is. */
  careful?: true;
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
  sums: LineSums;
  exemptions?: ExemptionMarks;
  /** The line stands in the results of the run before just so, and does not follow. */
  copied?: Place;
  cache?: CacheNote;
  /** The file was gone into, which wears a process out; not one that is known, or named by its type. */
  checked: boolean;
  /** Code of an input or output error that may pass: the line counts only if the second attempt ends so too. */
  trouble?: string;
  /** Memory of the child, bytes. */
  rss: number;
  /** Bytes that follow: of the line, and behind it of the same line sealed. */
  bytes: number;
  sealed: number;
}

/** What follows the head of a reply. */
export interface Payload {
  line: Buffer;
  sealed: Buffer;
}

export type Reply = Ready | Refused | LineReply;

export function encodeReply(
  reply: Ready | Refused | Omit<LineReply, "bytes" | "sealed">,
  line: Uint8Array = NOTHING,
  sealed: Uint8Array = NOTHING,
): Buffer {
  const head = Buffer.from(`${JSON.stringify({ ...reply, bytes: line.length, sealed: sealed.length })}\n`);
  return Buffer.concat([head, line, sealed]);
}

const NOTHING = Buffer.alloc(0);
const NEWLINE = 10;
/** Bytes: the head of a frame has sums, not words. */
const MOST_HEAD = 16 * 1024 * 1024;

/** Takes pieces of the stream as they come and calls `take` with each whole frame. Throws on what is no frame. */
export function frameReader(take: (reply: Reply, payload: Payload) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let have = 0;
  let head: Reply | null = null;
  let need = 1;
  return (piece) => {
    pieces.push(piece);
    have += piece.length;
    // A line of 64 MB comes in a thousand pieces: joining them at every one would take the square of that.
    if (have < need || (!head && !piece.includes(NEWLINE))) {
      // A child gone wild shall not fill its parent's memory until its time is up.
      if (!head && have > MOST_HEAD) throw new Error(`no frame in ${have} bytes`);
      return;
    }
    const all = pieces.length === 1 ? piece : Buffer.concat(pieces);
    let at = 0;
    for (;;) {
      if (!head) {
        const end = all.indexOf(NEWLINE, at);
        if (end < 0) break;
        head = JSON.parse(all.toString("utf8", at, end)) as Reply;
        at = end + 1;
      }
      const [bytes, sealed] = "bytes" in head ? [head.bytes, head.sealed] : [0, 0];
      if (all.length - at < bytes + sealed) break;
      const reply = head;
      head = null;
      take(reply, { line: all.subarray(at, at + bytes), sealed: all.subarray(at + bytes, at + bytes + sealed) });
      at += bytes + sealed;
    }
    pieces = at < all.length ? [all.subarray(at)] : [];
    have = all.length - at;
    need = head && "bytes" in head ? head.bytes + head.sealed : 1;
  };
}
