import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NORMALISER_VERSION } from "../../src/compare/normalise.ts";
import { openIndex } from "../../src/index-store/open.ts";
import { search } from "../../src/index-store/search.ts";
import { addToIndex, buildIndex, removeFromIndex } from "../../src/index-store/write.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { document, PROVINCE } from "../compare/document.ts";
import { incoming, newFolder } from "./folder.ts";

const WATER = PROVINCE.join("\n");
const SCHOOL =
  "每所学校在开学前组织一次食堂燃气管道和灶具的安全排查，发现橡胶软管老化的当场更换，并把更换记录张贴在操作间门口。";
const ROAD = "养护单位对辖区内每座危桥设置限载标志和监控设备，汛期每日巡查两次，发现桥墩冲刷超过警戒线的立即封闭交通。";
const ALL = { scope: "all", ownVersions: false } as const;
const draftWith = (text: string) => document("草稿.txt", "某某市关于有关工作的通知", text);

function paths(folder: string, text: string): string[] {
  const index = openIndex(folder);
  const { found } = search(index, draftWith(text), ALL);
  index.close();
  return found.map(({ entry }) => entry.path);
}

async function built(files: Record<string, string>): Promise<string> {
  const folder = newFolder();
  await buildIndex(folder, incoming(files));
  return folder;
}

describe("index", () => {
  it("gives back the document that a draft was copied from, with its metadata and clauses", async () => {
    const folder = await built({ "水利.txt": WATER, "学校.txt": SCHOOL, "道路.txt": ROAD });
    expect(paths(folder, PROVINCE[5]!.replaceAll("省", "市"))[0]).toBe("水利.txt");
    const index = openIndex(folder);
    expect(index.document(0)).toMatchObject({
      path: "水利.txt",
      title: "江西省人民政府办公厅关于加强农村水利设施管护工作的通知",
      issuer: "江西省人民政府办公厅",
      level: "province",
      body: "government",
      date: "2019-03-01",
      number: "赣府厅发〔2019〕12号",
    });
    const original = document("水利.txt", ...PROVINCE);
    const stored = recognise(index.source(0), "水利.txt", {});
    expect(stored.clauses).toEqual(original.clauses);
    expect(stored.facts).toEqual(original.facts);
    index.close();
  });

  it("takes up additions, replaces a changed file and passes over an unchanged one", async () => {
    const folder = await built({ "水利.txt": WATER });
    const written = await addToIndex(folder, incoming({ "水利.txt": WATER, "学校.txt": SCHOOL, "抄件.txt": WATER }));
    expect(written).toMatchObject({ added: 1, replaced: 0, unchanged: 1, duplicates: 1 });
    expect(paths(folder, SCHOOL)).toContain("学校.txt");
    expect(await addToIndex(folder, incoming({ "学校.txt": ROAD }))).toMatchObject({ added: 1, replaced: 1 });
    expect(paths(folder, SCHOOL)).not.toContain("学校.txt");
    expect(paths(folder, ROAD)).toContain("学校.txt");
  });

  it("finds everything after many additions, in few parts", async () => {
    const folder = await built({ "水利.txt": WATER });
    for (let i = 0; i < 12; i++) await addToIndex(folder, incoming({ [`${i}.txt`]: `第${i}号：${ROAD}${SCHOOL}${i}` }));
    const index = openIndex(folder);
    expect(index.count).toBe(13);
    expect(index.contents.parts.length).toBeLessThan(5);
    index.close();
    expect(paths(folder, PROVINCE[5]!)[0]).toBe("水利.txt");
    expect(new Set(readdirSync(folder).map((name) => name.split(".")[0])).size).toBeLessThan(6);
  });

  it("forgets a document that was removed and says which were not there", async () => {
    const folder = await built({ "水利.txt": WATER, "道路.txt": ROAD });
    expect(await removeFromIndex(folder, ["道路.txt", "没有.txt"])).toEqual(["没有.txt"]);
    expect(paths(folder, ROAD)).not.toContain("道路.txt");
    expect(paths(folder, PROVINCE[5]!)).toContain("水利.txt");
  });

  it("keeps count of files that cannot be read until they can", async () => {
    const folder = newFolder();
    const broken = { path: "坏.docx", sha256: "0", open: async () => ({ status: "corrupt", reason: "坏了" }) };
    const written = await buildIndex(
      folder,
      (async function* () {
        yield broken;
        yield* incoming({ "水利.txt": WATER });
      })(),
    );
    expect(written).toMatchObject({ added: 1, faulty: [{ path: "坏.docx", status: "corrupt" }] });
    await addToIndex(folder, incoming({ "学校.txt": SCHOOL }));
    expect(openIndex(folder).contents.faulty).toHaveLength(1);
    await addToIndex(folder, incoming({ "坏.docx": ROAD }));
    expect(openIndex(folder).contents.faulty).toEqual([]);
  });
});

describe("damage", () => {
  it("refuses an index whose texts were normalised otherwise", async () => {
    const folder = await built({ "水利.txt": WATER });
    const meta = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
    writeFileSync(join(folder, "meta.json"), JSON.stringify({ ...meta, normaliser: NORMALISER_VERSION + 1 }));
    expect(() => openIndex(folder)).toThrow("index.normaliser");
    await expect(addToIndex(folder, incoming({}))).rejects.toThrow("index.normaliser");
  });

  it.each(["off", "ent", "rec", "src"])("refuses an index whose %s file was cut short", async (ending) => {
    const folder = await built({ "水利.txt": WATER });
    truncateSync(join(folder, `part-1.${ending}`), 5);
    expect(() => openIndex(folder)).toThrow("index.damaged");
  });

  it("is as it was when a writing ends in its middle", async () => {
    const folder = await built({ "水利.txt": WATER });
    const before = readFileSync(join(folder, "meta.json"), "utf8");
    const broken = async function* () {
      yield* incoming({ "学校.txt": SCHOOL });
      throw new Error("电源断了");
    };
    await expect(addToIndex(folder, broken())).rejects.toThrow("电源断了");
    expect(readFileSync(join(folder, "meta.json"), "utf8")).toBe(before);
    expect(paths(folder, PROVINCE[5]!)).toEqual(["水利.txt"]);
  });

  it("passes over what a writer that was killed left behind, and clears it away", async () => {
    const folder = await built({ "水利.txt": WATER });
    // What a writer leaves that dies after its part is on disk, before the contents name it.
    for (const name of ["part-2.ent", "part-2.off.tmp", "run-0.tmp", "meta.json.tmp"]) {
      writeFileSync(join(folder, name), "half");
    }
    writeFileSync(join(folder, "lock"), "999999999");
    expect(paths(folder, PROVINCE[5]!)).toEqual(["水利.txt"]);
    await addToIndex(folder, incoming({ "学校.txt": SCHOOL }));
    expect(paths(folder, SCHOOL)).toContain("学校.txt");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp") || name === "lock")).toEqual([]);
  });

  it("lets no second writer in, and readers always", async () => {
    const folder = await built({ "水利.txt": WATER });
    writeFileSync(join(folder, "lock"), String(process.pid));
    await expect(addToIndex(folder, incoming({}))).rejects.toThrow("index.locked");
    expect(paths(folder, PROVINCE[5]!)).toEqual(["水利.txt"]);
  });

  it("keeps an index open that is rewritten meanwhile", async () => {
    const folder = await built({ "水利.txt": WATER });
    const index = openIndex(folder);
    await addToIndex(folder, incoming({ "学校.txt": SCHOOL, "道路.txt": ROAD }));
    expect(index.source(0).blocks[0]!.text).toBe(PROVINCE[0]);
    expect(search(index, draftWith(PROVINCE[5]!), ALL).found).toHaveLength(1);
    index.close();
  });

  it("builds no index over another", async () => {
    const folder = await built({ "水利.txt": WATER });
    await expect(buildIndex(folder, incoming({}))).rejects.toThrow("index.exists");
  });
});
