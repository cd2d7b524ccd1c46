import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, gwlint } from "../cli/run.ts";
import { noBrowser, objections, type TestBrowser, testBrowser } from "./browser.ts";

const line = (path: string, more: object) =>
  JSON.stringify({
    ...{ path, status: "checked-clean", problem: null, title: "关于防汛的通知", facts: {}, parts: [], pages: null },
    ...{ responsibility: null, findings: [], notChecked: [], notApplicable: [], held: ["GW-leftovers"] },
    ...{ file: { bytes: 1000, sha256: path, modified: null, attempts: 1 }, archive: null },
    ...more,
  });
const finding = {
  ...{ rule: "GW-leftovers", pack: "gongwen", rules: ["GW-leftovers"], severity: "warning", title: "没有写完的地方" },
  ...{ message: "还有“××”没有填", advice: "填上或者删去", basis: [], threshold: false, part: "document", paragraph: 3 },
  ...{ line: null, column: null, end: null, clause: null, place: "第3段", text: "××", sentence: "××", offset: 0 },
  ...{ fingerprint: "f", evidence: [], suppressed: null },
};
const issued = (serial: number) => ({
  ...{ kind: "通知", issuer: "某某市教育局", jointly: [], issuerLevel: "city", issuerBody: "department" },
  ...{ direction: "down", deployment: null, policyDocument: false, number: { code: "某教发", year: 2019, serial } },
  ...{ issuedOn: "2019-05-06", receivedOn: null, inForceUntil: null, title: `关于第${serial}件事的通知`, repeals: [] },
  ...{ revises: false, series: null, matters: [], reach: null, audience: null, measures: { total: 0, unnamed: 0 } },
  ...{ sketch: null, declared: [] },
});
const MASTER = [
  line("甲.docx", { status: "checked-findings", findings: [finding], archive: issued(1) }),
  line("乙.docx", { title: "关于食堂的通知", archive: { ...issued(1), title: "关于食堂的通知" } }),
  line("丙.docx", { archive: issued(9) }),
  line("丁.docx", { status: "corrupt", problem: { code: "x", message: "文件损坏", advice: "重新保存" }, held: [] }),
  line("戊.docx", {}),
];

const noChromium = noBrowser();

describe.skipIf(noChromium !== "")(`report of an archive in Chromium${noChromium}`, () => {
  let browser: TestBrowser;
  let folder: string;
  beforeAll(async () => {
    browser = await testBrowser();
    folder = folderWith({ "R/results.jsonl": `${MASTER.join("\n")}\n`, "E/results.jsonl": "" });
    for (const name of ["R", "E"]) await gwlint(folder, ["report", name, "--rules", "hegao,shandong-2019"]);
  });
  afterAll(() => browser.close());

  it.each([
    ["R", 1366],
    ["R", 400],
    ["E", 1366],
  ])("axe-core finds nothing in %s at %i pixels, and nothing is asked of any network", async (name, width) => {
    const { page, requests, errors } = await browser.open(join(folder, name, "report.html"), "", {
      width,
      height: 800,
    });
    expect(await page.locator("section.overview").count()).toBe(7);
    // Closed details hide their tables from it.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await objections(page)).toEqual([]);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
