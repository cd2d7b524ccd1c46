import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { beforeAll, describe, expect, it } from "vitest";
import { checkText, formatReport } from "../../../src/index.ts";
import { folderWith, gwlint } from "../../cli/run.ts";
import { docx, p } from "../../read/docx/build.ts";
import { all, elements, parsed, words } from "./parsed.ts";

const SUPERIOR = `某某省人民政府关于加强校车管理的意见

一、完善制度。各级教育部门要建立校车安全管理台账，逐车登记造册，做到一车一档，2026年6月底前全部完成登记工作。

二、强化培训。省教育厅要组织全省校车驾驶人每年参加不少于两次的安全培训，培训合格后方可上岗驾驶校车。
`;
const DRAFT = `某某市人民政府关于加强校车管理的实施方案

一、完善制度。各级教育部门要建立校车安全管理台账，逐车登记造册，做到一车一档，2026年6月底前全部完成登记工作。

<!-- gwlint-disable-next GW-unit -- 由专班<统一>负责 -->
三、落实整改。对隐患“1<2&3”台账,逐项销号.

某某市人民政府办公室

2026年3月12日
`;

/** A report of the files given, as the parser of a browser sees it. */
async function report(files: Record<string, string | Uint8Array>, argv: readonly string[]) {
  const folder = folderWith(files);
  const ran = await gwlint(folder, ["check", ...argv, "--format", "html:out.html"]);
  const text = readFileSync(join(folder, "out.html"), "utf8");
  const { root, errors } = parsed(text);
  return { ...ran, text, root, errors, folder };
}
type Report = Awaited<ReturnType<typeof report>>;

/** What a page of ours is made of; anything else came in with a draft. */
const TAGS =
  "html head meta title style body a header h1 h2 h3 h4 h5 p span main nav article section div ul ol li dl dt dd b i u em small br mark ins del table caption thead tbody tr th td fieldset legend label input select option button output details summary footer script svg rect template img strong s sup sub";
const known = new Set(TAGS.split(" "));

function innocent({ root, errors, text }: Pick<Report, "root" | "errors" | "text">): void {
  expect(errors).toEqual([]);
  for (const { tagName, properties } of elements(root)) {
    expect(known).toContain(tagName);
    const acting = Object.keys(properties).filter((name) => /^on|^style$|^srcdoc$|^action$|^formaction$/i.test(name));
    expect(acting).toEqual([]);
    for (const name of ["href", "src"] as const) {
      const address = properties[name];
      if (address !== undefined) expect(String(address)).toMatch(name === "href" ? /^#/ : /^data:image\//);
    }
  }
  expect(all(root, "script")).toHaveLength(1);
  expect(all(root, "style")).toHaveLength(1);
  const policy = String(all(root, "meta").find(({ properties }) => properties["httpEquiv"])!.properties["content"]);
  for (const tag of ["script", "style"]) {
    const own = createHash("sha256")
      .update(words(all(root, tag)[0]))
      .digest("base64");
    expect(policy).toContain(`${tag}-src 'sha256-${own}'`);
  }
  expect(policy).toContain("default-src 'none'");
  const ids = elements(root).flatMap(({ properties }) => (properties["id"] ? [properties["id"]] : []));
  expect(new Set(ids).size).toBe(ids.length);
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007\u001b]/);
}

/** Links lead somewhere. */
function leads(root: Report["root"]): void {
  const ids = new Set(elements(root).map(({ properties }) => properties["id"]));
  for (const { properties } of all(root, "a")) {
    if (properties["href"] !== "#overview") expect(ids).toContain(String(properties["href"]).slice(1));
  }
}

describe("the HTML report of one draft", () => {
  let page: Report;
  beforeAll(async () => {
    page = await report({ "方案.md": DRAFT, "意见.md": SUPERIOR }, [
      "方案.md",
      "--against",
      "意见.md",
      "--rules",
      "gongwen,gbt-15834",
    ]);
  });
  const of = (selector: string) => all(page.root, selector);
  const shown = (selector: string) => of(selector).map((one) => words(one).replace(/\s+/g, " ").trim());

  it("is whole, innocent, and every link leads somewhere", () => {
    expect(page.status).toBe(1);
    innocent(page);
    leads(page.root);
    expect(of("html")[0]!.properties["lang"]).toBe("zh-CN");
    expect(shown("h2")).toEqual(["某某市人民政府关于加强校车管理的实施方案"]);
  });

  it("numbers findings alike in list, draft and side-by-side view", () => {
    const list = of("li.finding").map(({ properties }) => String(properties["id"]).replace("d1-f", ""));
    const draft = of("a.ref").flatMap(({ properties }) =>
      properties["id"] ? [String(properties["id"]).replace("d1-m", "")] : [],
    );
    expect(list.length).toBeGreaterThan(3);
    expect([...draft].sort()).toEqual([...list].sort());
    expect(list.map(Number).sort((a, b) => a - b)).toEqual(list.map((_one, i) => i + 1));
  });

  it("says problem, basis and advice, and quotes the words", () => {
    const group = of("section.group").find(
      (one) => words(one).includes("序号不连续") || words(one).includes("不跳号"),
    )!;
    expect(words(group)).toMatch(/三/);
    expect(all(group, "dt").map(words)).toEqual(["依据", "怎么改"]);
    expect(all(group, "p.place").map(words)).toEqual(["第三部分，第6行"]);
  });

  it("shows what is excused as such, with the reason as text", () => {
    const excused = of("li.suppressed");
    expect(excused.map((one) => words(all(one, "p.excused")[0]))).toContain("文中注明豁免：由专班<统一>负责");
    expect(words(of("p.tally")[0])).toMatch(/○ 1 已豁免/);
  });

  it("draws the draft with the findings on their words", () => {
    const paper = of("div.paper")[0]!;
    const paragraph = all(paper, "p").find((one) => words(one).includes("落实整改"))!;
    expect(words(paragraph).replace(/[✗!·○]\d+/g, "")).toBe("三、落实整改。对隐患“1<2&3”台账,逐项销号.");
    expect(all(paragraph, "mark").map(words)).toContain(",");
    expect(all(paper, "p.title").map(words)).toEqual(["某某市人民政府关于加强校车管理的实施方案"]);
    expect(all(paper, "p.right")).toHaveLength(2);
  });

  it("sets the copied passage beside the superior's", () => {
    const [copy] = of("article.copy");
    const sides = all(copy!, "div.pair")[0]!;
    expect(words(sides)).toContain("上级：意见.md 一");
    expect(all(copy!, "p.changes").map(words)).toEqual(["一字不差"]);
  });

  it("has the superior's tasks and what became of them", () => {
    const states = all(of("section.coverage")[0]!, "span.state").map(words);
    expect(states.slice(0, 2)).toEqual(["= 照抄", "✗ 没有承接"]);
  });

  it("has the table of tasks, and the clauses in it lead to their places", () => {
    const table = of("table.tasks-table")[0]!;
    expect(words(all(table, "caption")[0])).toMatch(/^《某某市人民政府关于加强校车管理的实施方案》责任清单/);
    expect(all(table, "tr")).toHaveLength(3);
    expect(all(table, "a").map(words)).toEqual(["一", "三"]);
  });

  it("counts against the limits", () => {
    const figure = all(of("ul.figures")[0]!, "li")[0] as Element;
    expect(words(figure)).toMatch(/^正文字数 {2}\d+ \/ 上限 \d+ ✓ 符合$/);
    expect(all(figure, "rect")).toHaveLength(3);
  });
});

describe("the HTML report of several files", () => {
  let page: Report;
  beforeAll(async () => {
    page = await report(
      { "a.md": DRAFT, "b.docx": docx(p("通知") + p("各单位要加强领导。")), "c.docx": "PK\u0003\u0004" },
      ["."],
    );
  });

  it("lists every file with its status, those that could not be read with reason and advice", () => {
    expect(page.status).toBe(3);
    innocent(page);
    leads(page.root);
    const rows = all(all(page.root, "section.overview")[0]!, "tbody").flatMap((body) => all(body, "tr").map(words));
    expect(rows).toHaveLength(3);
    expect(rows[2]).toContain("c.docx✗ 文件损坏");
    const broken = all(page.root, "article#d3")[0] ?? all(page.root, "article")[2]!;
    expect(words(all(broken, "div.problem")[0])).toMatch(/文件不完整.*怎么改：/);
    expect(all(broken, "div.paper")).toEqual([]);
  });

  it("has the unmarked view of a docx put aside", () => {
    const original = all(page.root, "section.original");
    expect(original).toHaveLength(1);
    expect(all(original[0]!, "template").map(words).join()).toContain("各单位要加强领导。");
  });

  it("tells what was not checked, why, and what to do", () => {
    const rules = all(page.root, "section.rules")[0]!;
    const open = all(all(rules, "ul.open")[0]!, "li").map(words);
    expect(open.find((one) => one.includes("没有提供上级文件"))).toMatch(
      /怎么办：用 --against .*○ 配套文件不照抄上级文件/s,
    );
    expect(words(all(rules, "summary")[0])).toMatch(/^守住的规则（\d+ 条）$/);
  });

  it("leaves out what stops nobody, where it is to be quiet, and counts it all the same", async () => {
    const quiet = await report({ "a.md": DRAFT, "好.txt": "通知" }, [
      ".",
      "--quiet",
      "--fail-on",
      "never",
      "--rules",
      "gbt-15834",
    ]);
    expect(all(quiet.root, "article.document")).toHaveLength(1);
    expect(all(all(quiet.root, "section.overview")[0]!, "tr")).toHaveLength(3);
  });
});

describe("what a draft may say", () => {
  // The payloads of the security study: terminal sequences, line ends, NUL, bidi, markup, formulas, CI commands.
  const PAYLOADS = [
    "\u001b]0;x\u0007",
    "\u001b]8;;http://x\u001b\\",
    "\u001b]52;c;eA==\u0007",
    "\u001b[31m",
    "a\rb",
    "a\u202ecba",
    '<script>alert(1)</script><img src=x onerror="alert(1)">',
    "</script></style></template></textarea></title><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "::error::x",
    `" onmouseover="alert(1)" x='`,
    "<!-- --><![CDATA[x]]><?x?>&#60;script&#62;&lt;b&gt;",
    "[x](javascript:alert(1))",
  ];
  const pack = (payload: string) => `pack: mine
title: ${JSON.stringify(`包${payload}`)}
rules:
  MY-1:
    check: pattern
    title: ${JSON.stringify(`题${payload}`)}
    basis: [{ practice: ${JSON.stringify(`做法${payload}`)}, examples: [${JSON.stringify(payload)}] }]
    strength: 本单位
    severity: error
    evidence: direct
    with: { pattern: "落实.*", scope: document }
    message: ${JSON.stringify(`写了{match}${payload}`).replaceAll("{match}", "{match}")}
    advice: ${JSON.stringify(`改${payload}`)}
    tests:
      valid: [{ text: 好。 }]
      invalid: [{ text: 落实, at: 1 }]
`;

  it.each(PAYLOADS)("cannot act: %j in text, title, names, rules and superiors", async (payload) => {
    const line = payload.replace(/\r/g, "");
    const draft = `关于${line}的方案\n\n一、落实${line}。${SUPERIOR.split("。")[1]}。\n\n| 任务${line.replaceAll("|", "")} | b |\n| --- | --- |\n| ${line.replaceAll("|", "")} | c |\n`;
    const name = `稿${payload.replace(/[/\u0000]/g, "")}.txt`;
    const page = await report({ [name]: draft, [`上${name}`]: `${SUPERIOR}${line}`, "mine.yaml": pack(payload) }, [
      name,
      "--against",
      `上${name}`,
      "--rules",
      "mine.yaml,gongwen,gbt-15834",
    ]);
    expect(page.err).toBe("");
    innocent(page);
    leads(page.root);
    expect(all(page.root, "div.paper").map(words).join()).toContain("落实");
  });

  it("cannot act as a Word document either, in the unmarked view", async () => {
    const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const body = PAYLOADS.filter((text) => !/[\u0000-\u0008\u000b-\u001f]/.test(text))
      .map((text) => p(escaped(text)))
      .join("");
    const link = `<w:p><w:hyperlink r:id="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`;
    const relationships = `<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>`;
    const page = await report({ "a.docx": docx(body + link, { relationships }) }, ["a.docx"]);
    innocent(page);
    const original = all(page.root, "section.original")[0];
    expect(words(original)).toContain("链接");
    expect(words(original)).toContain("</script>");
  });
});

describe("the HTML format", () => {
  it("speaks English on request", async () => {
    const { root } = await report({ "a.md": DRAFT }, ["a.md", "--lang", "en"]);
    expect(all(root, "html")[0]!.properties["lang"]).toBe("en");
    expect(all(root, "h1").map(words)).toEqual(["Official document check"]);
    expect(all(root, "div.paper")[0]!.properties["lang"]).toBe("zh-CN");
    const ui = [...all(root, "nav.tabs"), ...all(root, "div.controls"), ...all(root, "footer")].map(words).join();
    expect(ui).not.toMatch(/html\.|pretty\./);
  });

  it("goes to standard output too, and two runs differ in the time they took alone", async () => {
    const folder = folderWith({ "a.md": DRAFT });
    const run = async () =>
      (await gwlint(folder, ["check", "a.md", "--format", "html"])).out.replace(/用时 [\d.]+ 秒/, "");
    const first = await run();
    expect(first).toMatch(/^<!doctype html>/);
    expect(await run()).toBe(first);
  });

  it("makes a list without a draft where only results are at hand", async () => {
    const result = await checkText(DRAFT);
    const text = await formatReport([result], "html");
    const page = { text, ...parsed(text) };
    innocent(page);
    leads(page.root);
    expect(all(page.root, "li.finding")).toHaveLength(result.findings.length);
    expect(all(page.root, "div.paper")).toEqual([]);
  });
});
