// The provisions of the source documents against the rules: for every row rule, pack, a valid and an invalid example.
//   node scripts/provisions.mjs      prints the table; ends with 1 where a row lacks one of the four
import { fileURLToPath } from "node:url";
import { importTs } from "./import-ts.mjs";
import { shippedPacks } from "./shipped-packs.mjs";

/** Rows with what each has: `[{row, from, level, rule, pack, check, severity, valid, invalid}]`, one entry a rule. */
export async function provisions() {
  const gwlint = await importTs("test/pack/provision-rows.ts", "src/pack/load.ts", "src/bench/kinds.ts");
  const { sources } = await gwlint.loadSources(await shippedPacks.names(), gwlint.ruleKinds, shippedPacks);
  const rules = new Map(sources.flatMap(({ layer, tests }) => layer.rules.map((rule) => [rule.id, { rule, tests }])));
  return gwlint.PROVISION_ROWS.flatMap(({ row, from, level, rules: ids }) =>
    ids.map((id) => {
      const found = rules.get(id);
      const tests = found?.tests.filter((test) => test.rule === id) ?? [];
      const example = (expect) => tests.find((test) => test.expect === expect);
      return {
        row,
        from,
        level,
        rule: found ? id : "",
        pack: found?.rule.pack ?? "",
        check: found?.rule.check ?? "",
        severity: found?.rule.severity ?? "",
        valid: shown(example("valid")),
        invalid: shown(example("invalid")),
      };
    }),
  );
}

/** An example in a few words: its file, or its title, or how its text begins. */
function shown(test) {
  if (!test) return "";
  if ("file" in test.draft) return test.draft.file.replace(/^.*\/(tests\/)/, "$1");
  if ("documents" in test.draft) {
    const all = test.draft.documents.reduce((sum, { times }) => sum + times, 0);
    return `档案 ${all} 份：${test.draft.documents[0].title ?? test.draft.documents[0].text.slice(0, 20)}`;
  }
  const text = (test.draft.title ?? test.draft.text).replace(/\s+/g, " ").trim();
  return text.length > 28 ? `${text.slice(0, 28)}…` : text;
}

export const isComplete = (entry) => [entry.rule, entry.pack, entry.valid, entry.invalid].every((cell) => cell !== "");

/** docs/provisions.md */
export function provisionsPage(entries) {
  const rows = new Set(entries.map(({ row }) => row));
  const open = new Set(entries.filter((entry) => !isComplete(entry)).map(({ row }) => row));
  const cells = (entry) =>
    [
      entry.row,
      entry.from,
      entry.level,
      entry.rule,
      entry.pack,
      entry.check,
      entry.severity,
      entry.valid,
      entry.invalid,
    ]
      .map((cell) => cell.replaceAll("|", "\\|") || "—")
      .join(" | ");
  return `# 条款与规则

由 \`npm run generate\` 生成，不要手改。每一条能用来查一份文稿（D）、查文稿与上级文件（S）、或者查一批已发文件（A）的条款，对应的规则、规则包、检查种类、严重程度和正反例。

条款 ${rows.size} 条，规则、规则包、正例、反例齐全的 ${rows.size - open.size} 条。

| 条款 | 出处 | 级别 | 规则 | 规则包 | 种类 | 程度 | 正例 | 反例 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${entries.map((entry) => `| ${cells(entry)} |`).join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const entries = await provisions();
  console.log(provisionsPage(entries));
  if (!entries.every(isComplete)) process.exitCode = 1;
}
