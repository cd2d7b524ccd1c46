import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/yaml/parse.ts";
import { folderWith, gwlint } from "./run.ts";

const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

describe.each(["zh", "en"])("rules new, in %s", (language) => {
  const made = async (name: string) => {
    const folder = folderWith({});
    const ran = await gwlint(folder, ["rules", "new", name, "--lang", language]);
    expect(ran).toMatchObject({ status: 0, err: "" });
    return folder;
  };

  it("writes a pack that loads, whose examples pass, and which finds what it is about", async () => {
    const folder = await made("本单位");
    const tested = await gwlint(folder, ["rules", "test", "本单位.yaml", "--lang", language]);
    expect(tested.status).toBe(0);
    expect(tested.out).toMatch(/^4 /);
    const draft = "某某市教育局关于开会的通知\n\n各学校：\n\n请于百忙之中参加会议。\n";
    const checked = await gwlint(folder, ["check", "-", "--rules", "本单位.yaml", "--lang", language], draft);
    expect(checked.status).toBe(1);
    expect(checked.out).toContain("BDW-wording");
  });

  it("gives the editor the schema its first line names", async () => {
    const folder = await made("packs/our-office.yaml");
    const text = read(folder, "packs/our-office.yaml");
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=./pack.schema.json");
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(read(folder, "packs/pack.schema.json")),
    );
    expect(validate(parseYaml(text, "x").value)).toBe(true);
    expect(validate(parseYaml(text.replace("scope: body", "scop: body"), "x").value)).toBe(false);
  });

  it("shows examples in comments that work when the comment is taken off", async () => {
    const folder = await made("a");
    const text = read(folder, "a.yaml").replace(/^ {2}# (GW-)/gm, "  $1");
    const other = folderWith({ "a.yaml": text });
    expect(text.match(/^ {2}GW-/gm)).toHaveLength(2);
    expect(await gwlint(other, ["rules", "test", "a.yaml"])).toMatchObject({ status: 0, err: "" });
    const listed = await gwlint(other, ["rules", "list", "--pack", "a.yaml"]);
    expect(listed.out).toMatch(/GW-unit {2}提示/);
    expect(listed.out).not.toContain("GW-levels");
  });
});

it("leaves what is there alone: a pack, and the schema beside it", async () => {
  const folder = folderWith({ "mine.yaml": "mine", "pack.schema.json": "{}" });
  const again = await gwlint(folder, ["rules", "new", "mine"]);
  expect(again.status).toBe(2);
  expect(again.err).toContain("没有改动");
  expect(read(folder, "mine.yaml")).toBe("mine");
  expect((await gwlint(folder, ["rules", "new", "other"])).status).toBe(0);
  expect(read(folder, "pack.schema.json")).toBe("{}");
});

it.each(["gongwen", "a b", "-x y"])("takes no name that could not be used: %s", async (name) => {
  const folder = folderWith({});
  expect((await gwlint(folder, ["rules", "new", "--", name])).status).toBe(2);
});

describe("rules explain", () => {
  const explain = async (...words: string[]) => gwlint(folderWith({}), ["rules", "explain", ...words]);

  it("says basis with its sentence and verification, what applies, options, and both examples", async () => {
    const { out, status } = await explain("TS-9-task");
    expect(status).toBe(0);
    expect(out).toContain("第9条“部署专项工作或具体任务的文件稿一般不超过4000字”（原文已核对）");
    expect(out).toContain("部署性质是专项工作、具体任务（deployment: special, task）");
    expect(out).toContain("max = 4000");
    expect(out).toMatch(/正例\n {2}各部门要推进工作落实。\n {2}［这段文字重复 \d+ 遍］/);
    expect(out).toContain("反例");
  });

  it("speaks English where the rule does", async () => {
    const { out } = await explain("SD-7-unit", "--lang", "en");
    expect(out).toContain("Every measure names who is responsible");
    expect(out).toContain("policy document is yes (policyDocument: true)");
    expect(out).toMatch(/Good example\n {2}\S/);
  });

  it("names the file and the superior of examples that have them", async () => {
    expect((await explain("GS-margins")).out).toContain("［文件 format-good.docx］");
    expect((await explain("TS-8-copy")).out).toContain("［对照：");
  });

  it("names the nearest rule for one that is not there", async () => {
    expect(await explain("GW-lenght-4000")).toMatchObject({
      status: 2,
      err: expect.stringContaining("GW-length-4000"),
    });
  });
});
