import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { factsFor, superiorsFor } from "../../src/config/config.ts";
import { ConfigError } from "../../src/config/error.ts";
import { type Files, folderOf, joinPath } from "../../src/config/files.ts";
import { loadConfig, parseConfig } from "../../src/config/load.ts";
import { configJsonSchema } from "../../src/config/schema.ts";
import { loadSidecar } from "../../src/config/sidecar.ts";
import { parseYaml } from "../../src/yaml/parse.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function disk(files: Record<string, string>): Files {
  return {
    read: async (path) => (path in files ? bytes(files[path]!) : null),
    exists: async (path) => Object.keys(files).some((name) => name === path || name.startsWith(`${path}/`)),
  };
}

const FULL = `
packs: [gongwen, ./rules/本单位.yaml]
documents: ["drafts/**", 发文]
ignore: "**/旧稿/**"
superiors:
  - 上级/
  - for: drafts/精简/**
    files: [上级/甲.docx, ../共用/乙.docx]
units: 名录.txt
plans: 计划.docx
facts:
  - for: drafts/**
    文种: 通知
    机关层级: 市
  - for: drafts/方案-*
    kind: 方案
    部署: 专项
rules:
  TS-8-copy: off
  GW-date: error
  TS-9-task: { severity: warning, with: { max: 3500 } }
exemptions: 豁免.yaml
fail-on: error
fingerprint-key: 0123456789abcdef
lang: zh
`;

async function mistakes(text: string): Promise<{ code: string; at: string }[]> {
  try {
    await parseConfig(bytes(text), "/r/gwlint.yaml");
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.file).toBe("/r/gwlint.yaml");
    expect(error.frame).toContain(">");
    return error.mistakes.map(({ code, line, column, values }) => ({ code, at: `${line}:${column}`, ...values }));
  }
  return [];
}

describe("gwlint.yaml", () => {
  test("every key, paths as seen from its folder", async () => {
    const config = await parseConfig(bytes(FULL), "/r/gwlint.yaml");
    expect(config).toMatchObject({
      root: "/r",
      packs: ["gongwen", "/r/rules/本单位.yaml"],
      units: "/r/名录.txt",
      plans: ["/r/计划.docx"],
      rules: {
        changes: {
          "TS-8-copy": "off",
          "GW-date": "error",
          "TS-9-task": { severity: "warning", with: { max: 3500 } },
        },
      },
      exemptions: "/r/豁免.yaml",
      failOn: "error",
      fingerprintKey: "0123456789abcdef",
      language: "zh",
    });
    expect(config.documents?.("发文/2024/a.docx")).toBe(true);
    expect(config.documents?.("其他/a.docx")).toBe(false);
    expect(config.ignore("drafts/旧稿/a.docx")).toBe(true);
  });

  test("superiors and facts by path; of several patterns the last decides", async () => {
    const config = await parseConfig(bytes(FULL), "/r/gwlint.yaml");
    expect(superiorsFor(config, "/r/drafts/a.docx")).toEqual(["/r/上级"]);
    expect(superiorsFor(config, "/r/drafts/精简/a.docx")).toEqual(["/r/上级", "/r/上级/甲.docx", "/共用/乙.docx"]);
    expect(factsFor(config, "/r/drafts/方案-甲.docx")).toMatchObject({
      kind: { value: "方案", evidence: "/r/gwlint.yaml" },
      deployment: { value: "special" },
      issuerLevel: { value: "city" },
    });
    expect(factsFor(config, "/r/其他/a.docx")).toEqual({});
  });

  test("an empty file is an empty configuration", async () => {
    expect(await parseConfig(bytes("# 空\n"), "/r/gwlint.yaml")).toMatchObject({
      file: "/r/gwlint.yaml",
      packs: null,
      rules: null,
    });
  });

  test("mistakes with line, column and suggestion, all at once", async () => {
    expect(await mistakes("packs: gongwen\ningore: x\nfail-on: eror\n")).toEqual([
      { code: "yaml.unknown-key-near", at: "2:1", key: "ingore", near: "ignore" },
      {
        code: "yaml.value-near",
        at: "3:10",
        key: "fail-on",
        actual: "eror",
        allowed: "error、warning、info、never",
        near: "error",
      },
    ]);
    expect(await mistakes("facts:\n  - for: a\n    文钟: 通知\n")).toMatchObject([
      { code: "yaml.unknown-key-near", at: "3:5", near: "文种" },
    ]);
    expect(await mistakes("facts:\n  - for: a\n    部署: 专顶\n    成文日期: 明天\n")).toMatchObject([
      { code: "config.fact-value-near", at: "3:9", near: "专项" },
      { code: "config.fact-date", at: "4:11" },
    ]);
    expect(await mistakes("rules:\n  A-1: fatal\n")).toMatchObject([{ code: "yaml.value", at: "2:8" }]);
    expect(await mistakes("fingerprint-key: short\n")).toMatchObject([
      { code: "yaml.too-short", at: "1:18", limit: 16 },
    ]);
    expect(await mistakes(`ignore: "${"{a,b}".repeat(12)}"\n`)).toMatchObject([{ code: "config.pattern", at: "1:9" }]);
    expect(await mistakes("- a\n")).toMatchObject([{ code: "yaml.type.map", at: "1:1" }]);
    expect(await mistakes("a: [\n")).toMatchObject([{ code: "yaml.flow" }]);
  });

  test("another encoding is named, not guessed", async () => {
    const gbk = Uint8Array.from([0x61, 0x3a, 0x20, 0xb9, 0xd8]);
    await expect(parseConfig(gbk, "/r/gwlint.yaml")).rejects.toMatchObject({ code: "config.encoding" });
  });
});

describe("where it is found", () => {
  test("in the folder or above, up to the top of the repository", async () => {
    const files = disk({
      "/gwlint.yaml": "lang: en\n",
      "/r/.git/HEAD": "",
      "/r/a/b/x.md": "",
      "/r/a/gwlint.yaml": "lang: zh\n",
    });
    expect((await loadConfig("/r/a/b", files)).file).toBe("/r/a/gwlint.yaml");
    expect((await loadConfig("/r/c", files)).file).toBeNull();
    expect((await loadConfig("/elsewhere", files)).file).toBe("/gwlint.yaml");
  });

  test("without any the configuration is empty and meant from the folder", async () => {
    expect(await loadConfig("/r", disk({}))).toMatchObject({ file: null, root: "/r", packs: null, documents: null });
  });

  test("a named file that is not there is a mistake", async () => {
    await expect(loadConfig("/r", disk({}), "/r/x.yaml")).rejects.toMatchObject({
      code: "config.missing",
      values: { path: "/r/x.yaml" },
    });
  });

  test("folders and joins of paths", () => {
    expect([folderOf("/a/b"), folderOf("/a"), folderOf("/"), folderOf("C:/a"), folderOf("a")]).toEqual([
      "/a",
      "/",
      "/",
      "C:/",
      ".",
    ]);
    expect([joinPath("/a/b", "../c"), joinPath("C:/a", "b"), joinPath("/a", "/b"), joinPath(".", "x")]).toEqual([
      "/a/c",
      "C:/a/b",
      "/b",
      "x",
    ]);
  });
});

describe("sidecars", () => {
  test("facts and superiors of one draft", async () => {
    const files = disk({ "/r/草稿.gwlint.yaml": "facts:\n  部署: 专项\nsuperiors: ../上级.docx\n" });
    expect(await loadSidecar("/r/草稿.docx", files)).toMatchObject({
      file: "/r/草稿.gwlint.yaml",
      facts: { deployment: { value: "special", evidence: "/r/草稿.gwlint.yaml" } },
      superiors: ["/上级.docx"],
    });
    expect(await loadSidecar("/r/其他.docx", files)).toBeNull();
  });

  test("mistakes have their place", async () => {
    const files = disk({ "/r/a.docx.gwlint.yaml": "facts:\n  密级: 机迷\nsuperior: x\n" });
    await expect(loadSidecar("/r/a.docx", files)).rejects.toMatchObject({
      code: "yaml.unknown-key-near",
      line: 3,
      column: 1,
    });
    const wrong = disk({ "/r/a.gwlint.yaml": "facts:\n  密级: 机迷\n" });
    await expect(loadSidecar("/r/a.docx", wrong)).rejects.toMatchObject({
      code: "config.fact-value-near",
      line: 2,
      column: 7,
    });
  });
});

describe("JSON Schema for editors", () => {
  const validate = new Ajv2020({ strict: false }).compile(configJsonSchema());

  test("takes what the program takes and offers the words of facts", () => {
    expect(validate(parseYaml(FULL, "a").value)).toBe(true);
    expect(JSON.stringify(configJsonSchema())).toContain("专项工作");
  });

  test("refuses unknown keys and values", () => {
    expect(validate({ ingore: "x" })).toBe(false);
    expect(validate({ "fail-on": "eror" })).toBe(false);
    expect(validate({ facts: [{ 文种: "通知" }] })).toBe(false);
  });
});
