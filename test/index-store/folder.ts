import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Incoming } from "../../src/index-store/write.ts";
import { document } from "../compare/document.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A place for an index, removed when the tests are through. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gwlint-index-"));
  folders.push(folder);
  return join(folder, "index");
}

/** Texts by path as files to be indexed. */
export async function* incoming(files: Record<string, string>): AsyncGenerator<Incoming> {
  for (const [path, text] of Object.entries(files)) {
    const sha256 = createHash("sha256").update(text).digest("hex");
    yield { path, sha256, open: async () => document(path, ...text.split("\n")) };
  }
}
