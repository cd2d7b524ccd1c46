import { describe, expect, it } from "vitest";
import { docx, p } from "../read/docx/build.ts";
import { folderWith, gwlint } from "./run.ts";

/** A plan of `count` measures that nobody is named to carry out. */
const plan = (count: number) =>
  `# 关于做好防汛工作的实施方案\n\n一、工作措施\n\n${Array.from({ length: count }, (_, i) => `${i + 1}.开展第${i + 1}处隐患排查，建立台账。`).join("\n\n")}\n`;

describe("a limit", () => {
  it("is named in the message with the option that raises it, and the option raises it", async () => {
    const folder = folderWith({ "长表.docx": docx(p("通知").repeat(300)) });
    const low = await gwlint(folder, ["check", "长表.docx", "--limit", "paragraphs=200", "--format", "json"]);
    expect(low.status).toBe(3);
    const [cut] = JSON.parse(low.out).documents;
    expect(cut.status).toBe("checked-partial");
    expect(cut.problem.message).toContain("paragraphs（201，上限 200）");
    expect(cut.problem.advice).toContain("--limit paragraphs=…");
    const high = await gwlint(folder, ["check", "长表.docx", "--limit", "paragraphs=400", "--format", "json"]);
    expect(JSON.parse(high.out).documents[0].problem).toBeNull();
  });

  it("takes sizes with a unit, and reaches the opening of the file", async () => {
    const folder = folderWith({ "大.docx": docx(p("通知")) });
    const { status, out } = await gwlint(folder, [
      "check",
      "大.docx",
      "--limit",
      "docx-bytes=512",
      "--limit",
      "text-bytes=0K",
    ]);
    expect(status).toBe(2);
    expect(out).toBe("");
    const small = await gwlint(folder, ["check", "大.docx", "--limit", "docx-bytes=1K"]);
    expect(small.status).toBe(3);
    expect(small.out).toContain("--limit docx-bytes=…");
  });

  it("that is mistyped is answered with the nearest one", async () => {
    const { status, err } = await gwlint(folderWith({ "a.md": "# 通知\n" }), [
      "check",
      "a.md",
      "--limit",
      "zip-entry=9",
    ]);
    expect(status).toBe(2);
    expect(err).toContain("zip-entries");
  });
});

describe("the list of findings", () => {
  const open = (out: string) =>
    JSON.parse(out).documents[0].findings.filter(({ rule }: { rule: string }) => rule === "GW-unit");

  it("holds a hundred of a rule, and the last says how many more there are", async () => {
    const folder = folderWith({ "方案.md": plan(130) });
    const { status, out } = await gwlint(folder, ["check", "方案.md", "--format", "json"]);
    expect(status).toBe(1);
    const listed = open(out);
    expect(listed).toHaveLength(100);
    expect(listed[99].message).toContain("还有 30 处没有列出");
    expect(listed[98].message).not.toContain("没有列出");
    const all = await gwlint(folder, ["check", "方案.md", "--format", "json", "--limit", "findings-per-rule=200"]);
    expect(open(all.out)).toHaveLength(130);
  });

  it("names every rule that is broken however small it is", async () => {
    const folder = folderWith({ "方案.md": `${plan(20)}\n地点另行通知,时间待定。\n` });
    const all = await gwlint(folder, ["check", "方案.md", "--format", "json", "--rules", "gongwen,gbt-15834,hegao"]);
    const few = await gwlint(folder, [
      "check",
      "方案.md",
      "--format",
      "json",
      "--rules",
      "gongwen,gbt-15834,hegao",
      "--limit",
      "findings-per-file=1",
    ]);
    const rules = ({ out }: { out: string }) =>
      new Set(JSON.parse(out).documents[0].findings.map(({ rule }: { rule: string }) => rule));
    expect(rules(all).size).toBeGreaterThan(1);
    expect(rules(few)).toEqual(rules(all));
    expect(open(few.out)).toHaveLength(1);
    expect(open(few.out)[0].message).toContain("还有 19 处没有列出；用 --limit findings-per-file=…");
  });
});
