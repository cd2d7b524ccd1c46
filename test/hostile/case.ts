import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { Status } from "../../src/model/source.ts";
import { read } from "../../src/read/read.ts";

/** One hostile input. `run` says what went wrong, or null where the program did what it has to. */
export interface HostileCase {
  name: string;
  run(): Promise<string | null> | string | null;
}

export interface HostileGroup {
  name: string;
  cases: HostileCase[];
}

/** What a file has to end as: a status, or `read` where it is only odd and its text has to be there. */
export type Ending = Exclude<Status, `checked-${string}`> | "read";

/** A file that has to end as one of `endings`; of one that is read `text` has to be in it. */
export function file(
  name: string,
  bytes: () => Uint8Array,
  endings: Ending | readonly Ending[],
  text = "通知",
  fileName = "草稿.docx",
): HostileCase {
  const allowed: readonly Ending[] = typeof endings === "string" ? [endings] : endings;
  return {
    name,
    async run() {
      const result = await read(bytes(), fileName, DEFAULT_LIMITS);
      const ending: Ending = result.ok ? "read" : (result.failure.status as Ending);
      const said = result.ok ? ending : `${ending} (${result.failure.reason})`;
      if (!allowed.includes(ending)) return `ends as ${said}, not ${allowed.join(" or ")}`;
      if (!result.ok) return null;
      const whole = result.source.blocks.map((block) => block.text).join("\n");
      return whole.includes(text) ? null : `reads ${JSON.stringify(whole.slice(0, 80))}`;
    },
  };
}
