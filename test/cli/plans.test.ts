import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "./run.ts";

const DRAFT = `某某市人民政府关于印发龙舟赛活动方案的通知

各县区人民政府：

现印发给你们，请认真落实。

某某市人民政府

2026年3月3日
`;

/** Verdict on the plan rule of a draft in a folder with these files. */
async function planVerdict(files: Record<string, string>): Promise<string[]> {
  const cwd = folderWith({ "通知.txt": DRAFT, ...files });
  const { out } = await gwlint(cwd, ["check", "通知.txt", "--format", "json"]);
  const [document] = JSON.parse(out).documents;
  const rules = (list: { rule: string }[], as: string) => list.filter(({ rule }) => rule === "TS-4-plan").map(() => as);
  return [...rules(document.findings, "broken"), ...rules(document.notChecked, "not checked")];
}

describe("plans in gwlint.yaml", () => {
  const yaml = "packs: [tianshui-2019]\nplans: [2026年发文计划.txt]\n";

  it("tell whether a draft is listed", async () => {
    const other = "某某市2026年发文计划\n\n1. 城市更新实施方案\n";
    expect(await planVerdict({ "gwlint.yaml": yaml, "2026年发文计划.txt": other })).toEqual(["broken"]);
    const own = `${other}2. 龙舟赛活动方案\n`;
    expect(await planVerdict({ "gwlint.yaml": yaml, "2026年发文计划.txt": own })).toEqual([]);
  });

  it("are asked for where there are none", async () => {
    expect(await planVerdict({ "gwlint.yaml": "packs: [tianshui-2019]\n" })).toEqual(["not checked"]);
  });
});
