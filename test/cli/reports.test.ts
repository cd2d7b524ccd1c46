import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "./run.ts";

const DRAFT = "# 关于放假的通知\n\n各单位：\n\n现将有关事项通知如下。\n";
const paths = (out: string) => JSON.parse(out).documents.map(({ path }: { path: string }) => path);

describe("a report in a file", () => {
  it("takes the place of its former self, and is no draft when the folder is checked again", async () => {
    const folder = folderWith({ "稿.md": DRAFT });
    for (const format of ["markdown:报告.md", "pretty:报告.txt"]) {
      const file = join(folder, format.split(":")[1]!);
      const argv = ["check", ".", "--format", format, "--format", "json"];
      const first = await gwlint(folder, argv);
      const written = readFileSync(file, "utf8").replace(/[\d.]+ 秒/, "");
      const second = await gwlint(folder, argv);
      expect([first.status, second.status]).toEqual([0, 0]);
      expect(paths(second.out)).toContain("稿.md");
      expect(paths(second.out)).not.toContain(format.split(":")[1]);
      expect(readFileSync(file, "utf8").replace(/[\d.]+ 秒/, "")).toBe(written);
      writeFileSync(file, "");
      expect((await gwlint(folder, argv)).status, "an empty file is not ours").toBe(2);
      writeFileSync(file, written);
      await import("node:fs/promises").then(({ rm }) => rm(file));
    }
  });

  it("never takes the place of a superior", async () => {
    const folder = folderWith({ "稿.md": DRAFT, "上级.md": DRAFT });
    const argv = ["check", "稿.md", "--against", "上级.md", "--format", "json:上级.md"];
    const { status, err } = await gwlint(folder, argv);
    expect(status).toBe(2);
    expect(err).toContain("上级.md");
    expect(readFileSync(join(folder, "上级.md"), "utf8")).toBe(DRAFT);
  });
});
