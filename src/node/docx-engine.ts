import * as buffer from "node:buffer";
import type { DocxEngine } from "../read/docx/engine.ts";

let loaded: typeof import("node:zlib") | undefined;

/** Loaded with the first part of the first document: it takes 1.4 ms, which a run over Markdown need not wait for. */
function zlib() {
  loaded ??= process.getBuiltinModule("node:zlib");
  return loaded;
}

/** Node's zlib and transcoder. */
export const docxEngine: DocxEngine = {
  inflate(packed, size) {
    try {
      // Room for one byte more, so that a longer one is noticed; all at once, so that nothing is put together.
      return zlib().inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
    } catch {
      return null;
    }
  },
  crc32: (bytes) => zlib().crc32(bytes),
  decodeUtf8(bytes) {
    const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (buffer.isAscii(held)) return held.toString("latin1");
    // A Node built without its tables for other languages has no transcoder.
    return buffer.isUtf8(held) ? (buffer.transcode?.(held, "utf8", "utf16le").toString("utf16le") ?? null) : null;
  },
};
