import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { folderWith } from "../cli/run.ts";

const portable = new URL("../../portable/", import.meta.url);
const { pathsOf } = (await import(new URL("launch.mjs", portable).href)) as {
  pathsOf(line: string, self: string): string[] | null;
};
const SELF = "检查公文.cmd";

describe("files dropped onto the launcher for Windows", () => {
  it.each([
    ['C:\\Windows\\system32\\cmd.exe /c ""D:\\工具\\检查公文.cmd" C:\\稿\\a&b.docx"', ["C:\\稿\\a&b.docx"]],
    [
      'C:\\Windows\\system32\\cmd.exe /c ""D:\\工具\\检查公文.cmd" "C:\\我的 稿\\一.docx" D:\\二(1).docx "\\\\机关\\共享 盘\\三.docx""',
      ["C:\\我的 稿\\一.docx", "D:\\二(1).docx", "\\\\机关\\共享 盘\\三.docx"],
    ],
    [
      'cmd /c ""C:\\Users\\李\\AppData\\Roaming\\Microsoft\\Windows\\SendTo\\检查公文.cmd" \\\\机关\\稿.docx"',
      ["\\\\机关\\稿.docx"],
    ],
    ['C:\\Windows\\system32\\cmd.exe /c ""D:\\工具\\检查公文.cmd" "', []],
  ])("are read out of %s", (line, files) => {
    expect(pathsOf(line, SELF)).toEqual(files);
  });

  it("come as arguments where the launcher was called from a prompt", () => {
    expect(pathsOf('"C:\\Windows\\system32\\cmd.exe"', SELF)).toBeNull();
  });

  it("meets a batch file that every code page reads the same", () => {
    const names = readdirSync(new URL("windows/", portable));
    expect(names).toHaveLength(2);
    for (const name of names) {
      const bytes = readFileSync(new URL(`windows/${encodeURIComponent(name)}`, portable));
      expect([name, bytes.every((byte) => byte < 0x80)]).toEqual([name, true]);
    }
  });
});

describe.skipIf(process.platform === "win32")("the icon on a Linux desktop", () => {
  it("names the launcher where it lies, and the draft it is given", () => {
    const home = folderWith({ "工 具/检查公文.sh": "#!/bin/sh\n" });
    mkdirSync(join(home, "Desktop"));
    const script = fileURLToPath(new URL(`linux/${encodeURIComponent("添加到桌面.sh")}`, portable));
    const own = join(home, "工 具", "添加到桌面.sh");
    execFileSync("cp", [script, own]);
    execFileSync("sh", [own], { env: { HOME: home, PATH: "/usr/bin:/bin" } });
    const entry = readFileSync(join(home, ".local/share/applications/gwlint.desktop"), "utf8");
    expect(entry).toContain(`Exec="${join(home, "工 具", "检查公文.sh")}" %F\n`);
    expect(readdirSync(join(home, "Desktop"))).toEqual(["检查公文.desktop"]);
  });
});
