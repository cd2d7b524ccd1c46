import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DiscoverConfig, discover, type Found } from "../../src/cli/discover.ts";
import { anyGlob } from "../../src/config/glob.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gwlint-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(...paths: string[]): void {
  for (const path of paths) {
    const [name, content = ""] = path.split("=");
    mkdirSync(dirname(join(root, name!)), { recursive: true });
    writeFileSync(join(root, name!), content);
  }
}

async function found(args: string[], config: Partial<DiscoverConfig> = {}): Promise<Found[]> {
  const files: Found[] = [];
  for await (const file of discover(args, root, { root, documents: null, ignore: () => false, ...config }))
    files.push(file);
  return files;
}

async function names(args: string[], config: Partial<DiscoverConfig> = {}): Promise<string[]> {
  return (await found(args, config)).map(({ name }) => name);
}

describe("below a folder", () => {
  test("documents of the known types, the rest of an office's texts to be listed, nothing else", async () => {
    put(
      "a.docx",
      "b/c.md",
      "b/d.txt",
      "e.html",
      "旧.doc",
      "签发.pdf",
      "图.png",
      "表.xlsx",
      "x.ts",
      ".hidden/f.md",
      "~$a.docx",
    );
    expect(await names(["."])).toEqual(["a.docx", "e.html", "~$a.docx", "旧.doc", "签发.pdf", "b/c.md", "b/d.txt"]);
    expect((await found(["."])).every(({ named }) => !named)).toBe(true);
  });

  test("the texts of a repository are left out, unless documents: names them", async () => {
    put(
      "README.md",
      "README.zh-CN.md",
      "CHANGELOG.md",
      "LICENSE.txt",
      "CONTRIBUTING.md",
      "license.md",
      "readme-草稿.md",
      "通知.md",
    );
    expect(await names(["."])).toEqual(["通知.md"]);
    expect(await names(["."], { documents: anyGlob(["README.md", "通知.md"]) })).toEqual(["README.md", "通知.md"]);
  });

  test("documents: and ignore: are meant from the folder of the configuration", async () => {
    put("drafts/a.md", "drafts/旧/b.md", "other/c.md");
    const config = { documents: anyGlob(["drafts/**"]), ignore: anyGlob(["**/旧"]) };
    expect(await names(["."], config)).toEqual(["drafts/a.md"]);
    expect(await names(["drafts"], config)).toEqual(["drafts/a.md"]);
  });

  test(".gitignore of the repository, of folders below, and what they take back", async () => {
    put(".git/HEAD", ".gitignore=*.txt\nbuild/\n/top.md\n", "a.txt", "b.md", "top.md", "x/top.md", "build/c.md");
    put("x/.gitignore=!keep.txt\n*.html\n", "x/keep.txt", "x/d.html", "x/y/keep.txt", "node_modules/p/e.md");
    expect(await names(["."])).toEqual(["b.md", "x/keep.txt", "x/top.md", "x/y/keep.txt"]);
    expect(await names(["x/y"])).toEqual(["x/y/keep.txt"]);
  });

  test("symbolic links are not followed, folders that go round neither", async () => {
    put("in/a.md", "out/b.md");
    symlinkSync(join(root, "out"), join(root, "in/link"));
    symlinkSync(join(root, "out/b.md"), join(root, "in/b.md"));
    symlinkSync(join(root, "in"), join(root, "in/round"));
    expect(await names(["in"])).toEqual(["in/a.md"]);
  });
});

describe("what is named", () => {
  test("a named file comes whatever its type or place, and says that it was named", async () => {
    put(".gitignore=*.md\n", ".git/HEAD", "a.md", "旧.doc", "~$b.docx", "README.md");
    expect(await found(["a.md", "旧.doc", "~$b.docx", "README.md"])).toEqual(
      ["a.md", "旧.doc", "~$b.docx", "README.md"].map((name) => ({ path: join(root, name), name, named: true })),
    );
  });

  test("a file comes once, however often it is meant", async () => {
    put("d/a.md", "d/e/b.md");
    expect(await names(["d/a.md", "d", "d/e", "d/**/*.md", "d/a.md"])).toEqual(["d/a.md", "d/e/b.md"]);
    expect(await names(["d/**/*.md", "d/e/*.md"])).toEqual(["d/a.md", "d/e/b.md"]);
    expect((await found(["d", "d/a.md"])).filter(({ named }) => named)).toHaveLength(1);
  });

  test("patterns the shell left alone", async () => {
    put("d/a.md", "d/b.txt", "d/e/c.md");
    expect(await names(["d/*.md"])).toEqual(["d/a.md"]);
    expect(await names(["**/*.{md,txt}"])).toEqual(["d/a.md", "d/b.txt", "d/e/c.md"]);
  });

  test("a name with signs of a pattern is a name first", async () => {
    put("关于[试行]的通知.md");
    expect(await found(["关于[试行]的通知.md"])).toMatchObject([{ named: true }]);
  });

  test("standard input", async () => {
    expect(await found(["-", "-"])).toEqual([{ path: "-", name: "-", named: true }]);
  });

  test("everything that is not there is said at once, before the first file", async () => {
    put("a.md");
    await expect(found(["a.md", "没有.docx", "*.html"])).rejects.toMatchObject({
      key: "discover.missing",
      values: { paths: "没有.docx、*.html", count: 2 },
    });
  });
});
