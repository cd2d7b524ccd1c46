import { execFileSync } from "node:child_process";
import {
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { located } from "../../src/node/foreign-text.ts";
import { nothingChecked } from "../../src/result/document-result.ts";
import { bareLine } from "../../src/scan/bare-line.ts";
import { folderWith, gwlint } from "../cli/run.ts";
import { bundledCommand, comparable, results, run, runOf, startProgram, statuses } from "./harness.ts";

const NOTICE = `# 某某市人民政府办公室关于做好防汛工作的通知

各县区人民政府：

为做好防汛工作，现就有关事项通知如下。

一、加强值守。各单位要落实值班制度。

三、排查隐患。由市水利局牵头，6月底前完成。

某某市人民政府办公室
2026年5月6日
`;
const GBK = Buffer.from([0xb8, 0xbd, 0xbc, 0xfe, 0x2e, 0x6d, 0x64]); // 附件.md

let command = "";
beforeAll(async () => {
  command = await bundledCommand("command");
});

const archive = (files: Record<string, string | Uint8Array> = {}) =>
  folderWith({ "档案/2023/通知.md": NOTICE, "档案/2024/通知.md": `${NOTICE}\n附：联系人。\n`, ...files });

describe("a scan", () => {
  test("gives every file one line and one status, and they add up", async () => {
    const root = archive({
      "档案/旧.doc": Buffer.from("d0cf11e0a1b11ae1", "hex"),
      "档案/图.png": "x",
      "档案/表.xlsx": "x",
      "档案/包.zip": zipSync({ "a.md": Buffer.from(NOTICE) }),
      "档案/~$通知.docx": "x",
      "档案/坏.docx": "not a zip",
      "档案/空.md": "",
      "档案/.git/x.md": NOTICE,
      "档案/通知.md.gwlint.yaml": "facts: {}\n",
      "档案/README.md": "read me",
    });
    symlinkSync(join(root, "档案/2023"), join(root, "档案/链接"));
    execFileSync("mkfifo", [join(root, "档案/管道.docx")]);
    const { status, out } = await run(command, root, ["scan", "档案", "--out", "报告", "--jobs", "2"]);
    const report = join(root, "报告");
    expect(statuses(report)).toEqual({
      "档案/2023/通知.md": "checked-findings",
      "档案/2024/通知.md": "checked-findings",
      "档案/旧.doc": "unsupported",
      "档案/图.png": "unsupported",
      "档案/表.xlsx": "unsupported",
      "档案/包.zip": "unsupported",
      "档案/~$通知.docx": "skipped",
      "档案/坏.docx": "corrupt",
      "档案/空.md": "corrupt",
      "档案/链接": "skipped",
      "档案/管道.docx": "unreadable",
    });
    const { totals, complete } = runOf(report);
    expect(complete).toBe(true);
    expect(totals.found).toBe(11);
    expect(Object.values(totals.summary.byStatus).reduce((sum, count) => sum + count, 0)).toBe(11);
    expect(totals.ignored).toBe(3);
    expect(status).toBe(3);
    expect(out).toContain("11 个文件");
    expect(out).toContain("加 --archives");
    for (const name of readdirSync(report)) expect(statSync(join(report, name)).mode & 0o077).toBe(0);
  });

  test("says of each document what check says", async () => {
    const root = archive({
      "档案/facts.md": `---\nkind: 意见\n---\n${NOTICE}`,
      "档案/facts.md.gwlint.yaml": "facts:\n  direction: down\n",
    });
    await run(command, root, ["scan", "档案", "--out", "报告", "--rules", "gongwen,hegao"]);
    const checked = await gwlint(root, ["check", "档案", "--rules", "gongwen,hegao", "--format", "jsonl"]);
    const lines = results(join(root, "报告"));
    const documents = checked.out
      .split("\n")
      .filter(Boolean)
      .map((text) => JSON.parse(text));
    const files = documents.filter((one) => typeof one.path === "string");
    expect(files).toHaveLength(3);
    for (const document of files) {
      const { file: _file, archive: _archive, ...line } = lines.get(document.path)!;
      expect(line).toEqual(document);
    }
  });

  test("in a folder outside names files from there, and the report and the cache are no part of it", async () => {
    const root = archive();
    const elsewhere = folderWith({ "x.txt": "" });
    const out = join(root, "档案", "报告");
    await run(command, elsewhere, ["scan", join(root, "档案"), "--out", out, "--cache", join(root, "档案", "缓存")]);
    expect([...results(out).keys()].sort()).toEqual(["2023/通知.md", "2024/通知.md"]);
  });

  test("refuses wrong use before anything is written", async () => {
    const root = archive({ "空/x.gwlint.yaml": "" });
    const cases: [string[], string][] = [
      [["scan", "没有", "--out", "报告"], "没有找到"],
      [["scan", "空", "--out", "报告"], "没有可以检查的文件"],
      [["scan", "档案", "--out", "报告", "--shard", "5/4"], "--shard"],
      [["scan", "档案", "--out", "报告", "--rules", "nope"], "nope"],
      [["scan", "档案", "--out", "报告", "--cache-by", "metadata"], "--cache"],
      [["scan", "档案"], "--out"],
    ];
    for (const [argv, said] of cases) {
      const { status, err } = await run(command, root, argv);
      expect([status, err]).toEqual([2, expect.stringContaining(said)]);
      expect(readdirSync(root)).not.toContain("报告/results.jsonl");
    }
  });
});

describe("old Word documents and PDF", () => {
  const fixture = (name: string) => readFileSync(new URL(`../../fixtures/foreign/${name}`, import.meta.url));
  const missing = ["word-extractor", "unpdf"].filter((library) => located(library) === null);
  const files = () => {
    const [doc, pdf] = [fixture("notice.doc"), fixture("notice.pdf")];
    return folderWith({ "档案/a.doc": doc, "档案/b.pdf": pdf, "档案/包.zip": zipSync({ "c.doc": doc, "d.pdf": pdf }) });
  };
  const scan = ["scan", "档案", "--out", "报告", "--archives", "--cache", "缓存"];
  const paths = ["档案/a.doc", "档案/b.pdf", "档案/包.zip!/c.doc", "档案/包.zip!/d.pdf"];

  test("are unsupported without their readers, which the advice names, and read once those are there", async ({
    skip,
  }) => {
    const without = await bundledCommand("command", false);
    const root = files();
    const report = join(root, "报告");
    await run(without, root, scan);
    for (const path of paths) {
      const { status, problem } = results(report).get(path)!;
      const library = path.endsWith("doc") ? "word-extractor" : "unpdf";
      expect([status, problem!.advice]).toEqual(["unsupported", expect.stringContaining(`npm install ${library}`)]);
    }
    skip(missing.length > 0, `not installed: ${missing.join(" ")}`);
    await run(command, root, scan);
    for (const path of paths) expect(results(report).get(path)!.status).toBe("checked-partial");
  });

  test("say in a scan what they say in check", async ({ skip }) => {
    skip(missing.length > 0, `not installed: ${missing.join(" ")}`);
    const root = files();
    await run(command, root, scan);
    const checked = await gwlint(root, ["check", "档案/a.doc", "档案/b.pdf", "--format", "json"]);
    for (const document of JSON.parse(checked.out).documents) {
      const { file: _file, archive, ...line } = results(join(root, "报告")).get(document.path)!;
      expect(line).toEqual(document);
      expect(archive!.issuedOn).toBe("2026-03-12");
    }
  });
});

describe("zip archives", () => {
  const zip = () =>
    zipSync({
      "目录/通知.md": Buffer.from(NOTICE),
      [GBK.toString("latin1")]: Buffer.from(NOTICE),
      "内.zip": zipSync({ "b.md": Buffer.from(NOTICE) }),
      "图.png": Buffer.from("x"),
      "__MACOSX/._x.md": Buffer.from("x"),
    });

  test("have a line a member, one level deep, and one of their own", async () => {
    const root = folderWith({ "档案/包.zip": zip(), "档案/坏.zip": zip().subarray(0, 300) });
    await run(command, root, ["scan", "档案", "--out", "报告", "--archives"]);
    expect(statuses(join(root, "报告"))).toMatchObject({
      "档案/包.zip": "skipped",
      "档案/包.zip!/目录/通知.md": "checked-findings",
      "档案/包.zip!/内.zip": "unsupported",
      "档案/包.zip!/图.png": "unsupported",
      "档案/坏.zip": "corrupt",
    });
    expect(runOf(join(root, "报告")).totals.found).toBe(6);
  });

  test("share the limits of one file", async () => {
    const long = Buffer.from(NOTICE.repeat(20));
    const root = folderWith({ "档案/包.zip": zipSync({ "目录/通知.md": long, "目录/又.md": long }) });
    await run(command, root, ["scan", "档案", "--out", "报告", "--archives", "--limit", "inflated-bytes=10000"]);
    const ends = statuses(join(root, "报告"));
    expect(ends["档案/包.zip!/目录/通知.md"]).toBe("checked-findings");
    expect(Object.values(ends)).toContain("too-large");
  });
});

describe("confidential papers", () => {
  const CANARY = "金丝雀";
  const secret = `机密★1年

# 关于${CANARY}行动的通知

各县区人民政府：

一、${CANARY}工作由有关部门负责落实。

三、${CANARY}工作按月报告。

某某市人民政府办公室
2026年5月6日
`;

  test("leave status and rule ids in the report and in the cache, no word", async () => {
    const root = folderWith({ "档案/a.md": secret, "档案/b.md": NOTICE });
    await run(command, root, ["scan", "档案", "--out", "报告", "--cache", "缓存"]);
    const line = results(join(root, "报告")).get("档案/a.md")!;
    expect(line.status).toBe("checked-findings");
    expect(line.findings.map(({ rule }) => rule).length).toBeGreaterThan(0);
    expect(line.problem?.code).toBe("scan.classified");
    for (const folder of ["报告", "缓存"]) {
      for (const name of readdirSync(join(root, folder))) {
        expect(readFileSync(join(root, folder, name), "utf8")).not.toContain(CANARY);
      }
    }
    await run(command, root, ["scan", "档案", "--out", "报告2", "--allow-classified"]);
    expect(JSON.stringify(results(join(root, "报告2")).get("档案/a.md"))).toContain(CANARY);
  });
});

describe("the cache", () => {
  test("gives the second run the lines of the first, and none of its words are in it", async () => {
    const root = archive({ "档案/干净.txt": NOTICE.replace("三、", "二、") });
    const scan = ["scan", "档案", "--out", "报告", "--cache", "缓存"];
    await run(command, root, scan);
    const first = comparable(join(root, "报告"));
    expect(statuses(join(root, "报告"))["档案/干净.txt"]).toBe("checked-clean");
    const files = readdirSync(join(root, "缓存")).map((name) => readFileSync(join(root, "缓存", name)));
    expect(Buffer.concat(files).toString("latin1")).toMatch(/^[0-9a-f]{32} k /m);
    for (const word of ["防汛", "某某市", "通知"]) expect(Buffer.concat(files).includes(word)).toBe(false);
    await run(command, root, scan);
    expect(comparable(join(root, "报告"))).toEqual(first);
    const kept = readdirSync(join(root, "报告")).filter(
      (name) => !/^(report|units|rules|findings|unchecked|archive-rules)\./.test(name),
    );
    expect(kept.sort()).toEqual(["results.jsonl", "run.json", "views.json"]);
  });

  test.each(["content", "metadata"])("by %s gives a new report folder the same lines", async (by) => {
    const root = archive({ "档案/干净.txt": NOTICE.replace("三、", "二、") });
    const scan = ["scan", "档案", "--cache", "缓存", "--cache-by", by, "--out"];
    await run(command, root, [...scan, "一"]);
    await run(command, root, [...scan, "二"]);
    expect(results(join(root, "二"))).toEqual(results(join(root, "一")));
  });

  test("gives a file that was moved its line under the new name, and checks where its words are gone", async () => {
    const root = archive();
    const scan = ["scan", "档案", "--cache", "缓存", "--out", "报告"];
    await run(command, root, scan);
    const before = results(join(root, "报告")).get("档案/2023/通知.md")!;
    renameSync(join(root, "档案/2023/通知.md"), join(root, "档案/移.md"));
    await run(command, root, scan);
    const { path: _path, ...moved } = results(join(root, "报告")).get("档案/移.md")!;
    expect({ path: before.path, ...moved }).toEqual(before);
    // Neither the results of the run before nor the sealed lines.
    rmSync(join(root, "报告"), { recursive: true });
    for (const name of readdirSync(join(root, "缓存"))) if (name.endsWith(".sealed")) rmSync(join(root, "缓存", name));
    await run(command, root, scan);
    expect({ ...results(join(root, "报告")).get("档案/移.md")!, path: before.path }).toEqual(before);
  });

  test("leaves the report of an archive in which nothing has changed as it is, and makes it again where it is gone", async () => {
    const root = archive();
    const scan = ["scan", "档案", "--cache", "缓存", "--out", "报告"];
    const inside = (name: string) => join(root, "报告", name);
    await run(command, root, scan);
    const id = runOf(join(root, "报告")).id;
    const made = statSync(inside("report.xlsx")).mtimeMs;
    const entries = readdirSync(join(root, "缓存"));
    expect((await run(command, root, scan)).out).toContain("上一次的报表仍然有效");
    expect(statSync(inside("report.xlsx")).mtimeMs).toBe(made);
    expect(runOf(join(root, "报告"))).toMatchObject({ id, complete: true });
    expect(readdirSync(join(root, "缓存"))).toEqual(entries);
    await gwlint(root, ["report", "报告", "--rules", "hegao"]);
    expect((await run(command, root, scan)).out).not.toContain("仍然有效");
    rmSync(inside("report.html"));
    expect((await run(command, root, scan)).out).not.toContain("仍然有效");
    expect(readdirSync(join(root, "报告"))).toContain("report.html");
    writeFileSync(join(root, "档案/2023/通知.md"), NOTICE.replaceAll("防汛", "抗旱"));
    expect((await run(command, root, scan)).out).not.toContain("仍然有效");
    expect(readFileSync(inside("findings.csv"), "utf8")).toContain("抗旱");
    // What did not change was known by where it stood, and is known by where it stands now.
    expect((await run(command, root, scan)).out).toContain("上一次的报表仍然有效");
    rmSync(join(root, "档案/2023/通知.md"));
    expect((await run(command, root, scan)).out).not.toContain("仍然有效");
    expect(readFileSync(inside("findings.csv"), "utf8")).not.toContain("抗旱");
  });

  test("takes no line from results that somebody has edited", async () => {
    const root = archive();
    const scan = ["scan", "档案", "--cache", "缓存", "--out", "报告"];
    await run(command, root, scan);
    const before = comparable(join(root, "报告"));
    const lines = readFileSync(join(root, "报告", "results.jsonl"), "utf8").split("\n");
    writeFileSync(join(root, "报告", "results.jsonl"), lines.slice(1).join("\n"));
    await run(command, root, scan);
    expect(comparable(join(root, "报告"))).toEqual(before);
  });

  test.each(["content", "metadata"])(
    "by %s in a new report folder gives the same verdicts over the archive",
    async (by) => {
      const clean = NOTICE.replace("三、", "二、");
      const root = folderWith({
        "档案/一.txt": clean.replace("通知\n", "通知\n\n某政办发〔2026〕1号\n"),
        "档案/二.txt": clean.replaceAll("防汛", "抗旱").replace("通知\n", "通知\n\n某政办发〔2026〕1号\n"),
        "档案/三.txt": clean.replaceAll("防汛", "消防"),
      });
      const rules = ["--rules", "gongwen,hegao,shandong-2019"];
      const scan = ["scan", "档案", ...rules, "--cache", "缓存", "--cache-by", by, "--out"];
      await run(command, root, [...scan, "一"]);
      await run(command, root, [...scan, "二"]);
      const verdicts = (folder: string) => readFileSync(join(root, folder, "archive-rules.csv"), "utf8");
      expect(verdicts("二")).toBe(verdicts("一"));
      const records = [...results(join(root, "二")).values()].map(({ archive }) => archive?.issuer);
      expect(records).toEqual(Array(3).fill("某某市人民政府办公室"));
    },
  );

  test("by metadata does not open a file again; a changed one, other rules and other facts are checked anew", async () => {
    const root = archive();
    const path = join(root, "档案/2023/通知.md");
    const then = new Date("2026-05-06T08:00:00Z");
    utimesSync(path, then, then);
    const scan = ["scan", "档案", "--out", "报告", "--cache", "缓存", "--cache-by", "metadata"];
    await run(command, root, scan);
    const before = results(join(root, "报告")).get("档案/2023/通知.md")!;
    writeFileSync(path, NOTICE.replaceAll("防汛", "抗旱"));
    utimesSync(path, then, then);
    await run(command, root, scan);
    expect(results(join(root, "报告")).get("档案/2023/通知.md")).toEqual(before);
    await run(command, root, [...scan, "--fact", "kind=意见"]);
    expect(results(join(root, "报告")).get("档案/2023/通知.md")!.title).toContain("抗旱");
    writeFileSync(path, NOTICE);
    await run(command, root, scan);
    expect(results(join(root, "报告")).get("档案/2023/通知.md")!.title).toContain("防汛");
  });
});

describe("the cache and an index that a sidecar names as superior", () => {
  const COPIED = `各级各部门要建立健全防汛值班制度，汛期实行二十四小时值班，重要雨情水情险情一小时之内报告，不得迟报漏报瞒报；
要逐处排查河道水库山塘堤防的隐患，列出清单，明确责任单位和责任人，六月底之前全部处置到位，处置不了的落实临时度汛措施。`;
  const notice = (unit: string, body: string) =>
    `# ${unit}关于做好防汛工作的通知\n\n各县区人民政府：\n\n一、${body}\n\n${unit}\n2026年5月6日\n`;

  test.each(["content", "metadata"])("by %s: what was added to the index since is compared with", async (by) => {
    const root = folderWith({
      "上级/旧.md": notice("某某省人民政府", "各地要加强森林防火，落实护林员巡山制度，清明前后一律不得野外用火。"),
      "上级/新.md": notice("某某省人民政府", COPIED),
      "档案/通知.md": notice("某某市人民政府", COPIED),
      "档案/通知.md.gwlint.yaml": "superiors: [../索引]\n",
    });
    const copied = (report: string) =>
      results(join(root, report))
        .get("档案/通知.md")!
        .findings.filter(({ evidence }) => evidence.some(({ other }) => other !== null))
        .map(({ rule }) => rule);
    const scan = ["scan", "档案", "--rules", "shandong-2019", "--cache", "缓存", "--cache-by", by, "--out"];
    await run(command, root, ["index", "build", "上级/旧.md", "--out", "索引"]);
    await run(command, root, [...scan, "报告"]);
    expect(copied("报告")).toEqual([]);
    const added = await run(command, root, ["index", "add", "索引", "上级/新.md"]);
    expect(added.err + added.status).toContain("0");
    await run(
      command,
      root,
      [...scan, "无缓存"].filter((word) => !["--cache", "缓存", "--cache-by", by].includes(word)),
    );
    expect(copied("无缓存")).not.toEqual([]);
    await run(command, root, [...scan, "报告"]);
    expect(copied("报告")).toEqual(copied("无缓存"));
  });
});

describe("a large report", () => {
  const line = (i: number) => ({
    ...bareLine(nothingChecked(`${i}.docx`, "checked-clean")),
    title: "题".repeat(1000),
  });
  const master = Array.from({ length: 1500 }, (_, i) => `${JSON.stringify(line(i))}\n`).join("");

  test("is made in a process of its own, which says what it refuses", async () => {
    const root = folderWith({ "报告/results.jsonl": master });
    const refused = await run(command, root, ["report", "报告", "--rules", "nope"]);
    expect(refused).toMatchObject({ status: 2, err: expect.stringContaining("nope") });
    const made = await run(command, root, ["report", "报告", "--format", "csv"]);
    expect(made).toMatchObject({ status: 0, err: expect.stringContaining("报告/units.csv") });
    expect(readFileSync(join(root, "报告", "units.csv"), "utf8")).toContain(",1500,1500,0");
  });
});

describe("shards", () => {
  test("are run as the README shows: finished parts pass, and an unfinished one fails", async () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const [matrix, job] = [...readme.matchAll(/```yaml\n((?:jobs|apiVersion):.*?)```/gs)].map(([, text]) =>
      parse(text!),
    );
    const parts = matrix.jobs.scan.strategy.matrix.part as number[];
    const step = matrix.jobs.scan.steps[1].run as string;
    const [script] = job.spec.template.spec.containers[0].args as string[];
    const { completions } = job.spec as { completions: number };
    const root = folderWith({ "docs/坏.docx": "no zip", ...files });
    const gwlint = `'${process.execPath}' '${command}'`;
    const sh = (text: string, env = {}) => startProgram("sh", ["-ec", text], root, { env }).ended;
    for (const part of [parts[0]!, parts.at(-1)!]) {
      const text = step.replace(/\$\{\{ matrix\.part \}\}/g, String(part)).replace("npx gwlint", gwlint);
      expect((await sh(text)).status).toBe(0);
      expect(runOf(join(root, `part-${part}`)).shard).toEqual({ index: part, of: parts.length });
    }
    const pod = script!.replaceAll("/reports/", "reports/").replace("gwlint", gwlint);
    const index = { JOB_COMPLETION_INDEX: "15" };
    for (const _again of [1, 2]) expect((await sh(pod, index)).status).toBe(0);
    expect(runOf(join(root, "reports/15"))).toMatchObject({ complete: true, shard: { index: 16, of: completions } });
    expect(
      (await sh(`${pod.replace("--shard", "--rules nope --shard")}`, { JOB_COMPLETION_INDEX: "3" })).status,
    ).not.toBe(0);
  });

  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`档案/${i % 7}/${i}.md`, `${NOTICE}\n${i}\n`]),
  );

  test("merged give the results of one run", async () => {
    const root = folderWith(files);
    await run(command, root, ["scan", "档案", "--out", "全"]);
    const parts: string[] = [];
    for (let part = 1; part <= 4; part++) {
      parts.push(`份${part}`);
      await run(command, root, ["scan", "档案", "--out", `份${part}`, "--shard", `${part}/4`]);
    }
    const missing = await run(command, root, ["merge", ...parts.slice(1), "--out", "合"]);
    expect([missing.status, missing.err]).toEqual([2, expect.stringContaining("还缺第 1 份")]);
    const merged = await run(command, root, ["merge", ...parts, "--out", "合"]);
    expect(merged.status).toBe(1);
    expect(comparable(join(root, "合"))).toEqual(comparable(join(root, "全")));
    const [all, joined] = [runOf(join(root, "全")), runOf(join(root, "合"))];
    expect(joined.totals).toEqual(all.totals);
    expect(joined.basis).toEqual(all.basis);
    const sizes = parts.map((part) => results(join(root, part)).size);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    // Views say on what day the scan ended: told the same one, they are the same bytes.
    const [one, other] = [join(root, "全"), join(root, "合")];
    writeFileSync(join(other, "run.json"), JSON.stringify({ ...joined, finished: all.finished }));
    await gwlint(root, ["report", "合"]);
    const views = readdirSync(one).filter((name) => /\.(?:csv|html|xlsx)$/.test(name));
    expect(views.length).toBe(7);
    for (const name of views)
      expect(readFileSync(join(other, name)).equals(readFileSync(join(one, name))), name).toBe(true);
  });
});
