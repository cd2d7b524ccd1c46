import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "./run.ts";

const PLAN = `某某市安全检查工作方案

为防范安全事故，制定本方案。

一、开展排查。对辖区内企业逐户排查，2026年6月底前完成。

某某市人民政府办公室

2026年3月12日
`;

async function check(files: Record<string, string>, ...argv: string[]) {
  const ran = await gwlint(folderWith(files), ["check", "稿", "--format", "json", ...argv]);
  return { ...ran, report: ran.out === "" ? null : JSON.parse(ran.out) };
}

const rulesIn = (report: { documents: { findings: { rule: string; severity: string }[] }[] }) =>
  report.documents.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));

describe("gwlint.yaml", () => {
  it("switches a rule off, raises one as 本单位, and gives one another bound", async () => {
    const plain = await check({ "稿/方案.md": PLAN });
    expect(rulesIn(plain.report)).toEqual(["GW-unit warning"]);
    const off = await check({ "稿/方案.md": PLAN, "gwlint.yaml": "rules:\n  GW-unit: off\n" });
    expect(off).toMatchObject({ status: 0 });
    const raised = await check({ "稿/方案.md": PLAN, "gwlint.yaml": "rules:\n  GW-unit: error\n" });
    expect(rulesIn(raised.report)).toEqual(["GW-unit error"]);
    const bound = "rules:\n  GW-unit: off\n  GW-length-5000: { with: { max: 20 } }\n";
    const shorter = await check({ "稿/方案.md": PLAN, "gwlint.yaml": bound });
    expect(shorter.report.documents[0].findings[0]).toMatchObject({ rule: "GW-length-5000", threshold: true });
  });

  it("points at a mistake in it", async () => {
    const ran = await check({ "稿/方案.md": PLAN, "gwlint.yaml": "packs: [gongwen]\nrules:\n  GW-unti: off\n" });
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain("gwlint.yaml:3:3");
    expect(ran.err).toContain("GW-unit");
  });

  it("declares facts by path, which a sidecar and --fact outrank", async () => {
    const config = "facts:\n  - for: 稿/**\n    部署: 专项\n";
    const fact = async (files: Record<string, string>, ...argv: string[]) =>
      (await check({ "稿/方案.md": PLAN, "gwlint.yaml": config, ...files }, ...argv)).report.documents[0].facts
        .deployment;
    expect(await fact({})).toMatchObject({ value: "special", origin: "declared" });
    expect(await fact({ "稿/方案.gwlint.yaml": "facts: { 部署: 规划 }\n" })).toMatchObject({ value: "plan" });
    expect(await fact({}, "--fact", "deployment=task")).toMatchObject({ value: "task" });
  });

  it("leaves out what it ignores", async () => {
    const files = { "稿/方案.md": PLAN, "稿/旧/旧稿.md": PLAN, "gwlint.yaml": "ignore: ['稿/旧/**']\n" };
    expect((await check(files)).report.summary.documents).toBe(1);
  });
});

describe("a sidecar", () => {
  it("with a mistake keeps its draft from being checked, and no other", async () => {
    const { status, report } = await check({
      "稿/甲.md": PLAN,
      "稿/甲.gwlint.yaml": "fcats: {}\n",
      "稿/乙.md": PLAN,
    });
    expect(status).toBe(3);
    expect(report.documents.map(({ path, status }: { path: string; status: string }) => [path, status]).sort()).toEqual(
      [
        ["稿/乙.md", "checked-findings"],
        ["稿/甲.md", "unreadable"],
      ],
    );
  });
});

describe("front matter", () => {
  it("with a mistyped fact is told, not passed over", async () => {
    const { report } = await check({ "稿/方案.md": `---\ndeploymnt: task\n---\n\n${PLAN}` });
    expect(rulesIn(report)).toContain("gwlint-declaration warning");
  });
});
