import { describe, expect, test } from "vitest";
import { ignoredBy, parseGitignore } from "../../src/config/gitignore.ts";
import { compileGlob, isGlob } from "../../src/config/glob.ts";

describe("patterns of paths", () => {
  test.each([
    ["*.md", "a.md", true],
    ["*.md", "x/a.md", false],
    ["**/*.md", "a.md", true],
    ["**/*.md", "x/y/a.md", true],
    ["drafts/**", "drafts/2024/a.docx", true],
    ["drafts/**/a.docx", "drafts/a.docx", true],
    ["drafts", "drafts/2024/a.docx", true],
    ["./drafts/", "drafts/a.docx", true],
    ["drafts", "drafts2/a.docx", false],
    ["发文/{通知,意见}/*.docx", "发文/意见/a.docx", true],
    ["发文/{通知,意见}/*.docx", "发文/函/a.docx", false],
    ["{a,b{1,2}}.md", "b2.md", true],
    ["202[0-4]/*", "2023/a", true],
    ["202[0-4]/*", "2025/a", false],
    ["[!_]*.md", "_a.md", false],
    ["?.md", "通.md", true],
    ["a*b*c", "aXbYbZc", true],
    ["**/b/**/c", "a/b/x/b/y/c", true],
    ["关于(试行).md", "关于(试行).md", true],
  ])("%s and %s: %s", (pattern, path, expected) => {
    expect(compileGlob(pattern)(path)).toBe(expected);
  });

  test("back slashes of Windows paths", () => {
    expect(compileGlob("drafts\\*.md")("drafts\\a.md")).toBe(true);
  });

  test("stars without end cost no more than pattern times path", () => {
    const name = "a".repeat(20_000);
    expect(compileGlob(`${"*a".repeat(500)}b`)(name)).toBe(false);
    expect(compileGlob(`${"**/".repeat(500)}b`)("a/".repeat(20_000))).toBe(false);
  });

  test("braces that multiply are refused", () => {
    expect(() => compileGlob("{a,b}".repeat(12))).toThrow(RangeError);
  });

  test("what is a pattern", () => {
    expect(["*.md", "a?", "{a,b}", "[ab]"].every(isGlob)).toBe(true);
    expect(isGlob("关于(试行)的通知.docx")).toBe(false);
  });
});

describe(".gitignore", () => {
  const says = (text: string, path: string, isFolder = false) => ignoredBy(parseGitignore(text), path, isFolder);

  test.each([
    ["*.tmp", "a/b.tmp", false, true],
    ["build/", "build", true, true],
    ["build/", "build", false, null],
    ["/top.md", "top.md", false, true],
    ["/top.md", "x/top.md", false, null],
    ["doc/*.txt", "doc/a.txt", false, true],
    ["doc/*.txt", "doc/x/a.txt", false, null],
    ["**/old/*.md", "a/b/old/c.md", false, true],
    ["*.md\n!keep.md", "keep.md", false, false],
    ["!keep.md\n*.md", "keep.md", false, true],
    ["# *.md", "a.md", false, null],
    ["\\#a.md", "#a.md", false, true],
    ["a.md  ", "a.md", false, true],
    ["*.md\r\n", "a.md", false, true],
  ])("%j on %s: %s", (text, path, isFolder, expected) => {
    expect(says(text, path, isFolder)).toBe(expected);
  });
});
