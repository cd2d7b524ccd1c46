import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../src/cli/main.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with the given files, removed when the tests are through. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "gwlint-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs one command line in `cwd` as a user would, without a process: status, standard output, standard error. */
export async function gwlint(
  cwd: string,
  argv: readonly string[],
  stdin = "",
  today = "2026-06-30",
  terminal = false,
): Promise<Ran> {
  let out = "";
  let err = "";
  const status = await main(argv, {
    cwd,
    env: {},
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => new TextEncoder().encode(stdin),
    outIsTerminal: terminal,
    errIsTerminal: false,
    columns: 100,
    errColumns: () => 100,
    today,
    script: "",
    onInterrupt: () => () => {},
  });
  return { status, out, err };
}
