import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { SaxesParser } from "saxes";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";
import { DIAGNOSTICS, ISSUES } from "./ci-schemas.ts";

const require = createRequire(import.meta.url);
/** As formats.test.ts, with what hurts here: a command of GitHub, a mention, a pipe, an address, a code span. */
const NAME = "通知（稿）, 100% “终”: 😀.md";
const TITLE = "某某市“@all|\\`三大\\`::error::”行动 #1 www.x.cn 的工作方案";
const DRAFT = `${TITLE}

为做好工作，制定本方案。

一、开展排查\u001b[31m。对辖区企业|逐户<b>排查</b>，确保100%覆盖😀。

<!-- gwlint-disable-next GW-unit -- 由“@all”|\`三大\`专班<统一>负责 100% ::error:: -->
二、落实整改。对隐患::error::建立台账，逐项销号。

三、强化保障。加强经费保障，充实检查力量。

某某市人民政府办公室

2026年3月12日
`;
/** Its one rule quotes the draft's title in message and advice, so that the formats have to carry it. */
const PACK = `pack: mine
title: 本单位
extends: [gongwen]
rules:
  MY-1:
    check: pattern
    title: 标题里的“三大”|行动, 100%
    basis: [{ practice: 本单位的要求, examples: [本单位发文] }]
    strength: 本单位
    severity: error
    evidence: direct
    with: { pattern: "@all.*行动 #1 www.x.cn", scope: document }
    message: "写了{match}"
    advice: "不要写{match}\\n##[error]x"
    tests:
      valid: [{ text: 各部门要推进工作落实。 }]
      invalid: [{ text: "@all行动 #1 www.x.cn", at: 1 }]
`;

const folder = () => folderWith({ [NAME]: DRAFT, "坏.docx": "PK\u0003\u0004", "mine.yaml": PACK });

async function report(format: string) {
  const ran = await gwlint(folder(), ["check", NAME, "坏.docx", "--rules", "mine.yaml", "--format", format]);
  if (ran.status !== 3) throw new Error(ran.err);
  return ran.out;
}

async function findings() {
  const documents = JSON.parse(await report("json")).documents as { findings: Found[] }[];
  return documents.flatMap((document) => document.findings);
}

interface Found {
  rule: string;
  message: string;
  severity: string;
  line: number;
  suppressed: object | null;
}

function errorsOf(schema: object, value: unknown) {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  validate(value);
  return validate.errors ?? [];
}

/** A draft of `count` measures without a unit: a warning each. */
const long = (count: number) =>
  `某某市安全检查工作方案\n\n${Array.from({ length: count }, (_, i) => `${i + 1}. 开展第${i + 1}项排查。对辖区内企业逐户排查。\n`).join("\n")}`;

describe("what the drafts here are made for", () => {
  it("is found: an error with the title's words, a warning, and one that is exempted", async () => {
    const list = await findings();
    expect(list.some(({ message }) => message.includes("@all|`三大`::error::"))).toBe(true);
    expect(list.filter(({ suppressed }) => suppressed)).toHaveLength(1);
    expect(list.filter(({ rule, suppressed }) => rule === "GW-unit" && !suppressed)).toHaveLength(2);
  });
});

describe("junit", () => {
  interface Element {
    name: string;
    attributes: Record<string, string>;
    children: Element[];
    text: string;
  }

  function parse(xml: string): Element {
    const root: Element = { name: "", attributes: {}, children: [], text: "" };
    const open = [root];
    const parser = new SaxesParser();
    parser.on("opentag", ({ name, attributes }) => {
      const element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
      open.at(-1)!.children.push(element);
      open.push(element);
    });
    parser.on("text", (text) => {
      open.at(-1)!.text += text;
    });
    parser.on("closetag", () => void open.pop());
    parser.write(xml).close();
    return root.children[0]!;
  }

  /** What Jenkins, GitLab and GitHub's readers agree on: these elements, these attributes, sums that are right. */
  const ALLOWED: Record<string, { attributes: string[]; children: string[] }> = {
    testsuites: { attributes: ["name"], children: ["testsuite"] },
    testsuite: { attributes: ["name", "tests", "failures", "errors", "skipped"], children: ["testcase"] },
    testcase: { attributes: ["classname", "name", "file"], children: ["failure", "error", "skipped", "system-out"] },
    failure: { attributes: ["message", "type"], children: [] },
    error: { attributes: ["message", "type"], children: [] },
    skipped: { attributes: ["message"], children: [] },
    "system-out": { attributes: [], children: [] },
  };

  function check(element: Element): void {
    const rule = ALLOWED[element.name]!;
    expect(rule, element.name).toBeDefined();
    expect(Object.keys(element.attributes)).toEqual(rule.attributes);
    for (const child of element.children) {
      expect(rule.children).toContain(child.name);
      check(child);
    }
    if (element.name === "testcase") expect(element.children.length).toBeLessThan(2);
    if (element.name !== "testsuite") return;
    const count = (name: string) =>
      String(element.children.filter(({ children }) => children.some((child) => child.name === name)).length);
    expect(element.attributes).toMatchObject({
      tests: String(element.children.length),
      failures: count("failure"),
      errors: count("error"),
      skipped: count("skipped"),
    });
    const names = element.children.map(({ attributes }) => attributes["name"]);
    expect(new Set(names).size).toBe(names.length);
  }

  it("is what its readers accept, with sums that are right and names that are unique", async () => {
    const root = parse(await report("junit"));
    expect(root.name).toBe("testsuites");
    expect(root.children.map(({ attributes }) => attributes["name"])).toEqual([NAME, "坏.docx"]);
    check(root);
  });

  it("fails for what stops the draft, skips what is exempted, errs for what could not be checked", async () => {
    const [draft, broken] = parse(await report("junit")).children;
    const outcomes = draft!.children.flatMap(({ children }) => children);
    const open = (await findings()).filter(({ suppressed, severity }) => !suppressed && severity !== "info");
    expect(outcomes.filter(({ name }) => name === "failure")).toHaveLength(open.length);
    expect(
      outcomes.find(({ name, attributes }) => name === "skipped" && attributes["message"]!.includes("专班")),
    ).toBeDefined();
    expect(broken!.children[0]!.children[0]).toMatchObject({ name: "error", attributes: { type: "corrupt" } });
  });

  it("carries the words of the draft unharmed", async () => {
    const [draft] = parse(await report("junit")).children;
    const failures = draft!.children.flatMap(({ children }) => children).filter(({ name }) => name === "failure");
    expect(failures.some(({ text }) => text.includes("@all|`三大`::error::”行动 #1 www.x.cn"))).toBe(true);
  });
});

describe("github", () => {
  /** As the runner reads a line: `::name key=value,…::data`, with its escapes undone. */
  function command(line: string) {
    const [, name, list, data] = /^::(\w+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) return null;
    const plain = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
    const property = (text: string) => plain(text.replaceAll("%3A", ":").replaceAll("%2C", ",")).replaceAll("%25", "%");
    const entries = (list ?? "").split(",").filter(Boolean);
    return {
      name,
      properties: Object.fromEntries(
        entries.map((entry) => [entry.split("=")[0]!, property(entry.slice(entry.indexOf("=") + 1))]),
      ),
      data: plain(data!).replaceAll("%25", "%"),
    };
  }

  const lines = (out: string) => out.trimEnd().split("\n");

  it("is a command a line and nothing else: no text of the draft stands for itself", async () => {
    for (const line of lines(await report("github"))) expect(command(line), line).not.toBeNull();
  });

  it("annotates every open finding at its file and line, with its words", async () => {
    const commands = lines(await report("github")).map((line) => command(line)!);
    const open = (await findings()).filter(({ suppressed }) => !suppressed);
    const ours = commands.filter(({ properties }) => properties["file"] === NAME);
    expect(ours.map(({ properties }) => Number(properties["line"]))).toEqual(open.map(({ line }) => line));
    expect(ours.map(({ name }) => name)).toEqual(
      open.map(({ severity }) => (severity === "info" ? "notice" : severity)),
    );
    for (const [i, { message }] of open.entries()) expect(ours[i]!.data).toContain(message);
    expect(commands.find(({ properties }) => properties["file"] === "坏.docx")).toMatchObject({ name: "error" });
  });

  it("keeps to the ten of a level that GitHub shows, and says how many are left", async () => {
    const ran = await gwlint(folderWith({ "方案.md": long(30) }), ["check", "方案.md", "--format", "github"]);
    const commands = lines(ran.out).map((line) => command(line)!);
    expect(commands.filter(({ name }) => name === "warning")).toHaveLength(10);
    const notices = commands.filter(({ name }) => name === "notice");
    expect(notices.length).toBeLessThanOrEqual(10);
    expect(notices.at(-1)!.data).toContain("20");
  });
});

describe("gitlab", () => {
  const issues = async () => JSON.parse(await report("gitlab"));

  it("is a Code Quality report: an array of issues", async () => {
    expect(errorsOf(ISSUES, await issues())).toEqual([]);
  });

  it("has one issue an open finding, and one for a file that was not checked", async () => {
    const open = (await findings()).filter(({ suppressed }) => !suppressed);
    expect((await issues()).map((issue: { check_name: string }) => issue.check_name)).toEqual([
      ...open.map(({ rule }) => rule),
      "gwlint-corrupt",
    ]);
  });

  it("has a fingerprint for each, over all files, that edits elsewhere do not change", async () => {
    const text = long(3);
    const cwd = folderWith({ "甲.md": text, "乙.md": text });
    const run = async (...argv: string[]) => {
      const list = JSON.parse((await gwlint(cwd, ["check", ...argv, "--format", "gitlab"])).out);
      return list.map(({ fingerprint }: { fingerprint: string }) => fingerprint) as string[];
    };
    const both = await run("甲.md", "乙.md");
    expect(both.length).toBe(2 * (await run("甲.md")).length);
    expect(new Set(both).size).toBe(both.length);
    expect(both.slice(0, both.length / 2)).toEqual(await run("甲.md"));
  });

  it("is an empty array where nothing was found", async () => {
    const ran = await gwlint(folderWith({}), ["check", ".", "--allow-empty", "--format", "gitlab"]);
    expect(JSON.parse(ran.out)).toEqual([]);
  });
});

describe("rdjson", () => {
  it("is a DiagnosticResult", async () => {
    expect(errorsOf(DIAGNOSTICS, JSON.parse(await report("rdjson")))).toEqual([]);
  });

  it("has a diagnostic an open finding, by line, with its words", async () => {
    const { diagnostics } = JSON.parse(await report("rdjson"));
    const open = (await findings()).filter(({ suppressed }) => !suppressed);
    for (const [i, { rule, line, message }] of open.entries()) {
      expect(diagnostics[i]).toMatchObject({
        location: { path: NAME, range: { start: { line } } },
        code: { value: rule },
      });
      expect(diagnostics[i].message).toContain(message);
    }
    expect(diagnostics.length).toBe(open.length + 1);
  });
});

describe("markdown", () => {
  interface Node {
    type: string;
    value?: string;
    children?: Node[];
  }
  const parse = (text: string) => unified().use(remarkParse).use(remarkGfm).parse(text) as Node;
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  const words = (node: Node) =>
    all(node)
      .map(({ value }) => value ?? "")
      .join("")
      .replaceAll("\u2060", "");

  it("is a table a rule with a row a finding, every row of as many cells as its head", async () => {
    const tree = parse(await report("markdown"));
    const tables = all(tree).filter(({ type }) => type === "table");
    for (const table of tables) {
      const widths = table.children!.map((row) => row.children!.length);
      expect(new Set(widths).size).toBe(1);
    }
    const open = (await findings()).filter(({ suppressed }) => !suppressed);
    expect(tables.reduce((sum, table) => sum + table.children!.length - 1, 0)).toBe(open.length + 1);
  });

  it("carries the words of the draft as they stand: no link, no code, no HTML, nobody mentioned", async () => {
    const text = await report("markdown");
    const tree = parse(text);
    expect(words(tree)).toContain("@all|`三大`::error::”行动 #1 www.x.cn");
    const types = new Set(all(tree).map(({ type }) => type));
    for (const type of ["link", "inlineCode", "code", "image", "emphasis"]) expect(types).not.toContain(type);
    const html = all(tree).filter(({ type }) => type === "html");
    expect(new Set(html.map(({ value }) => value))).toEqual(new Set(["<!-- gwlint -->", "<br>"]));
    expect(text).not.toMatch(/(?<!&)[@#](?=[\p{L}\d])/u);
  });

  it("begins with a marker to find it by and the sum", async () => {
    const [marker, , , sum] = (await report("markdown")).split("\n");
    expect(marker).toBe("<!-- gwlint -->");
    expect(sum).toContain("1 已豁免");
  });

  it("fits into a comment of GitHub, the gravest first, and says how many are left out", async () => {
    const drafts = Array.from({ length: 8 }, (_, i) => [`稿/第${i}份.md`, long(200)]);
    const cwd = folderWith({ ...Object.fromEntries(drafts), "稿/甲.md": TITLE, "mine.yaml": PACK });
    const run = async (format: string) =>
      (
        await gwlint(cwd, [
          "check",
          "稿",
          "--rules",
          "mine.yaml",
          "--limit",
          "findings-per-rule=500",
          "--format",
          format,
        ])
      ).out;
    const out = await run("markdown");
    expect(out.length).toBeLessThan(65_536);
    const rows = out.split("\n").filter((line) => /^\| [^|]*\.md/.test(line));
    expect(rows[0]).toContain("甲.md");
    const left = Number(/还有 (\d+) 处没有列出来/.exec(out)![1]);
    const { error, warning, info } = JSON.parse(await run("json")).summary.bySeverity;
    expect(rows.length + left).toBe(error + warning + info);
  });
});

describe("sarif", () => {
  it("is valid with suppressed findings in it, their justification as the author wrote it", async () => {
    const value = JSON.parse(await report("sarif"));
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false });
    const validate = ajv.compile(
      JSON.parse(readFileSync(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"), "utf8")),
    );
    validate(value);
    expect(validate.errors).toBeNull();
    const suppressed = value.runs[0].results.filter((one: object) => "suppressions" in one);
    expect(suppressed.map((one: { suppressions: object[] }) => one.suppressions)).toEqual([
      [{ kind: "inSource", status: "accepted", justification: "由“@all”|`三大`专班<统一>负责 100% ::error::" }],
    ]);
  });
});

describe("sarif with --max-results", () => {
  const run = async (...argv: string[]) => {
    const cwd = folderWith({ "方案.md": long(30), "mine.yaml": PACK, "甲.md": TITLE });
    const ran = await gwlint(cwd, ["check", "方案.md", "甲.md", "--rules", "mine.yaml", "--format", "sarif", ...argv]);
    return { ...ran, run: JSON.parse(ran.out).runs[0] };
  };

  it("keeps the gravest and says so in the file and on standard error", async () => {
    const whole = await run();
    const { run: cut, err, status } = await run("--max-results", "5");
    const levels = cut.results.map(({ level }: { level: string }) => level);
    expect(levels).toHaveLength(5);
    expect(levels[0]).toBe("error");
    expect(cut.properties).toEqual({ totalResults: whole.run.results.length, keptResults: 5 });
    const said = cut.invocations[0].toolExecutionNotifications.at(-1).message.text;
    expect(said).toContain(String(whole.run.results.length));
    expect(err).toContain(said);
    expect(status).toBe(whole.status);
  });

  it("keeps 5,000 unless another number is given, as GitHub does", async () => {
    const drafts = Array.from({ length: 60 }, (_, i) => [`稿/第${i}份.md`, long(100)]);
    const cwd = folderWith({ ...Object.fromEntries(drafts), "mine.yaml": PACK });
    const { out, err } = await gwlint(cwd, ["check", "稿", "--rules", "mine.yaml", "--format", "sarif"]);
    const { properties } = JSON.parse(out).runs[0];
    expect(properties.totalResults).toBeGreaterThan(5000);
    expect(properties.keptResults).toBe(5000);
    expect(err).toContain(`一共 ${properties.totalResults} 条结果，只留了最严重的 5000 条`);
  });

  it("says nothing where all fit", async () => {
    const { run: all, err } = await run("--max-results", "5000");
    expect(all.properties.keptResults).toBe(all.properties.totalResults);
    expect(all.invocations[0].toolExecutionNotifications).toEqual([]);
    expect(err).toBe("");
  });
});
