import { describe, expect, test } from "vitest";
import { z } from "zod";
import { locateIssues } from "../../src/yaml/locate.ts";
import { parseYaml } from "../../src/yaml/parse.ts";

const schema = z.strictObject({
  name: z.string().min(1),
  level: z.enum(["error", "warning", "info"]).optional(),
  count: z.number().int().min(1).max(9).optional(),
  rules: z
    .record(z.string(), z.union([z.literal("off"), z.strictObject({ severity: z.enum(["error", "warning"]) })]))
    .optional(),
  list: z.array(z.strictObject({ path: z.string() })).optional(),
});

function mistakes(text: string) {
  const parsed = parseYaml(text, "a.yaml");
  const result = schema.safeParse(parsed.value);
  return locateIssues(result.error?.issues ?? [], parsed, schema).map(({ code, line, column, values }) => ({
    code,
    at: `${line}:${column}`,
    ...values,
  }));
}

describe("zod issues at their places", () => {
  test("an unknown key at the key, with the nearest known one", () => {
    expect(mistakes("name: a\nlevle: error\n")).toEqual([
      { code: "yaml.unknown-key-near", at: "2:1", key: "levle", near: "level" },
    ]);
  });

  test("an unknown key near nothing lists what is known", () => {
    expect(mistakes("name: a\nlist:\n  - path: x\n    zzzzzz: 1\n")).toEqual([
      { code: "yaml.unknown-key", at: "4:5", key: "zzzzzz", known: "path" },
    ]);
  });

  test("a missing key at the map that lacks it", () => {
    expect(mistakes("level: info\n")).toMatchObject([{ code: "yaml.missing", at: "1:1", key: "name" }]);
  });

  test("a wrong value with the nearest allowed one", () => {
    expect(mistakes("name: a\nlevel: erorr\n")).toMatchObject([
      {
        code: "yaml.value-near",
        at: "2:8",
        key: "level",
        actual: "erorr",
        near: "error",
        allowed: "error、warning、info",
      },
    ]);
  });

  test("a wrong type, a number out of range, an empty text", () => {
    expect(mistakes("name: 2019\n")).toMatchObject([{ code: "yaml.type.text", at: "1:7", actual: "2019" }]);
    expect(mistakes("name: a\ncount: 12\n")).toMatchObject([{ code: "yaml.too-big", at: "2:8", limit: 9 }]);
    expect(mistakes('name: ""\n')).toMatchObject([{ code: "yaml.empty", at: "1:7" }]);
  });

  test("inside an alternative the mistake is the inner one", () => {
    expect(mistakes("name: a\nrules:\n  R-1:\n    severity: eror\n")).toMatchObject([
      { code: "yaml.value-near", at: "4:15", key: "rules.R-1.severity", near: "error" },
    ]);
    expect(mistakes("name: a\nrules:\n  R-1:\n    severty: error\n")).toMatchObject([
      { code: "yaml.missing" },
      { code: "yaml.unknown-key-near", at: "4:5", near: "severity" },
    ]);
    expect(mistakes("name: a\nrules:\n  R-1: of\n")).toMatchObject([
      { code: "yaml.value-near", at: "3:8", near: "off" },
    ]);
  });

  test("several mistakes in reading order", () => {
    expect(mistakes("zzzzzzz: 1\nname: 1\nlevel: x\n").map(({ at }) => at)).toEqual(["1:1", "2:7", "3:8"]);
  });
});
