import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";
import { describeShared, shared } from "../shared.ts";
import { noBrowser, objections, type TestBrowser, testBrowser } from "./browser.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const build = (file: string) => execFileSync(process.execPath, [join(root, "scripts/build-page.mjs"), file]);
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Files into a field, as choosing them does; a drop goes the same way. */
const choose = (page: Page, field: "drafts" | "superiors" | "packs", files: string[]) =>
  page.locator(`#pick-${field}`).setInputFiles(files);

/** Until every draft shows how it ended. */
async function settled(page: Page, count: number): Promise<void> {
  await page
    .locator(".entries [data-show]")
    .nth(count - 1)
    .waitFor();
  const open = page.locator(".entries [data-show]").filter({ hasNot: page.locator(".badge, [class^=count-]") });
  await expect.poll(() => open.count(), { timeout: 120_000 }).toBe(0);
}

/** What the page saves when a button is pressed. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync((await download.path())!) };
}

/** The results of all drafts as JSON, by a button like those that save other reports. */
const json = (page: Page) =>
  saved(page, () =>
    page.evaluate(
      `const button = document.createElement("button");
       Object.assign(button.dataset, { save: "json", of: "all" });
       document.body.append(button);
       button.click();
       button.remove();`,
    ),
  );

const noChromium = noBrowser();

describe.skipIf(noChromium !== "")(`the clerk's page in Chromium${noChromium}`, () => {
  let browser: TestBrowser;
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeAll(async () => {
    browser = await testBrowser();
    folder = folderWith({
      "通知.doc": "x",
      "坏了.docx": "PK\u0003\u0004 not a document",
      "本单位.yaml": "pack: ours\ntitle: 本单位\nrules:\n  A-1:\n    check: lenght\n",
    });
    for (const name of ["copied-from-province.md", "superior-province.md", "plan.docx", "too-long.md"]) {
      copyFileSync(join(root, "fixtures/demo", name), at(name));
    }
    build(at("gwlint.html"));
  });
  afterAll(() => browser.close());
  const opened = () => browser.open(at("gwlint.html"));

  it("is built the same twice", () => {
    build(at("again.html"));
    expect(sha(readFileSync(at("again.html")))).toBe(sha(readFileSync(at("gwlint.html"))));
  });

  it("asks for nothing but its own worker, and complains of nothing", async () => {
    const { page, requests, errors } = await opened();
    await choose(page, "superiors", [at("superior-province.md")]);
    await choose(page, "drafts", [at("copied-from-province.md"), at("plan.docx"), at("坏了.docx")]);
    await settled(page, 3);
    await json(page);
    expect(requests.filter((address) => !address.startsWith("blob:null/"))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    ["the empty page", []],
    ["a result", ["copied-from-province.md"]],
    ["several drafts", ["plan.docx", "too-long.md"]],
    ["a refused file", ["通知.doc"]],
    ["a pack with mistakes", ["本单位.yaml", "plan.docx"]],
  ])("axe-core finds nothing in %s", async (_, files) => {
    const { page } = await opened();
    if (files.length > 0) await choose(page, "superiors", [at("superior-province.md")]);
    if (files.length > 0) await choose(page, "drafts", files.map(at));
    if (files[0]?.endsWith(".yaml")) await page.waitForSelector(".mistakes");
    else if (files.length > 0) await settled(page, files.length);
    expect(await objections(page)).toEqual([]);
    for (const view of await page.locator(".tabs a").all()) {
      await view.click();
      expect(await objections(page)).toEqual([]);
    }
    await page.locator("[data-do=language]").click();
    await page.waitForSelector("html[lang=en]");
    expect(await objections(page)).toEqual([]);
  });

  it("is used with the keyboard alone: a file field, a fact, a finding, a copy", async () => {
    const { page } = await opened();
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      (async () => {
        for (let i = 0; i < 4; i++) {
          await page.keyboard.press("Tab");
          if (await page.evaluate("document.activeElement.dataset.pick === 'drafts'")) break;
        }
        await page.keyboard.press("Enter");
      })(),
    ]);
    await chooser.setFiles(at("plan.docx"));
    await settled(page, 1);
    await page.keyboard.press("F8");
    await page.waitForSelector("li.finding.current");
    await page.locator("[data-save=annotated]").focus();
    const { name } = await saved(page, () => page.keyboard.press("Enter"));
    expect(name).toBe("plan.批注.docx");
    expect(await page.locator("#said").textContent()).toContain("plan.批注.docx");
  });

  it("takes a dropped file, whatever it is dropped on", async () => {
    const { page } = await opened();
    const transfer = await page.evaluateHandle(
      `const transfer = new DataTransfer();
       transfer.items.add(new File(["# 关于开展检查的通知\\n\\n正文。"], "拖来的.md"));
       transfer`,
    );
    await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
    await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
    await settled(page, 1);
    expect(await page.locator("article.document h2").textContent()).toContain("关于开展检查的通知");
  });

  it("checks again with a fact that is declared in it", async () => {
    const { page } = await opened();
    await page.locator("input[name=pack][value=tianshui-2019]").check();
    await choose(page, "drafts", [at("too-long.md")]);
    await settled(page, 1);
    await page.locator(".fact-sheet summary").click();
    await page.locator(".fact-sheet select[name=deployment]").selectOption("special");
    await page.locator(".fact-sheet form > p button").first().click();
    await page.locator(".fact-sheet summary", { hasText: "1" }).waitFor();
    expect(await page.locator("select[name=deployment]").first().inputValue()).toBe("special");
  });

  it("stops when told to, and checks again", async () => {
    const { page } = await opened();
    writeFileSync(
      at("长.md"),
      `# 通知\n\n${"各部门要认真落实会议精简要求，压减会议三分之一以上。\n\n".repeat(60_000)}`,
    );
    await choose(page, "drafts", [at("长.md")]);
    await page.locator("main [data-do=stop]").click();
    await page.waitForSelector("main [data-do=check]");
    await choose(page, "drafts", [at("plan.docx")]);
    await page.waitForSelector("article.document h2");
  });

  it("keeps nothing: no storage, and the address names packs alone", async () => {
    const { page } = await opened();
    await page.locator("input[name=pack][value=hegao]").check();
    await choose(page, "drafts", [at("plan.docx")]);
    await settled(page, 1);
    expect(new URL(page.url()).search).toBe("?packs=gongwen,hegao");
    expect(await page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")).toEqual([0, 0, ""]);
  });

  describeShared("beside the command", () => {
    it("finds the same in real documents, one for one, and makes the same copies byte for byte", async () => {
      const issued = shared("corpus/docx-issued")!;
      const sources = shared("sources")!;
      const paths = [
        ...readdirSync(issued)
          .filter((name) => name.endsWith(".docx"))
          .sort()
          .slice(0, 40)
          .map((name) => join(issued, name)),
        ...readdirSync(sources)
          .filter((name) => /\.(docx|md|txt|html)$/.test(name))
          .map((name) => join(sources, name)),
      ];
      const packs = ["gongwen", "gbt-9704", "gbt-15834", "hegao", "tianshui-2019"];
      const work = folderWith({});
      const names = paths.map((path) => basename(path));
      for (const path of paths) copyFileSync(path, join(work, basename(path)));
      const { page, requests } = await opened();
      for (const pack of packs.slice(1)) await page.locator(`input[name=pack][value=${pack}]`).check();
      await choose(
        page,
        "drafts",
        names.map((name) => join(work, name)),
      );
      await settled(page, names.length);
      const { out } = await gwlint(work, [
        "check",
        ...names,
        "--rules",
        packs.join(),
        "--format",
        "json",
        "--annotate",
      ]);
      const own = (await json(page)).bytes.toString();
      const [expected, found] = [out, own].map((text) => JSON.parse(text).documents);
      for (const [i, name] of names.entries()) expect([name, found[i]]).toEqual([name, expected[i]]);
      expect(own).toBe(out);
      let copies = 0;
      for (const [i, name] of names.entries()) {
        await page.locator(".entries [data-show]").nth(i).click();
        if (!name.endsWith(".docx") || (await page.locator("[data-save=annotated]").count()) === 0) continue;
        const copy = await saved(page, () => page.locator("[data-save=annotated]").click());
        expect([copy.name, sha(copy.bytes)]).toEqual([copy.name, sha(readFileSync(join(work, copy.name)))]);
        copies++;
      }
      const written = readdirSync(work).filter((name) => name.endsWith(".批注.docx"));
      expect(copies).toBe(written.length);
      expect(copies).toBeGreaterThan(5);
      expect(requests.filter((address) => !address.startsWith("blob:null/"))).toEqual([]);
    });
  });
});
