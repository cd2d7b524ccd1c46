import { describe, expect, it } from "vitest";
import type { HostileGroup } from "./case.ts";

declare module "vitest" {
  interface TaskMeta {
    /** Highest memory of the process so far, MB: for the table of `npm run eval:hostile`. */
    rss?: number;
  }
}

/** Every case of the groups as a test of its own. */
export function runCases(groups: readonly HostileGroup[]): void {
  for (const { name, cases } of groups) {
    describe(`hostile: ${name}`, () => {
      for (const one of cases) {
        it(one.name, async ({ task }) => {
          expect(await one.run()).toBeNull();
          task.meta.rss = process.resourceUsage().maxRSS / 1024;
        });
      }
    });
  }
}
