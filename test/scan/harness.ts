import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";
import type { ScanLine, ScanRun } from "../../src/model/scan.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The command as a process would be started from an installation; `faulty` breaks where a document says so. Without
 * `readers` the libraries for old Word documents and PDF are not installed beside it.
 */
export async function bundledCommand(name: "command" | "faulty-command", readers = true): Promise<string> {
  // An installation of its own, so that what lies in dist/ from an earlier build is not taken for today's.
  const home = mkdtempSync(join(tmpdir(), "gwlint-installed-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  // Some tests run it as another user.
  chmodSync(home, 0o755);
  for (const part of ["rules", ...(readers ? ["node_modules"] : [])]) symlinkSync(join(root, part), join(home, part));
  copyFileSync(join(root, "package.json"), join(home, "package.json"));
  execFileSync(process.execPath, [join(root, "scripts", "compile-packs.mjs"), join(home, "dist", "packs")]);
  const outdir = join(home, "dist");
  await build({
    entryPoints: [join(root, "test", "scan", `${name}.ts`)],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    banner: { js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);' },
  });
  return join(outdir, `${name}.mjs`);
}

/** A short notice with one finding: its second item is numbered three. */
export const draft = (i: number) => `# 关于第${i}项工作的通知

各县区人民政府：

一、做好第${i}项工作，由市水利局牵头。

三、按月报告进展。

某某市人民政府办公室
2026年5月6日
`;

export interface Ended {
  status: number | null;
  signal: string | null;
  out: string;
  err: string;
}

/** As whom a command runs, and with what besides the environment of the tests. */
export interface Start {
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
}

/** A command running as a process of its own, for tests that end it. */
export const start = (script: string, cwd: string, argv: readonly string[], how: Start = {}) =>
  startProgram(process.execPath, [script, ...argv], cwd, how);

/** Any program, with what it says and how it ended. */
export function startProgram(program: string, argv: readonly string[], cwd: string, { env, ...whose }: Start = {}) {
  const child = spawn(program, argv, { cwd, env: { ...process.env, ...env }, ...whose });
  let out = "";
  let err = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (err += text.toString()));
  const ended = new Promise<Ended>((done) => child.on("close", (status, signal) => done({ status, signal, out, err })));
  return { child, ended };
}

export const run = (script: string, cwd: string, argv: readonly string[], how?: Start) =>
  start(script, cwd, argv, how).ended;

/** Lines of a report, by path. A path that comes twice fails the test that reads it. */
export function results(report: string): Map<string, ScanLine> {
  const lines = new Map<string, ScanLine>();
  for (const text of readFileSync(join(report, "results.jsonl"), "utf8").split("\n").filter(Boolean)) {
    const line = JSON.parse(text) as ScanLine;
    if (lines.has(line.path)) throw new Error(`${line.path} stands in the results twice`);
    lines.set(line.path, line);
  }
  return lines;
}

export const runOf = (report: string) => JSON.parse(readFileSync(join(report, "run.json"), "utf8")) as ScanRun;

/** What may differ between two runs over the same files is left out: how often a file was tried. */
export function comparable(report: string): Map<string, unknown> {
  const lines = [...results(report)].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(lines.map(([path, line]) => [path, { ...line, file: { ...line.file, attempts: 0 } }]));
}

export const statuses = (report: string) =>
  Object.fromEntries([...results(report)].map(([path, { status }]) => [path, status]));
