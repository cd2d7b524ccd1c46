import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { FoundDocument } from "../../src/cli/found.ts";
import { csvSink } from "../../src/cli/view-csv.ts";
import { settlePages, unitPageFiles } from "../../src/cli/view-unit-pages.ts";
import { workbookSink } from "../../src/cli/view-workbook.ts";
import { utf8 } from "../../src/node/utf8.ts";
import { rowsIn } from "../../src/report/archive/rows.ts";
import { emptySurvey } from "../../src/report/archive/survey.ts";
import { unitPages } from "../../src/report/archive/unit-pages.ts";
import { readWorkbook, rowsOf } from "../workbook/read-back.ts";
import { folderWith, gwlint } from "./run.ts";

const finding = (nth: number, severity: string) => ({
  rule: "GW-leftovers",
  pack: "gongwen",
  rules: ["GW-leftovers"],
  severity,
  title: "没有写完的地方",
  message: `还有第${nth}处“<script>”没有填`,
  advice: "填上或者删去",
  basis: [
    {
      issuer: "某局",
      document: "办法",
      year: 2019,
      clause: "第一条",
      quote: "要",
      verified: "verified",
      inForce: "yes",
    },
  ],
  place: `第${nth}段`,
  text: '"><img src=x onerror="alert(1)">',
  suppressed: null,
});

/** A file with that many findings. */
const line = (path: string, issuer: string | null, count: number, severity = "warning") => ({
  path,
  status: count > 0 ? "checked-findings" : "checked-clean",
  problem: null,
  title: `关于${path}的通知`,
  facts: { issuer: { value: issuer, origin: "recognised" }, issuedOn: { value: "2026-03-04", origin: "recognised" } },
  findings: Array.from({ length: count }, (_, i) => finding(i + 1, severity)),
  notChecked: [],
  notApplicable: [],
  held: [],
  file: { bytes: 1, sha256: path, modified: null, attempts: 1 },
  archive: null,
});

const master = (lines: readonly object[]) => lines.map((one) => `${JSON.stringify(one)}\n`).join("");
const MANY = master([
  ...Array.from({ length: 30 }, (_, i) => line(`甲/${i}.docx`, "某某市教育局", 50)),
  line("乙/1.docx", "某某市<b>水利局</b>", 700, "error"),
  line("丙/1.docx", null, 1),
  line("丁/1.docx", "某某市审计局", 0),
]);
const report = (folder: string, ...more: string[]) => gwlint(folder, ["report", "R", "--format", "html", ...more]);
const pagesOf = (folder: string) => readdirSync(join(folder, "R/report-pages")).sort();
const page = (folder: string, name: string) => readFileSync(join(folder, "R", name), "utf8");
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length;

/** Links of a page that lead nowhere. */
function broken(path: string): string[] {
  const ids = (file: string) => [...readFileSync(file, "utf8").matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = [...readFileSync(path, "utf8").matchAll(/ href="([^"]+)"/g)].map(([, link]) => link!);
  return links.filter((link) => {
    const [file, id] = link.split("#");
    const target = file === "" ? path : resolve(dirname(path), file!);
    return !existsSync(target) || (id !== undefined && !ids(target).includes(id));
  });
}

describe("pages of an archive's findings by issuer", () => {
  it("hold every finding once, lead to each other, and run nothing", async () => {
    const folder = folderWith({ "R/results.jsonl": MANY });
    const { status, err } = await report(folder);
    expect([status, err]).toEqual([0, expect.stringContaining("R/report-pages/")]);
    expect(pagesOf(folder)).toEqual([
      "index.html",
      "unit-0001.html",
      "unit-0002.html",
      "unit-0003.html",
      "unit-0004.html",
    ]);
    const texts = pagesOf(folder).map((name) => page(folder, `report-pages/${name}`));
    expect(texts.map((text) => count(text, /<span class="badge /g))).toEqual([0, 700, 1_000, 500, 1]);
    for (const name of ["report.html", ...pagesOf(folder).map((one) => `report-pages/${one}`)]) {
      expect(broken(join(folder, "R", name)), name).toEqual([]);
      expect(page(folder, name), name).not.toMatch(/<script|<img|<b>水利局|https?:\/\//);
      expect(page(folder, name), name).toContain("default-src &#39;none&#39;");
      expect(statSync(join(folder, "R", name)).mode & 0o777, name).toBe(0o600);
    }
    expect(statSync(join(folder, "R/report-pages")).mode & 0o777).toBe(0o700);
    expect(texts[2]).toContain("某某市教育局（第 1 页）");
    expect(texts[1]).toContain("<h1>某某市&lt;b&gt;水利局&lt;/b&gt;</h1>");
    // What findings have in common stands on a page once.
    expect(count(texts[1]!, /填上或者删去/g)).toBe(1);
    expect(texts[0]).toContain('<a href="unit-0004.html#u3">（没有认出发文机关）</a>');
    expect(page(folder, "report.html")).toContain('<a href="report-pages/unit-0002.html#u2">某某市教育局</a>');
    expect(page(folder, "report.html")).toContain("这里列出 2000 条，共 2201 条");
  });

  it("are not made where the overview shows every finding, and those of a run before go", async () => {
    const folder = folderWith({ "R/results.jsonl": MANY });
    await report(folder);
    writeFileSync(join(folder, "R/report-pages/我的.txt"), "mine");
    writeFileSync(join(folder, "R/report-pages/unit-9999.html"), "<p>mine");
    writeFileSync(join(folder, "R/results.jsonl"), master([line("乙/1.docx", "某某市水利局", 2)]));
    expect((await report(folder)).err).not.toContain("report-pages");
    expect(pagesOf(folder)).toEqual(["unit-9999.html", "我的.txt"]);
    expect(page(folder, "report.html")).not.toContain("report-pages");
    const other = folderWith({ "R/results.jsonl": MANY });
    await report(other);
    writeFileSync(join(other, "R/results.jsonl"), master([line("乙/1.docx", "某某市水利局", 2)]));
    await report(other);
    expect(readdirSync(join(other, "R")).sort()).toEqual(["report.html", "results.jsonl"]);
  });

  it("never take the place of somebody else's file", async () => {
    const folder = folderWith({ "R/results.jsonl": MANY, "R/report-pages/unit-0002.html": "<p>mine" });
    const { status, err } = await report(folder);
    expect([status, err]).toEqual([2, expect.stringContaining("unit-0002.html 不是 gwlint 写的")]);
    expect(page(folder, "report-pages/unit-0002.html")).toBe("<p>mine");
    expect(readdirSync(join(folder, "R")).sort()).toEqual(["report-pages", "results.jsonl"]);
  });

  it("are shared by issuers with few findings where there are many of them; the list goes on too", async () => {
    const folder = folderWith({});
    const [own, target] = [join(folder, "own"), join(folder, "R")];
    mkdirSync(own);
    const words = rowsIn("zh");
    const frame = { language: "zh", version: "0", day: "2026-01-01", packs: [], words } as const;
    const writer = unitPageFiles(own, unitPages(words, frame), 500, { rows: 300, alone: 2, list: 250 });
    for (let i = 0; i < 500; i++) await writer.add(found(`单位${i}`, "a.docx", i === 250 ? 650 : 1));
    mkdirSync(target);
    writeFileSync(join(target, "report.html"), "");
    await settlePages(own, target, await writer.finish());
    const names = readdirSync(join(target, "report-pages"));
    expect(names.filter((name) => name.startsWith("index")).sort()).toEqual(["index-2.html", "index.html"]);
    const units = names.filter((name) => name.startsWith("unit-"));
    const rows = units.map((name) => count(page(folder, `report-pages/${name}`), /<span class="badge /g));
    expect(rows.reduce((sum, one) => sum + one, 0)).toBe(499 + 650);
    expect(Math.max(...rows)).toBe(300);
    expect(units.length).toBeLessThan(8);
    for (const name of names) expect(broken(join(target, "report-pages", name)), name).toEqual([]);
    expect(page(folder, "report-pages/unit-0001.html")).toContain("<h1>单位0等 200 个单位</h1>");
  });
});

const note = { rules: "GW-x", basis: utf8("依据"), advice: "" };
const found = (issuer: string, path: string, many: number): FoundDocument => ({
  issuer: utf8(issuer),
  path: utf8(path),
  title: "",
  day: "",
  findings: Array.from({ length: many }, (_, i) => ({
    severity: "error",
    place: utf8(`第${i + 1}段`),
    message: "",
    text: utf8("=1+1"),
    note,
  })),
});

describe("findings beyond what a format takes", () => {
  const words = rowsIn("zh");
  const DOCUMENTS = [2, 5, 1, 3].map((many, i) => found("甲", `${i}.docx`, many));
  const EXPECTED = DOCUMENTS.flatMap(({ path, findings }) => findings.map((_, i) => [path, `第${i + 1}段`]));

  it("go on in a further CSV file, in the middle of a document too", async () => {
    const folder = folderWith({});
    const sink = csvSink(folder, words, 4);
    await sink.begin("findings");
    for (const document of DOCUMENTS) await sink.document(document);
    await sink.begin("unchecked");
    expect(await sink.finish()).toEqual(["findings.csv", "findings-2.csv", "findings-3.csv", "unchecked.csv"]);
    const rows = [1, 2, 3].map((part) =>
      readFileSync(join(folder, `findings${part > 1 ? `-${part}` : ""}.csv`), "utf8")
        .split("\r\n")
        .slice(0, -1),
    );
    expect(rows.map(({ length }) => length - 1)).toEqual([4, 4, 3]);
    for (const [head] of rows) expect(head).toMatch(/^\ufeff发文机关,程度,/);
    const cells = rows.flatMap(([, ...rest]) => rest.map((row) => row.split(",")));
    expect(cells.map((row) => [row[2], row[5]])).toEqual(EXPECTED);
    expect(cells[0]![8]).toBe("'=1+1");
  });

  it("go on in a further workbook, each of which a strict parser reads", async () => {
    const folder = folderWith({});
    const setting = {
      formats: ["xlsx"],
      language: "zh",
      version: "0",
      today: "2026-01-01",
      survey: emptySurvey(),
      archive: [],
      run: null,
    } as const;
    const sink = await workbookSink(folder, setting, words, 4);
    await sink.begin("findings");
    for (const document of DOCUMENTS) await sink.document(document);
    await sink.begin("unchecked");
    await sink.row(["a&b.docx", "读不出来", "", "", 1, null]);
    const names = await sink.finish();
    expect(names).toEqual(["report.xlsx", "report-2.xlsx", "report-3.xlsx"]);
    const books = names.map((name) => readWorkbook(readFileSync(join(folder, name))).sheets);
    expect(books.map((sheets) => sheets.map(({ name }) => name))).toEqual([
      ["总览", "问题清单", "未能检查"],
      ["问题清单"],
      ["问题清单"],
    ]);
    const lists = books.map((sheets) => sheets.find(({ name }) => name === "问题清单")!);
    expect(lists.map(({ filter }) => filter)).toEqual(["A1:K5", "A1:K5", "A1:K4"]);
    expect(lists.every(({ formulas }) => formulas === 0)).toBe(true);
    const rows = lists.flatMap((sheet) => rowsOf(sheet).slice(1));
    expect(rows.map((row) => [row[2], row[5]])).toEqual(EXPECTED);
    expect(rows[0]!.slice(6)).toEqual(["GW-x", null, "=1+1", "依据"]);
    expect(rowsOf(books[0]![2]!)[1]!.slice(0, 2)).toEqual(["a&b.docx", "读不出来"]);
  });
});
