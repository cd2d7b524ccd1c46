import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { exemptionsJsonSchema } from "../../src/config/exemption-schema.ts";
import { loadExemptions } from "../../src/config/exemptions.ts";
import type { Files } from "../../src/config/files.ts";
import { parseYaml } from "../../src/yaml/parse.ts";

const disk = (text: string): Files => ({
  read: async () => new TextEncoder().encode(text),
  exists: async () => true,
});
const RULES = new Set(["GW-unit", "GW-date"]);
const load = (text: string) => loadExemptions("/r/豁免.yaml", disk(text), RULES);

const GOOD = `exemptions:
  - rule: GW-unit
    path: ./稿/方案.md
    reason: 另行印发
    approved-by: 张三
    until: 2026-12-31
  - rule: [GW-unit, GW-date]
    path: 稿/{甲,乙}/*.docx
    clause: 三（二）
    fingerprint: 0123456789abcdef0123456789abcdef
    reason: 另行印发
    approved-by: 张三
    until: 2026年12月31日
`;

describe("the exemption file", () => {
  test("gives entries with their lines, days in one form, and the folder a pattern is bound to", async () => {
    const { entries, malformed } = await load(GOOD);
    expect(malformed).toEqual([]);
    expect(entries).toMatchObject([
      { rules: ["GW-unit"], folder: null, clause: null, fingerprint: null, until: "2026-12-31", line: 2 },
      { rules: ["GW-unit", "GW-date"], folder: "稿", clause: "三（二）", until: "2026-12-31", line: 7 },
    ]);
    const [one, several] = entries;
    expect(["稿/方案.md", "方案.md", "别处/稿/方案.md"].map(one!.matches)).toEqual([true, false, false]);
    expect(["稿/乙/a.docx", "稿/丙/a.docx"].map(several!.matches)).toEqual([true, false]);
  });

  test("collects all that is wrong in an entry and keeps the others", async () => {
    const { entries, malformed } = await load(`${GOOD}  - rule: GW-unit\n    reson: x\n  - just text\n`);
    expect(entries).toHaveLength(2);
    expect(malformed.map((mistakes) => mistakes.map(({ code }) => code).sort())).toEqual([
      ["yaml.missing", "yaml.missing", "yaml.missing", "yaml.missing", "yaml.unknown-key-near"],
      ["yaml.type.map"],
    ]);
    expect(malformed.map(([first]) => first!.line)).toEqual([14, 16]);
  });

  test.each(["", "exemptions:\n", "exemptions: []\n"])("may be empty: %j", async (text) => {
    expect(await load(text)).toEqual({ entries: [], malformed: [] });
  });
});

test("the schema for editors takes what the loader takes, and no more", () => {
  const validate = new Ajv2020({ strict: false }).compile(exemptionsJsonSchema());
  expect(validate(parseYaml(GOOD, "豁免.yaml").value)).toBe(true);
  expect(validate(parseYaml(GOOD.replace("    reason: 另行印发\n", ""), "豁免.yaml").value)).toBe(false);
  expect(validate(parseYaml(GOOD.replace("approved-by", "approved"), "豁免.yaml").value)).toBe(false);
});
