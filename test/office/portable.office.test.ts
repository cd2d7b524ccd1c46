import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { folderWith } from "../cli/run.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const packed = spawnSync("npm", ["run", "--silent", "pack:portable"], { cwd: root, encoding: "utf8" });
// Without a registry there is no binary of Node to pack; anything else is a mistake of ours.
const unreachable = packed.status !== 0 && /E(NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT)|E40[134]/.test(packed.stderr);
const why = unreachable ? " (skipped: no registry answers)" : "";

describe.skipIf(unreachable)(`the portable package${why}`, () => {
  const out = join(root, "dist-portable");
  const zipFor = (system: string) => join(out, readdirSync(out).find((name) => name.endsWith(`${system}.zip`))!);
  beforeAll(() => expect([packed.status, packed.stderr]).toEqual([0, expect.any(String)]));

  it.runIf(process.platform === "linux" && process.arch === "x64")(
    "checks a draft on a machine without Node, in a folder with blanks and signs in its name",
    () => {
      const home = folderWith({ "草 稿&件/占位": "" });
      execFileSync("unzip", ["-q", zipFor("linux-x64"), "-d", home]);
      const top = join(home, readdirSync(home).find((name) => name.startsWith("gwlint-"))!);
      const draft = join(home, "草 稿&件", "方案 (一).docx");
      copyFileSync(join(root, "fixtures/demo/plan.docx"), draft);
      mkdirSync(join(home, "bin"));
      for (const tool of ["dirname", "sh"]) execFileSync("ln", ["-s", `/usr/bin/${tool}`, join(home, "bin", tool)]);
      const env = { PATH: join(home, "bin"), HOME: home, GWLINT_QUIET: "1" };
      expect(spawnSync("node", ["--version"], { env }).error?.message).toMatch(/ENOENT/);
      const run = spawnSync(join(top, "检查公文.sh"), [draft], { env, encoding: "utf8" });
      expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("方案 (一).批注.docx")]);
      const written = readdirSync(join(home, "草 稿&件"));
      expect(written).toEqual(expect.arrayContaining(["方案 (一).批注.docx", "方案 (一).检查报告.html"]));
      const again = spawnSync(join(top, "检查公文.sh"), [draft], { env, encoding: "utf8" });
      expect(again.stdout).toContain("方案 (一).检查报告2.html");
    },
  );

  it.each(["win-x64", "linux-x64"])("holds what it says it holds, in %s", (system) => {
    const files = new Map(
      Object.entries(unzipSync(readFileSync(zipFor(system)))).map(([path, bytes]) => [
        path.slice(path.indexOf("/") + 1),
        bytes,
      ]),
    );
    const text = (path: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(path));
    const sums = text("SHA256SUMS.txt")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("  "));
    expect(sums.map(([, path]) => path)).toEqual([...files.keys()].filter((path) => path !== "SHA256SUMS.txt"));
    for (const [sum, path] of sums)
      expect([path, createHash("sha256").update(files.get(path!)!).digest("hex")]).toEqual([path, sum]);
    const bom = JSON.parse(text("sbom.json"));
    const runtime = system === "win-x64" ? "runtime/node.exe" : "runtime/node";
    expect(bom.components[0].hashes[0].content).toBe(sums.find(([, path]) => path === runtime)![0]);
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const listed = bom.components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`);
    expect(listed).toEqual(
      expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)),
    );
    for (const path of [
      "公文检查.html",
      "app/dist/cli.js",
      "app/rules/gongwen.yaml",
      "licences/node.txt",
      "使用说明.txt",
    ]) {
      expect([path, files.has(path)]).toEqual([path, true]);
    }
    expect(text("使用说明.txt")).not.toMatch(/\{\w+\}/);
    if (system !== "win-x64") return;
    expect(new TextDecoder("latin1").decode(files.get(runtime)!.subarray(0, 2))).toBe("MZ");
    expect(text("使用说明.txt").startsWith("\ufeff")).toBe(true);
    for (const launcher of [...files.keys()].filter((path) => path.endsWith(".cmd"))) {
      expect(text(launcher)).not.toMatch(/[^\r]\n|[^\x00-\x7f]/);
    }
    // What a launcher calls lies where it calls it.
    for (const [, path] of text("检查公文.cmd").matchAll(/%~dp0([\w\\.]+)/g)) {
      expect([path, files.has(path!.replaceAll("\\", "/"))]).toEqual([path, true]);
    }
  });

  it("is packed beside its checksums", () => {
    expect(existsSync(join(out, "SHA256SUMS.txt"))).toBe(true);
  });
});
