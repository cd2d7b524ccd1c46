import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";
import { noBrowser, objections, type TestBrowser, testBrowser } from "./browser.ts";

const DRAFT = `# 关于加强作风建设的实施方案

各县（区）人民政府：

为贯彻落实《关于加强作风建设的若干意见》精神,制定本方案.

一、总体要求

坚持问题导向，做到标本兼治。

二、主要任务

（一）精简会议。市级会议压减三分之一以上,会期不超过1天。

（三）精简文件。各单位要严格控制发文数量。市政府办公室负责，2026年12月底前完成。

| 任务 | 责任单位 |
| --- | --- |
| 精简会议 | 市政府办公室 |

`;

const noChromium = noBrowser();

describe.skipIf(noChromium !== "")(`HTML report in Chromium${noChromium}`, () => {
  let browser: TestBrowser;
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeAll(async () => {
    browser = await testBrowser();
    folder = folderWith({ "a.md": DRAFT, "b.md": DRAFT.replace("（三）", "（二）"), "c.docx": "not a docx" });
    await gwlint(folder, ["check", "a.md", "--rules", "gongwen,gbt-15834,hegao", "--format", "html:one.html"]);
    await gwlint(folder, ["check", ".", "--rules", "gongwen,gbt-15834", "--format", "html:all.html"]);
  });
  afterAll(() => browser.close());

  it.each(["one.html", "all.html", "one.html#view=rules", "all.html#doc=d2"])(
    "axe-core finds nothing in %s",
    async (where) => {
      const [name, hash] = where.split("#");
      const { page, requests, errors } = await browser.open(at(name!), hash ? `#${hash}` : "");
      expect(await objections(page)).toEqual([]);
      expect(requests).toEqual([]);
      expect(errors).toEqual([]);
    },
  );
});
