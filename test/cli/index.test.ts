import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROVINCE } from "../compare/document.ts";
import { folderWith, gwlint } from "./run.ts";

const TITLE = PROVINCE[0]!;
const SCHOOL = [
  "丰城市教育局关于开展校园食堂安全排查的通知",
  "1.每所学校在开学前组织一次食堂燃气管道和灶具的安全排查，发现橡胶软管老化的当场更换，并把更换记录张贴在操作间门口。",
  "丰城市教育局",
  "2018年8月20日",
].join("\n");
const draft = (...lines: string[]) =>
  ["乐平市教育局关于有关工作的通知", ...lines, "乐平市教育局", "2020年5月8日"].join("\n");
const COPY =
  "1.市水利局牵头建立全市小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向市政府办公室报送一次变动情况。";

async function indexed(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = folderWith({ "档案/水利.txt": PROVINCE.join("\n"), "档案/食堂.txt": SCHOOL, ...files });
  const { status } = await gwlint(folder, ["index", "build", "档案", "--out", "索引"]);
  expect(status).toBe(0);
  return folder;
}

describe("index build, add, remove, info, verify", () => {
  it("takes up documents and counts what cannot be read by status", async () => {
    const folder = folderWith({
      "档案/水利.txt": PROVINCE.join("\n"),
      "档案/坏.docx": "PK\u0003\u0004",
      "档案/旧.doc": "x",
    });
    const ran = await gwlint(folder, ["index", "build", "档案", "--out", "索引"]);
    expect(ran).toMatchObject({ status: 3 });
    expect(ran.out).toContain("新增 1 份");
    expect(ran.err).toContain("档案/坏.docx");
    expect(ran.err).toContain("档案/旧.doc");
    const info = JSON.parse((await gwlint(folder, ["index", "info", "索引", "--format", "json"])).out);
    expect(info).toMatchObject({ documents: 1, levels: { province: 1 }, faulty: { unsupported: 1 } });
    expect(info.faultyFiles).toHaveLength(2);
  });

  it("adds, removes and lists", async () => {
    const folder = await indexed();
    writeFileSync(join(folder, "新.txt"), draft("1.每个村组织一次爱国卫生大扫除，清理房前屋后的杂物。"));
    expect((await gwlint(folder, ["index", "add", "索引", "新.txt"])).out).toContain("索引里共 3 份");
    expect((await gwlint(folder, ["index", "remove", "索引", "档案/食堂.txt"])).out).toContain("索引里共 2 份");
    expect((await gwlint(folder, ["index", "remove", "索引", "没有.txt"])).status).toBe(2);
    const { out } = await gwlint(folder, ["index", "list", "索引"]);
    expect(out).toContain(`档案/水利.txt  ${TITLE}  赣府厅发〔2019〕12号  2019-03-01`);
    expect(out).not.toContain("食堂");
  });

  it("finds a damaged byte", async () => {
    const folder = await indexed();
    expect((await gwlint(folder, ["index", "verify", "索引"])).out).toContain("都完好");
    const file = join(folder, "索引/part-1.src");
    const bytes = readFileSync(file);
    bytes[100] = bytes[100]! ^ 1;
    writeFileSync(file, bytes);
    const ran = await gwlint(folder, ["index", "verify", "索引"]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("part-1.src");
  });

  it("does not index its own files", async () => {
    const folder = await indexed();
    appendFileSync(join(folder, "档案/水利.txt"), "\n");
    await gwlint(folder, ["index", "build", "档案", "--out", "档案/索引"]);
    expect((await gwlint(folder, ["index", "add", "档案/索引", "档案"])).out).toContain("新增 0 份");
  });
});

describe("--against INDEX", () => {
  it("finds by itself what a draft was copied from", async () => {
    const folder = await indexed({ "草稿.txt": draft(COPY) });
    const { out } = await gwlint(folder, ["compare", "草稿.txt", "--against", "索引"]);
    expect(out).toContain("只换了层级和地名");
    expect(out).toContain("档案/水利.txt");
    expect(out).not.toContain("档案/食堂.txt");
    const checked = await gwlint(folder, ["check", "草稿.txt", "--against", "索引", "--format", "json"]);
    expect(checked.out).toContain("档案/水利.txt");
  });

  it("holds a draft's tasks against what it cites, not against what it merely shares words with", async () => {
    const cites = `为贯彻落实《${TITLE}》，现将有关事项通知如下：`;
    const folder = await indexed({ "草稿.txt": draft(cites, COPY), "不引.txt": draft(COPY) });
    const table = (name: string) =>
      gwlint(folder, ["compare", name, "--against", "索引", "--coverage", "--format", "json"]);
    const rows = JSON.parse((await table("草稿.txt")).out);
    expect(rows.tasks).toHaveLength(4);
    expect(JSON.parse((await table("不引.txt")).out).tasks).toEqual([]);
  });

  it("says so where a document that the draft rests on is not in the index", async () => {
    const cites = "根据《江西省人民政府办公厅关于加强城市桥梁养护的通知》，现将有关事项通知如下：";
    const folder = await indexed({ "草稿.txt": draft(cites, COPY) });
    const ran = await gwlint(folder, ["compare", "草稿.txt", "--against", "索引"]);
    expect(ran.status).toBe(3);
    expect(ran.err).toContain("关于加强城市桥梁养护的通知");
  });

  it("leaves a rule not checked for a cited document that is not there, also beside what it found in another", async () => {
    const missing = "《江西省人民政府办公厅关于加强城市桥梁养护的通知》";
    const both = `根据《${TITLE}》和${missing}，现将有关事项通知如下：`;
    const folder = await indexed({
      "草稿.txt": draft(both, COPY),
      "另写.txt": draft(`根据${missing}，现将有关事项通知如下：`, "1.市桥梁所每月上桥敲击栏杆一次，松动的当天加固。"),
    });
    const checked = async (name: string) =>
      JSON.parse((await gwlint(folder, ["check", name, "--against", "索引", "--format", "json"])).out).documents[0];
    const ruleOf = (list: { rule: string; reason?: string }[]) => list.find(({ rule }) => rule === "GW-copy");
    const copied = await checked("草稿.txt");
    expect(ruleOf(copied.findings)).toBeDefined();
    expect(ruleOf(copied.notChecked)?.reason).toContain(missing);
    expect(ruleOf(copied.notChecked)?.reason).not.toContain(TITLE);
    const clean = await checked("另写.txt");
    expect(ruleOf(clean.findings)).toBeUndefined();
    expect(ruleOf(clean.notChecked)?.reason).toContain(missing);
  });

  it("looks through superiors only, or neighbours too", async () => {
    const copied = SCHOOL.split("\n")[1]!;
    const folder = await indexed({ "草稿.txt": draft(copied) });
    const compared = async (...options: string[]) =>
      (await gwlint(folder, ["compare", "草稿.txt", "--against", "索引", ...options])).out;
    expect(await compared("--index-scope", "superiors")).toContain("没有发现照抄的段落");
    expect(await compared("--index-scope", "peers")).toContain("档案/食堂.txt");
    expect(await compared()).toContain("档案/食堂.txt");
  });

  it("leaves out the draft's own earlier versions unless they are asked for", async () => {
    const own = draft(COPY);
    const folder = await indexed({ "档案/初稿.txt": own, "草稿.txt": `${own}\n` });
    await gwlint(folder, ["index", "remove", "索引", "档案/水利.txt"]);
    const compared = async (...options: string[]) =>
      (await gwlint(folder, ["compare", "草稿.txt", "--against", "索引", ...options])).out;
    expect(await compared()).toContain("没有发现照抄的段落");
    expect(await compared("--own-versions")).toContain("档案/初稿.txt");
  });

  it("refuses an index of another version with what to do", async () => {
    const folder = await indexed({ "草稿.txt": draft(COPY) });
    const meta = join(folder, "索引/meta.json");
    writeFileSync(meta, readFileSync(meta, "utf8").replace('"normaliser": ', '"normaliser": 9'));
    const ran = await gwlint(folder, ["check", "草稿.txt", "--against", "索引"]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("gwlint index build");
  });

  it("needs some superior to compare with", async () => {
    const ran = await gwlint(folderWith({ "草稿.txt": draft(COPY) }), ["compare", "草稿.txt"]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("--against");
  });
});
