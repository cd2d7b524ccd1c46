import { type Utf8, utf8 } from "../node/utf8.ts";
import { fileInMaking } from "./world.ts";

/** Bytes gathered before they are written. */
const BATCH = 1 << 19;

/** A file under way that takes texts of any number and length and is written in large pieces. */
export interface Utf8File {
  text(text: string): void;
  utf8(text: Utf8): void;
  /** Whether there is enough to be written. */
  readonly full: boolean;
  flush(): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

export async function utf8File(path: string): Promise<Utf8File> {
  const file = await fileInMaking(path);
  let waiting: Utf8[] = [];
  let length = 0;
  let batch = Buffer.alloc(0);
  const add = (text: Utf8) => {
    waiting.push(text);
    length += text.length;
  };
  const flush = async () => {
    if (batch.length < length) batch = Buffer.allocUnsafeSlow(length);
    let at = 0;
    for (const text of waiting) at += batch.write(text, at, "latin1");
    waiting = [];
    length = 0;
    if (at > 0) await file.write(batch.subarray(0, at));
  };
  return {
    text: (text) => add(utf8(text)),
    utf8: add,
    get full() {
      return length >= BATCH;
    },
    flush,
    async finish() {
      await flush();
      await file.finish();
    },
    abandon: () => file.abandon(),
  };
}
