import { constants, crc32, deflateRaw } from "node:zlib";
import type { Engine } from "../workbook/engine.ts";

const LEVEL = 1;

/** Node's zlib, which works on threads of its own. */
export const zipEngine: Engine = {
  deflate: (bytes, last) =>
    new Promise((done, fail) => {
      const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
      deflateRaw(bytes, { level: LEVEL, finishFlush, chunkSize: 1 << 18 }, (error, made) =>
        error ? fail(error) : done(made),
      );
    }),
  crc32,
  writeLatin1: (text, bytes, at) => void view(bytes).write(text, at, "latin1"),
};

const views = new WeakMap<Uint8Array, Buffer>();

function view(bytes: Uint8Array): Buffer {
  const known = views.get(bytes);
  if (known) return known;
  const made = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  views.set(bytes, made);
  return made;
}
