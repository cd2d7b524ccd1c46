import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ArchiveRecord } from "../../src/model/archive.ts";
import type { WireFinding } from "../../src/model/result.ts";
import type { ScanLine } from "../../src/model/scan.ts";
import { nothingChecked } from "../../src/result/document-result.ts";
import { bareLine } from "../../src/scan/bare-line.ts";
import { filed } from "../archive/documents.ts";
import { folderWith, gwlint } from "./run.ts";

const FINDING: WireFinding = {
  rule: "GW-leftovers",
  pack: "gongwen",
  rules: ["GW-leftovers"],
  severity: "warning",
  title: "没有写完的地方",
  message: "还有“××”没有填",
  advice: "填上或者删去",
  basis: [],
  threshold: false,
  part: "document",
  paragraph: 3,
  line: null,
  column: null,
  end: null,
  clause: null,
  place: "第3段",
  text: "××",
  sentence: "××",
  offset: 0,
  fingerprint: "f",
  evidence: [],
  suppressed: null,
};

function line(path: string, facts: Partial<ArchiveRecord>, more: Partial<ScanLine> = {}): ScanLine {
  const { record } = filed(facts);
  return {
    ...bareLine(nothingChecked(path, "checked-clean"), { bytes: 1000, sha256: path, modified: null, attempts: 1 }),
    title: record.title,
    held: ["GW-leftovers"],
    archive: record,
    ...more,
  };
}

const found = (path: string, facts: Partial<ArchiveRecord>, more: Partial<WireFinding> = {}) =>
  line(path, facts, { status: "checked-findings", held: [], findings: [{ ...FINDING, ...more }] });

const number = (serial: number) => ({ code: "某教发", year: 2019, serial });
const LINES = [
  found("乙.docx", { number: number(1), title: "关于校车的通知" }),
  found("甲.docx", { number: number(1), title: "关于食堂的通知" }, { severity: "error", text: "=1+1" }),
  line("丙.docx", { number: number(2), issuer: "某某市水利局", issuedOn: "2018-01-02" }),
  line(
    "丁.docx",
    {},
    { status: "corrupt", problem: { code: "x", message: "文件损坏", advice: "重新保存" }, archive: null, held: [] },
  ),
  found("<b>.docx", { issuer: null, title: '<img src=x onerror="alert(1)">' }),
];

const report = (lines: readonly ScanLine[]) =>
  folderWith({ "R/results.jsonl": lines.map((one) => `${JSON.stringify(one)}\n`).join("") });
const run = (folder: string, ...more: string[]) => gwlint(folder, ["report", "R", "--rules", "hegao", ...more]);
const read = (folder: string, name: string) => readFileSync(join(folder, "R", name), "utf8");

describe("report", () => {
  it("makes workbook, page and CSV from the master, and leaves nothing else behind", async () => {
    const folder = report(LINES);
    const { status, err } = await run(folder);
    expect(err).toContain("R/report.xlsx、R/units.csv");
    expect(status).toBe(0);
    const files = [
      "archive-rules.csv",
      "findings.csv",
      "report.html",
      "report.xlsx",
      "results.jsonl",
      "rules.csv",
      "unchecked.csv",
      "units.csv",
    ];
    expect(readdirSync(join(folder, "R")).sort()).toEqual(files);
  });

  it("counts what was issued against the plans of gwlint.yaml, as they are now", async () => {
    const facts = { issuer: "某某市人民政府", issuerBody: "government", issuedOn: "2026-03-03" } as const;
    const folder = report([
      line("a.docx", { ...facts, title: "某某市人民政府关于印发城市更新实施方案的通知" }),
      line("b.docx", { ...facts, title: "某某市人民政府关于印发龙舟赛活动方案的通知" }),
    ]);
    const counted = async (files: Record<string, string>) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      await gwlint(folder, ["report", "R", "--format", "csv"]);
      return read(folder, "archive-rules.csv");
    };
    const title = "某某市2026年发文计划\n\n1. 城市更新实施方案\n2. 社区食堂建设方案\n";
    expect(await counted({ "gwlint.yaml": "packs: [tianshui-2019]\n" })).toContain("没有提供年度计划");
    const yaml = "packs: [tianshui-2019]\nplans: [计划.txt]\n";
    expect(await counted({ "gwlint.yaml": yaml, "计划.txt": title })).toContain(
      "某某市人民政府2026年发文2件，计划内1件，计划外1件；计划2项，还有1项没有发",
    );
    const more = `${title}3. 龙舟赛活动方案\n`;
    expect(await counted({ "计划.txt": more })).toMatch(/^TS-4-planned,[^,]*,警告,没有问题,/m);
  });

  it("lists findings by issuer, the gravest document first, formulas as text", async () => {
    const folder = report(LINES);
    await run(folder, "--format", "csv");
    const rows = read(folder, "findings.csv").split("\r\n");
    expect(rows[0]).toBe("\ufeff发文机关,程度,文件,标题,成文日期,位置,规则,问题,原文,依据,怎么改");
    expect(rows.slice(1, 4).map((row) => row.split(",").slice(0, 3).join(" "))).toEqual([
      "某某市教育局 错误 甲.docx",
      "某某市教育局 警告 乙.docx",
      "（没有认出发文机关） 警告 <b>.docx",
    ]);
    expect(rows[1]).toContain(",'=1+1,");
    expect(read(folder, "units.csv")).toContain("某某市教育局,2,2,2,1,1,0,0,1\r\n");
    expect(read(folder, "unchecked.csv")).toContain("丁.docx,文件损坏,文件损坏,重新保存,1,1000\r\n");
    expect(read(folder, "rules.csv")).toContain("GW-leftovers,错误,没有写完的地方,gongwen,3,3,1,0,0\r\n");
  });

  it("runs the rules over the archive, and says what could not be counted", async () => {
    const folder = report(LINES);
    await run(folder, "--format", "csv");
    const rows = read(folder, "archive-rules.csv");
    expect(rows).toMatch(
      /HG-serial-repeated,发文字号不重号,警告,有问题,,,"?有问题 1，未能检查 0，没有问题 1"?,,,缺发文机关 1 份/,
    );
    expect(rows).toContain("某教发〔2019〕1号用了两次");
    expect(rows).toMatch(/HG-serial-skipped,[^\r]*未能检查,某某市水利局,2019,某教发〔2019〕编到 2 号，档案里只有 1 个/);
  });

  it("gives the same bytes whatever the order of the lines", async () => {
    const [one, other] = [report(LINES), report([...LINES].reverse())];
    await run(one);
    await run(other);
    for (const name of readdirSync(join(one, "R"))) {
      if (name !== "results.jsonl")
        expect(readFileSync(join(other, "R", name)).equals(readFileSync(join(one, "R", name))), name).toBe(true);
    }
  });

  it("writes a page that holds no markup of a document and loads nothing", async () => {
    const folder = report(LINES);
    await run(folder, "--format", "html");
    const page = read(folder, "report.html");
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/<script|<img|https?:\/\//);
    expect(page).toContain("&lt;img src=x onerror=");
    expect(page).toContain("共 5 个文件，查过 4 个，其中 3 个有问题：错误 1 处，警告 2 处");
    expect(readdirSync(join(folder, "R"))).toEqual(["report.html", "results.jsonl"]);
  });

  it("writes the six sheets", async () => {
    const folder = report(LINES);
    await run(folder, "--format", "xlsx");
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "R", "report.xlsx"))));
    const book = new TextDecoder().decode(parts["xl/workbook.xml"]);
    expect([...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "总览",
      "按单位",
      "按规则",
      "问题清单",
      "未能检查",
      "归档规则",
    ]);
  });

  it("reads a master whose characters are escaped, halves of a pair among them", async () => {
    const escaped = (text: string) =>
      text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const lines = [...LINES, found("\ud83d戊.docx", { title: "关于\ud83d\ude00的\u0001通知" })];
    const text = lines.map((one) => `${JSON.stringify(one)}\n`).join("");
    const [one, other] = [folderWith({ "R/results.jsonl": text }), folderWith({ "R/results.jsonl": escaped(text) })];
    await run(one);
    await run(other);
    for (const name of ["findings.csv", "report.html", "report.xlsx", "units.csv", "archive-rules.csv"])
      expect(readFileSync(join(other, "R", name)).equals(readFileSync(join(one, "R", name))), name).toBe(true);
    expect(read(one, "findings.csv")).toContain("\ufffd戊.docx,关于\ud83d\ude00的\u0001通知,");
  });

  it("passes over a last line that was not finished, and takes away files that no longer belong", async () => {
    const folder = report(LINES);
    const master = join(folder, "R", "results.jsonl");
    writeFileSync(master, `${readFileSync(master, "utf8")}{"path":"半`);
    writeFileSync(join(folder, "R", "findings-2.csv"), "old");
    // What a scan noted of the views it made no longer holds.
    writeFileSync(join(folder, "R", "views.json"), "{}");
    expect((await run(folder, "--format", "csv")).status).toBe(0);
    expect(readdirSync(join(folder, "R"))).not.toContain("findings-2.csv");
    expect(readdirSync(join(folder, "R"))).not.toContain("views.json");
    expect(read(folder, "units.csv")).toContain("某某市水利局,1,1,0");
  });

  it("takes away what a killed run left half made, and nothing of one that lives", async () => {
    const folder = report(LINES);
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    for (const pid of [dead, process.ppid]) {
      mkdirSync(join(folder, "R", `.views-${pid}-x`, ".archive-y"), { recursive: true });
      writeFileSync(join(folder, "R", `report.xlsx.${pid}.tmp`), "half");
    }
    writeFileSync(join(folder, "R", "mine.tmp"), "");
    await run(folder, "--format", "html");
    expect(readdirSync(join(folder, "R")).sort()).toEqual(
      [
        `.views-${process.ppid}-x`,
        "mine.tmp",
        "report.html",
        `report.xlsx.${process.ppid}.tmp`,
        "results.jsonl",
      ].sort(),
    );
  });

  it("tells files whose facts a cache had not kept from those that were not read", async () => {
    const folder = report([...LINES, line("旧.docx", {}, { archive: null })]);
    await run(folder, "--format", "html");
    expect(read(folder, "report.html")).toContain("另有 1 个文件没有读出来或者涉密");
    expect(read(folder, "report.html")).toContain("另有 1 个文件没有变，结论沿用缓存");
  });

  it("is told where there is nothing to report on, and which formats there are", async () => {
    const folder = folderWith({ "R/a.txt": "" });
    expect(await run(folder)).toMatchObject({
      status: 2,
      err: expect.stringContaining("R 里没有扫描结果（results.jsonl）"),
    });
    expect((await run(report(LINES), "--format", "pdf")).err).toContain("xlsx html csv");
  });

  it("takes the unit's own base and target from gwlint.yaml", async () => {
    const lines = [2025, 2025, 2026, 2026].map((year, i) => line(`${i}.docx`, { issuedOn: `${year}-03-04` }));
    const folder = report(lines);
    writeFileSync(
      join(folder, "gwlint.yaml"),
      "rules:\n  SD-2-quota:\n    with: { year: 2026, base: 2025, reduce: 0.2 }\n",
    );
    await gwlint(folder, ["report", "R", "--rules", "shandong-2019", "--format", "csv"]);
    expect(read(folder, "archive-rules.csv")).toContain(
      "某某市教育局2026年制发文件2件，2025年2件，减少0%，要求减少20%（最多1件）",
    );
  });
});
