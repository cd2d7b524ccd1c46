import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { docx, p } from "../read/docx/build.ts";
import { documentOf, textOfBlocks } from "../revise/covered.ts";
import { mainXml } from "../revise/unmark.ts";
import { folderWith, gwlint } from "./run.ts";

const centred = (text: string) => p(text, '<w:jc w:val="center"/>');
/** A notice with a wrong 发文字号 and skipped numbering: both are found by the default pack. */
const body = [
  centred("某某市人民政府办公室关于加强管理的通知"),
  centred("某政办发[2024]12号"),
  p("各县区人民政府，市直各部门："),
  p("为加强管理,现将有关事项通知如下，请认真贯彻落实。"),
  p("一、加强领导。各县区要落实责任。"),
  p("三、加强督查。市政府办公室负责督查。"),
  p("某某市人民政府办公室"),
  p("2024年1月5日"),
].join("");
const draft = docx(body);
const markdown =
  "# 某某市人民政府办公室关于加强管理的通知\n\n某政办发[2024]12号\n\n各县区人民政府，市直各部门:\n\n为加强管理，现将有关事项通知如下，请认真贯彻落实。\n\n某某市人民政府办公室\n\n2024年01月05日\n";

describe("check --annotate", () => {
  it("writes a copy with a comment on each finding and leaves the draft alone", async () => {
    const folder = folderWith({ "草稿.docx": draft });
    const { err } = await gwlint(folder, ["check", "草稿.docx", "--annotate"]);
    expect(readdirSync(folder).sort()).toEqual(["草稿.docx", "草稿.批注.docx"]);
    expect(new Uint8Array(readFileSync(join(folder, "草稿.docx")))).toEqual(draft);
    const copy = new Uint8Array(readFileSync(join(folder, "草稿.批注.docx")));
    const comments = documentOf(copy).source.traces.filter(({ kind }) => kind === "comment");
    expect(comments.length).toBeGreaterThan(0);
    expect(comments.every(({ text }) => /^问题：.+\n依据：.+\n(?:.+\n)*怎么改：/.test(text))).toBe(true);
    expect(err).toContain(`${comments.length} 处批注写在 草稿.批注.docx 里`);
  });

  it("never overwrites: the second copy has a name of its own, and a run over the folder copies no copy", async () => {
    const folder = folderWith({ "草稿.docx": draft, "草稿.批注.docx": "别人的文件" });
    await gwlint(folder, ["check", "草稿.docx", "--annotate"]);
    expect(readFileSync(join(folder, "草稿.批注.docx"), "utf8")).toBe("别人的文件");
    expect(readdirSync(folder)).toContain("草稿.批注2.docx");
    await gwlint(folder, ["check", ".", "--annotate", "批注"]);
    expect(readdirSync(join(folder, "批注"))).toEqual(["草稿.批注.docx"]);
  });

  it("does not change the exit code, and says why a signed draft or a text gets no comments", async () => {
    const signed = docx(body, { files: { "_xmlsignatures/sig1.xml": "<a/>" } });
    const folder = folderWith({ "签.docx": signed, "稿.md": markdown });
    const plain = await gwlint(folder, ["check", "签.docx", "稿.md"]);
    const { status, err } = await gwlint(folder, ["check", "签.docx", "稿.md", "--annotate"]);
    expect(status).toBe(plain.status);
    expect(err).toContain("签.docx：文稿有电子签名");
    expect(err).toContain("稿.md：不是 Word 文稿");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("ends with 2 and a sentence where the copy cannot be written", async () => {
    const folder = folderWith({ "草稿.docx": draft, 占用: "一个文件" });
    const { status, err } = await gwlint(folder, ["check", "草稿.docx", "--annotate", "占用"]);
    expect(status).toBe(2);
    expect(err).toContain("写不了");
  });
});

describe("check --fix", () => {
  it("writes a mended copy, checks that, and finds nothing to mend in it", async () => {
    const folder = folderWith({ "稿.md": markdown });
    const before = await gwlint(folder, ["check", "稿.md"]);
    const after = await gwlint(folder, ["check", "稿.md", "--fix"]);
    expect([before.status, after.status]).toEqual([1, 0]);
    expect(readFileSync(join(folder, "稿.md"), "utf8")).toBe(markdown);
    const copy = readFileSync(join(folder, "稿.修改.md"), "utf8");
    expect(copy).toContain("某政办发〔2024〕12号");
    expect(copy).toContain("2024年1月5日");
    const again = await gwlint(folder, ["check", "稿.修改.md", "--fix"]);
    expect(again.err).toContain("没有能直接改的");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("mends the file itself with --in-place and keeps its rights", async () => {
    const folder = folderWith({ "稿.md": markdown });
    const { mode } = statSync(join(folder, "稿.md"));
    await gwlint(folder, ["check", "稿.md", "--fix", "--in-place"]);
    expect(readdirSync(folder)).toEqual(["稿.md"]);
    expect(readFileSync(join(folder, "稿.md"), "utf8")).toContain("〔2024〕");
    expect(statSync(join(folder, "稿.md")).mode).toBe(mode);
  });

  it("prints a unified diff with --diff and writes nothing", async () => {
    const folder = folderWith({ "稿.md": markdown, "稿.docx": draft });
    const { out } = await gwlint(folder, ["check", "稿.md", "--fix", "--diff"]);
    expect(out.split("\n").slice(0, 6)).toEqual([
      "--- 稿.md",
      "+++ 稿.md",
      "@@ -1,11 +1,11 @@",
      " # 某某市人民政府办公室关于加强管理的通知",
      " ",
      "-某政办发[2024]12号",
    ]);
    const word = await gwlint(folder, ["check", "稿.docx", "--fix", "--diff"]);
    expect(word.out).toContain("-为加强管理,现将");
    expect(word.out).toContain("+为加强管理，现将");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it("mends a Word draft in tracked changes, in a copy even with --in-place, and annotates what is left", async () => {
    const folder = folderWith({ "草稿.docx": draft });
    const { out } = await gwlint(folder, ["check", "草稿.docx", "--fix", "--in-place", "--annotate"]);
    expect(readdirSync(folder).sort()).toEqual(["草稿.docx", "草稿.修改.docx", "草稿.批注.docx"].sort());
    const copy = new Uint8Array(readFileSync(join(folder, "草稿.修改.docx")));
    expect(textOfBlocks(documentOf(copy))).toContain("某政办发〔2024〕12号");
    expect(out).not.toContain("发文字号");
    const annotated = mainXml(new Uint8Array(readFileSync(join(folder, "草稿.批注.docx"))));
    expect(annotated).toContain("<w:del ");
    expect(annotated).toContain("<w:commentRangeStart ");
  });

  it("ends with 2 for options that make no sense", async () => {
    const folder = folderWith({ "稿.md": markdown });
    for (const argv of [
      ["--diff"],
      ["--in-place"],
      ["--fix", "--diff", "--in-place"],
      ["--fix", "--diff", "--format", "json"],
    ]) {
      expect((await gwlint(folder, ["check", "稿.md", ...argv])).status, argv.join(" ")).toBe(2);
    }
  });
});
