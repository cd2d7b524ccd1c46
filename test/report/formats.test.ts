import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";

const require = createRequire(import.meta.url);
const schema = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const OUTPUT = schema(new URL("../../schema/check-output.schema.json", import.meta.url).pathname);
const SARIF = schema(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"));

/** Names and texts as they hurt: brackets, newline-like marks, percent, quotes, an emoji, an escape sequence. */
const NAME = "通知（稿）100% “终”😀.md";
const DRAFT = `某某市关于“三大”行动的工作方案

为做好工作，制定本方案。

一、开展排查\u001b[31m。对辖区企业|逐户<b>排查</b>，确保100%覆盖😀。

二、落实整改。对隐患::error::建立台账，逐项销号。

某某市人民政府办公室

2026年3月12日
`;
const folder = () => folderWith({ [NAME]: DRAFT, "坏.docx": "PK\u0003\u0004" });

async function report(format: string) {
  const ran = await gwlint(folder(), ["check", NAME, "坏.docx", "--rules", "tianshui-2019", "--format", format]);
  return { ...ran, lines: ran.out.trimEnd().split("\n") };
}

function errorsOf(schemaOf: object, value: unknown) {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(schemaOf);
  validate(value);
  return validate.errors ?? [];
}

describe("json", () => {
  it("is what its schema says, and carries the status that decides", async () => {
    const { out, status } = await report("json");
    const value = JSON.parse(out);
    expect(errorsOf(OUTPUT, value)).toEqual([]);
    expect(value.exitCode).toBe(status);
    expect(value.documents.map((document: { path: string }) => document.path)).toEqual([NAME, "坏.docx"]);
  });

  it("gives the same bytes twice", async () => {
    expect((await report("json")).out).toBe((await report("json")).out);
  });

  it("has a line a document as jsonl, and the same documents", async () => {
    const { lines } = await report("jsonl");
    const documents = JSON.parse((await report("json")).out).documents;
    expect(lines.slice(0, -1).map((line) => JSON.parse(line))).toEqual(documents);
    expect(Object.keys(JSON.parse(lines.at(-1)!))).toEqual(["summary", "exitCode"]);
  });
});

describe("sarif", () => {
  it("is valid SARIF 2.1.0", async () => {
    expect(errorsOf(SARIF, JSON.parse((await report("sarif")).out))).toEqual([]);
  });

  it("encodes each segment of a name, points into the rules, and says which file was not checked", async () => {
    const [run] = JSON.parse((await report("sarif")).out).runs;
    const { rules } = run.tool.driver;
    for (const result of run.results) {
      expect(rules[result.ruleIndex].id).toBe(result.ruleId);
      const [location] = result.locations;
      expect(decodeURIComponent(location.physicalLocation.artifactLocation.uri)).toBe(NAME);
      expect(location.physicalLocation.artifactLocation.uri).toMatch(/^[\x21-\x7e]+$/);
    }
    expect(run.results.length).toBeGreaterThan(0);
    const [invocation] = run.invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications[0].locations[0].physicalLocation.artifactLocation.uri).toContain(
      "docx",
    );
  });

  it("gives every finding the fingerprint of the json report", async () => {
    const results = JSON.parse((await report("sarif")).out).runs[0].results;
    const findings = JSON.parse((await report("json")).out).documents[0].findings;
    expect(results.map((one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0])).toEqual(
      findings.map((finding: { fingerprint: string }) => finding.fingerprint),
    );
  });
});

describe("pretty", () => {
  it("says problem, basis and what to do, with the place as a person says it", async () => {
    const { out } = await report("pretty");
    expect(out).toContain("第一部分，第5行");
    expect(out).toMatch(/依据　　.+/);
    expect(out).toMatch(/怎么改　　.+/);
  });

  it("tells a file that could not be read with what to do", async () => {
    const { out } = await report("pretty");
    expect(out).toMatch(/坏\.docx\n✗ 文件损坏　　.+\n {2}怎么改　　.+/);
  });

  it("lets no control character of the draft through", async () => {
    const { out } = await report("pretty");
    expect(out).not.toContain("\u001b");
    expect(out).toContain("\\u{1b}");
  });

  it("keeps only what stops the draft with --quiet", async () => {
    const cwd = folderWith({ "好.md": "通知\n\n正文。\n", [NAME]: DRAFT });
    const { out } = await gwlint(cwd, ["check", NAME, "--quiet", "--rules", "tianshui-2019"]);
    expect(out).not.toContain("○");
    expect(out).not.toContain("· 提示");
    expect(out).toContain("! 警告");
  });

  it("writes a report to a file without colours, whatever the terminal", async () => {
    const cwd = folder();
    await gwlint(cwd, ["check", NAME, "--format", "pretty:out.txt", "--format", "json"]);
    expect(readFileSync(join(cwd, "out.txt"), "utf8")).not.toContain("\u001b[");
  });
});
