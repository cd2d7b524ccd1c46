import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { read } from "../../src/read/read.ts";
import { describeShared, shared } from "../shared.ts";

/** Files that other projects keep because a reader once broke on them: fuzzed, malformed, protected. */
const FOLDERS = ["hostile", "docx-odd"];

describeShared("hostile: public files", () => {
  for (const folder of FOLDERS) {
    const path = shared(`corpus/${folder}`);
    const names = path === null ? [] : readdirSync(path);
    it.each(names)(`${folder}/%s ends in a status or has a text`, async (name) => {
      const result = await read(new Uint8Array(readFileSync(`${path}/${name}`)), name, DEFAULT_LIMITS);
      if (result.ok) expect(result.source.blocks.length + result.source.cut.length).toBeGreaterThan(0);
      else expect(result.failure.status).toMatch(/^(unsupported|encrypted|corrupt|rejected-unsafe|too-large|skipped)$/);
    });
  }
});
