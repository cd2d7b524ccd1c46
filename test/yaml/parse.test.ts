import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml, YamlError } from "../../src/yaml/parse.ts";

function mistake(text: string): YamlError {
  try {
    parseYaml(text, "a.yaml");
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("what is read", () => {
  test("plain data in the core schema", () => {
    const { value } = parseYaml(
      "名称: 通知\n数: 40\n是: true\n空:\n列:\n  - a\n  - [b, 2]\n日: 2024-01-02\n",
      "a.yaml",
    );
    expect(value).toEqual({ 名称: "通知", 数: 40, 是: true, 空: null, 列: ["a", ["b", 2]], 日: "2024-01-02" });
  });

  test("an empty file is null, a byte order mark is no text", () => {
    expect(parseYaml("# 只有注释\n", "a.yaml").value).toBeNull();
    expect(parseYaml("\ufeffa: 1\n", "a.yaml").value).toEqual({ a: 1 });
  });

  test("places of values and of keys, in files with CR LF too", () => {
    const parsed = parseYaml("a: 1\r\n规则:\r\n  甲:\r\n    级: [x, y]\r\n", "a.yaml");
    expect(parsed.at(["规则", "甲", "级", 1])).toEqual({ line: 4, column: 12 });
    expect(parsed.at(["规则", "甲"], true)).toEqual({ line: 3, column: 3 });
    expect(parsed.at(["规则", "乙", "级"])).toEqual({ line: 2, column: 1 });
  });
});

describe("what is refused, and where", () => {
  test.each([
    ["a: &x 1\nb: 2\n", "yaml.anchor", 1, 7],
    ["a: 1\nb: *x\n", "yaml.anchor", 2, 4],
    ["a: 1\nb: !!js/function x\n", "yaml.tag", 2, 4],
    ["a: 1\nb: !own x\n", "yaml.tag", 2, 4],
    ["a:\n  <<: {b: 1}\n", "yaml.merge", 2, 3],
    ["a: 1\na: 2\n", "yaml.duplicate-key", 2, 1],
    ["a:\n  __proto__: {x: 1}\n", "yaml.forbidden-key", 2, 3],
    ["constructor: 1\n", "yaml.forbidden-key", 1, 1],
    ["? [a, b]\n: 1\n", "yaml.key", 1, 3],
    ["a: 1\n---\nb: 2\n", "yaml.several-documents", 2, 1],
    ["a: [1, 2\n", "yaml.flow", 2, 1],
    ["a: { b: 1 c: 2 }\n", "yaml.flow", 1, 9],
    ["a:\n  - { b: 1\nc: 2\n", "yaml.flow", 3, 1],
    ["甲: 1\na：2\n", "yaml.wide-colon", 2, 1],
    ["a: 1\nb 2\nc: 3\n", "yaml.no-colon", 2, 1],
    ["a: 问题: 长\n", "yaml.colon-inside", 1, 4],
    ["a: 1\n  b: 2\n", "yaml.indent", 1, 4],
    ["a:\n   b: 1\n  c: 2\n", "yaml.indent", 3, 1],
    ["a: @甲\n", "yaml.start", 1, 4],
    ['a: "\\d+"\n', "yaml.escape", 1, 5],
    ["a: 'x'\nb: '甲\nc: 1\n", "yaml.quote", 2, 4],
  ])("%j is %s", (text, code, line, column) => {
    const error = mistake(text);
    expect({ code: error.code, line: error.line, column: error.column }).toEqual({ code, line, column });
  });

  test("a tab as indent is named as such", () => {
    expect(mistake("a:\n\tb: 1\n")).toMatchObject({ code: "yaml.tab", line: 2 });
  });

  test("more than 1 MB", () => {
    expect(mistake(`a: ${"字".repeat(1024 * 1024)}`).code).toBe("yaml.too-large");
  });

  test("the error carries the file and shows the lines around", () => {
    const error = mistake("规则:\n  甲: 1\n  甲: 2\n末: 3\n");
    expect(error.file).toBe("a.yaml");
    expect(error.frame).toBe("  1 | 规则:\n  2 |   甲: 1\n> 3 |   甲: 2\n    |   ^\n  4 | 末: 3\n  5 |");
  });
});

describe("depth", () => {
  const nestings: Record<string, (depth: number) => string> = {
    brackets: (n) => `a: ${"[".repeat(n)}${"]".repeat(n)}`,
    braces: (n) => `a: ${"{a: ".repeat(n)}1${"}".repeat(n)}`,
    "brackets over lines": (n) => `a:\n${"  [\n".repeat(n)}${"  ]\n".repeat(n)}`,
    indents: (n) => Array.from({ length: n }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
    "dashes in a row": (n) => `${"- ".repeat(n)}1`,
    "brackets behind an anchor": (n) => `a: &b ${"[".repeat(n)}`,
    "open brackets behind an apostrophe": (n) => `a: [b 's, ${"[".repeat(n)}`,
  };

  // The sequence that brought Node 20 down with yaml 2.9.1 when the parser saw it.
  for (const [name, nest] of Object.entries(nestings)) {
    test(`${name}: refused before the parser, again and again`, () => {
      for (const depth of [500, 5_000, 50_000]) {
        if (name === "indents" && depth > 1_000) continue; // grows with the square: too large a text
        expect(mistake(nest(depth)).code).toBe("yaml.too-deep");
      }
    });
  }

  test("sixty levels are read", () => {
    expect(parseYaml(nestings["brackets"]!(60), "a.yaml").value).toHaveProperty("a");
    expect(parseYaml(nestings["indents"]!(60), "a.yaml").value).toHaveProperty("a");
  });

  test("brackets in prose are not depth", () => {
    const rows = Array.from({ length: 300 }, (_, i) => `k${i}: 见[附件 ${i}\nq${i}: "[("\np${i}: '[[一二]'`).join("\n");
    expect(Object.keys(parseYaml(rows, "a.yaml").value as object)).toHaveLength(900);
  });
});

test("whatever the text, it is read or refused with a place inside it", () => {
  const piece = fc.constantFrom(
    "a: ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "\n",
    "  ",
    "字",
    "#",
    "|",
    ">",
    "&",
    "*",
    "!",
    "?",
    ":",
    ",",
    "\t",
    "\r",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      try {
        parseYaml(text, "a.yaml");
      } catch (error) {
        if (!(error instanceof YamlError)) throw error;
        expect(error.line).toBeGreaterThanOrEqual(1);
        expect(error.line).toBeLessThanOrEqual(text.split("\n").length);
        expect(error.column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});
