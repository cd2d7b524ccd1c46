import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";
import { docx, p } from "../read/docx/build.ts";
import { noBrowser, objections, type TestBrowser, testBrowser } from "./browser.ts";

const DRAFT = `# 关于加强作风建设的实施方案

各县（区）人民政府：

为贯彻落实《关于加强作风建设的若干意见》精神,制定本方案.

一、总体要求

坚持问题导向，做到标本兼治。

二、主要任务

（一）精简会议。市级会议压减三分之一以上，会期不超过1天，能不开的会议坚决不开，能合并的会议合并召开。

（三）精简文件。各单位要严格控制发文数量，部署专项工作的文件一般不超过4000字，没有实质内容的文件一律不发。市政府办公室负责,2026年12月底前完成.

| 任务 | 责任单位 |
| --- | --- |
| 精简会议 | 市政府办公室 |

`;

const SUPERIOR = `# 关于加强作风建设的若干意见

一、精简会议。市级会议压减三分之一以上，会期不超过2天，能不开的会议坚决不开，能合并的会议合并召开。

二、精简文件。各单位要严格控制发文数量，部署专项工作的文件一般不超过4000字，没有实质内容的文件一律不发。
`;
const HOSTILE = `<img src=x onerror="globalThis.owned=true"><script>globalThis.owned=true</script>`;

const noChromium = noBrowser();

describe.skipIf(noChromium !== "")(`HTML report in Chromium${noChromium}`, () => {
  let browser: TestBrowser;
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeAll(async () => {
    browser = await testBrowser();
    folder = folderWith({
      "a.md": DRAFT,
      "b.md": DRAFT.replace("（三）", "（二）"),
      "c.docx": "not a docx",
      "上级/意见.md": SUPERIOR,
      "其他/稿.docx": docx(p("关于加强管理的通知") + p("各单位要加强领导。")),
      "其他/恶.txt": `关于${HOSTILE}的方案\n\n一、落实${HOSTILE},责任.\n`,
    });
    const run = (paths: string[], name: string) => gwlint(folder, ["check", ...paths, "--format", `html:${name}`]);
    const rules = ["--rules", "gongwen,gbt-15834,hegao"];
    await run(["a.md", ...rules], "one.html");
    await run(["a.md", "b.md", "c.docx", ...rules], "all.html");
    await run(["a.md", "--against", "上级/意见.md", ...rules], "pair.html");
    await run(["其他/稿.docx", ...rules], "word.html");
    await run(["其他/恶.txt", ...rules], "hostile.html");
  });
  afterAll(() => browser.close());

  it.each([
    "one.html",
    "all.html",
    "pair.html#view=copies",
    "pair.html#view=ledger",
    "pair.html#view=coverage",
    "pair.html#view=rules",
    "all.html#doc=d2",
    "all.html#doc=d3",
    "one.html#by=clause&finding=2",
    "word.html#view=original",
  ])("axe-core finds nothing in %s, and nothing is asked of any network", async (where) => {
    const [name, hash] = where.split("#");
    const { page, requests, errors } = await browser.open(at(name!), hash ? `#${hash}` : "");
    expect(await objections(page)).toEqual([]);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("shows axe-core's objections where there are some", async () => {
    const { page } = await browser.open(at("one.html"));
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<img src='data:,'><a href='#'></a>"));
    expect((await objections(page)).join("\n")).toMatch(/image-alt.*link-name/s);
    await page.close();
  });

  it("is walked with the keyboard alone: skip link, sections, filter, list, words and back", async () => {
    const { page } = await browser.open(at("one.html"));
    const focused = () => page.evaluate(() => `${document.activeElement?.tagName}#${document.activeElement?.id}`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("MAIN#main");
    const stops: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate(() => {
          const { tagName, className, id } = document.activeElement as HTMLElement;
          return `${tagName} ${(document.activeElement as HTMLInputElement).name || className || id}`;
        }),
      );
      if (stops[stops.length - 1] === "A number") break;
    }
    const order = [
      "A ",
      "INPUT standing",
      "SELECT rule",
      "SELECT clause",
      "SELECT by",
      "INPUT q",
      "BUTTON previous",
      "BUTTON next",
      "SECTION pane list",
      "A number",
    ];
    const places = order.map((stop) => stops.findIndex((one) => one.startsWith(stop)));
    expect(places).not.toContain(-1);
    expect([...places].sort((x, y) => x - y)).toEqual(places);
    const first = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first);
    await page.keyboard.press("Enter");
    expect(await focused()).toBe(`A#d1-m${first}`);
    expect(
      await page.locator(`#d1-m${first}`).evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    ).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.closest("li")?.id)).toBe(`d1-f${first}`);
    await page.keyboard.press("F8");
    expect(await page.locator("li.current").count()).toBe(1);
    expect(await page.locator("li.current").getAttribute("id")).not.toBe(`d1-f${first}`);
    await page.close();
  });

  it("filters by severity, rule, clause and words, and the address keeps it", async () => {
    const { page } = await browser.open(at("one.html"));
    const total = await page.locator("li.finding").count();
    const visible = () => page.locator("li.finding:visible").count();
    expect(await visible()).toBe(total);
    await page.locator("input[value=warning]").uncheck();
    const infos = await page.locator("li.finding.info").count();
    expect(await visible()).toBe(infos);
    expect(infos).toBeLessThan(total);
    await page.locator("input[value=warning]").check();
    await page.locator("input[name=q]").fill("跳号");
    const found = await visible();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(total);
    expect(await page.locator(".shown").textContent()).toBe(`显示 ${found} / ${total} 处`);
    expect(await page.locator(".paper mark.off").count()).toBeGreaterThan(0);
    await page.reload();
    expect(await page.locator("input[name=q]").inputValue()).toBe("跳号");
    expect(await visible()).toBe(found);
    await page.locator("input[name=q]").fill("没有这样的字");
    expect(await visible()).toBe(0);
    await page.locator("input[name=q]").fill("");
    await page.locator("select[name=by]").selectOption("clause");
    expect(await visible()).toBe(total);
    const groups = await page.locator(".by-clause h4").allTextContents();
    expect(groups).toContain("第二部分（三）");
    await page.locator(".by-clause details.why").first().locator("summary").click();
    expect(await page.locator(".by-clause details.why[open] dt").first().textContent()).toBe("依据");
    await page.locator("select[name=by]").selectOption("rule");
    expect(await page.locator(".groups:visible .group").count()).toBe(await page.locator("section.group").count());
    expect(await visible()).toBe(total);
    await page.close();
  });

  it("goes from the overview into a file, to the next, and back with the browser's own button", async () => {
    const { page } = await browser.open(at("all.html"));
    expect(await page.locator("article:visible").count()).toBe(0);
    expect(await page.locator("main > :first-child").getAttribute("id")).toBe("overview");
    await page.locator(".overview tbody a").first().click();
    expect(await page.locator("article:visible").getAttribute("id")).toBe("d1");
    await page.locator(".files .next").click();
    expect(await page.locator("article:visible").getAttribute("id")).toBe("d2");
    await page.goBack();
    await page.goBack();
    expect(await page.locator(".overview:visible").count()).toBe(1);
    await page.close();
  });

  it("leads from a finding to the passages side by side, and from the tasks to their places", async () => {
    const { page } = await browser.open(at("pair.html"));
    await page.locator("p.more a").first().click();
    expect(await page.locator("article.copy:visible").count()).toBeGreaterThan(0);
    const widths = await page
      .locator(".pair > div")
      .evaluateAll((sides) => sides.slice(0, 2).map((side) => side.getBoundingClientRect().left));
    expect(widths[1]).toBeGreaterThan(widths[0]! + 300);
    await page.locator(".tabs a", { hasText: "责任清单" }).click();
    await page.locator(".tasks-table a:visible").first().click();
    expect(await page.locator(".paper:visible").count()).toBe(1);
    await page.close();
  });

  it.each(["one.html", "all.html"])("prints %s on A4 with all its parts", async (name) => {
    const { page } = await browser.open(at(name));
    const pdf = join(folder, `${name}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    expect(info).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)/);
    const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, "");
    for (const part of ["公文检查报告", "依据", "怎么改", "坚持问题导向，做到标本兼治。", "责任清单", "未检查与规则"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("下一处");
    await page.close();
  });

  it("reads in a narrow window without being dragged sideways", async () => {
    const { page } = await browser.open(at("one.html"), "", { width: 400, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.close();
  });

  it("runs nothing of a draft, whatever the draft says", async () => {
    const { page, errors, requests } = await browser.open(at("hostile.html"));
    expect(await page.evaluate(() => (globalThis as unknown as { owned?: boolean }).owned)).toBeUndefined();
    expect(await page.locator(".paper").textContent()).toContain("<img src=x onerror=");
    await page.locator(".tabs a").last().click();
    expect(errors).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });
});
