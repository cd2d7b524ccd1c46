import { describe, expect, it } from "vitest";
import { checkText, loadPacks } from "../../src/index.ts";
import { PHRASES } from "./phrases.data.ts";

const NOTICE = "某某市某某局关于做好有关工作的通知";
const FACTS = { issuerBody: "department", issuerLevel: "city", direction: "down" };

describe("what a draft may not demand", async () => {
  const packs = await loadPacks(["shandong-2019", "jingdezhen-2019", "tianshui-2019"]);

  it.each(PHRASES)("$rule: $text", async ({ rule, text, demanded, title = NOTICE, facts = {} }) => {
    const draft = `${title}\n\n各县区人民政府：\n\n${text}\n`;
    const result = await checkText(draft, { packs, name: "草稿.txt", facts: { ...FACTS, ...facts } });
    expect(result.notChecked.map((open) => open.rule)).not.toContain(rule);
    expect(result.findings.some((finding) => finding.rules.includes(rule))).toBe(demanded);
  });

  it("has both sides of every rule that it looks at", () => {
    for (const rule of new Set(PHRASES.map((one) => one.rule))) {
      expect(
        PHRASES.some((one) => one.rule === rule && one.demanded),
        rule,
      ).toBe(true);
    }
  });
});
