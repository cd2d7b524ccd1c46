// docs/rules/: a page a pack for whoever has to answer for a finding, one for the kinds of check, and the list of them.
import { importTs } from "./import-ts.mjs";
import { shippedPacks } from "./shipped-packs.mjs";

const GENERATED = "由 `npm run generate` 根据规则包生成，不要手改。";

/** Path from the project root → text. */
export async function rulePages() {
  const gwlint = await importTs(
    "src/pack/load.ts",
    "src/pack/explain.ts",
    "src/pack/condition-words.ts",
    "src/bench/kinds.ts",
    "src/language/say.ts",
  );
  const names = await shippedPacks.names();
  const { sources } = await gwlint.loadSources(names, gwlint.ruleKinds, shippedPacks);
  const tests = sources.flatMap((source) => source.tests);
  const layers = sources.map(({ layer }) => layer);
  const words = (key, values) => gwlint.say("zh", key, values);
  const views = layers.map((layer) => ({
    layer,
    rules: layer.rules.map((rule) => ({
      ...gwlint.explainRule(rule, gwlint.ruleKinds, tests),
      conditions: gwlint.conditionLines(rule, "zh"),
    })),
  }));
  const standard = new Set(gwlint.STANDARD_PACKS);
  const pages = { "docs/rules/README.md": indexPage(views, standard) };
  for (const view of views) pages[`docs/rules/${view.layer.name}.md`] = packPage(view, standard, words);
  pages["docs/rules/checks.md"] = checksPage(gwlint.ruleKinds, gwlint.optionViews, layers);
  return pages;
}

const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (heads, rows) =>
  [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
const SEVERITY = { error: "错误", warning: "警告", info: "提示" };

function indexPage(views, standard) {
  const count = (rules, severity) => rules.filter(({ rule }) => rule.severity === severity).length;
  const rows = views.map(({ layer, rules }) => [
    `[${layer.name}](${layer.name}.md)`,
    layer.title + (standard.has(layer.name) ? "（默认）" : ""),
    rules.length,
    count(rules, "error"),
    count(rules, "warning"),
    count(rules, "info"),
  ]);
  return `# 规则

${GENERATED}

不写 \`--rules\` 时用的是默认包；其余的用 \`--rules 名字\` 点名，可以同时点几个。地方的规定只对写明的地方有效，点了名才查。

${table(["规则包", "内容", "规则", "错误", "警告", "提示"], rows)}

各种检查和参数见 [checks.md](checks.md)；规则与出处逐条对照见 [../provisions.md](../provisions.md)。
`;
}

function packPage({ layer, rules }, standard, words) {
  const named = standard.has(layer.name) ? "默认就查，不用点名" : `用 \`--rules ${layer.name}\` 点名`;
  const above = layer.extends.map((name) => `[${name}](${name}.md)`).join("、");
  const rows = rules.map(({ rule, kind }) => [
    `[${rule.id}](#${anchor(rule.id)})`,
    SEVERITY[rule.severity],
    rule.words.title,
    kind.title.zh,
  ]);
  return `# ${layer.title}

${GENERATED}

规则包 \`${layer.name}\`，${named}。${above ? `在 ${above} 的基础上。` : ""}共 ${rules.length} 条。

${table(["编号", "程度", "要求", "检查"], rows)}
${rules.map((view) => ruleSection(view, words)).join("")}`;
}

/** The anchor GitHub and GitLab give a heading that is a rule's id alone. */
const anchor = (id) => id.toLowerCase();

function ruleSection(view, words) {
  const { rule, kind, options, conditions } = view;
  const set = options.filter(({ value, default: usual }) => value !== null && value !== usual);
  const lines = [
    "",
    `## ${rule.id}`,
    "",
    `**${rule.words.title}**`,
    "",
    ...rule.basis.map((basis) => `- 依据：${basisLine(basis, words)}`),
    `- 程度：${SEVERITY[rule.severity]}。${word(rule.strength)}，${words(`evidence.${rule.evidence}`)}${rule.threshold ? "；数字是规则作者定的，依据里没有写明" : ""}。`,
    `- 适用：${conditions.length > 0 ? conditions.join("；") : "所有文稿"}。`,
    `- 检查：[${kind.title.zh}](checks.md#${kind.name})${set.length > 0 ? `，${set.map(({ name, value }) => `\`${name}: ${value}\``).join("，")}` : ""}。`,
    ...kind.needs.map((need) => `- 需要：${words(`need.${need}`)}。`),
    `- 报：${rule.words.message}`,
    `- 怎么改：${rule.words.advice}`,
  ];
  for (const [name, example] of [
    ["正例", view.good],
    ["反例", view.bad],
  ]) {
    if (example) lines.push("", `${name}${noteOf(example)}：`, ...shownExample(example));
  }
  return `${lines.join("\n")}\n`;
}

const word = (strength) => (strength === "本单位" ? "依据里没有约束词，程度由规则包定" : `原文用词“${strength}”`);

function basisLine(basis, words) {
  if (basis.practice) return `通行做法：${basis.practice.text}（见${basis.practice.examples.join("、")}）`;
  const said = basis.quote ? `“${basis.quote}”` : basis.gist ? `大意：${basis.gist}` : "";
  const inForce = { yes: "现行有效", no: "已废止", unknown: "是否有效未查明" }[basis.inForce];
  const year = basis.year ? `（${basis.year}）` : "";
  return `${basis.issuer}《${basis.document}》${year}${basis.clause}${said}（${words(`verified.${basis.verified}`)}，${inForce}）`;
}

function noteOf({ repeat, facts, file }) {
  const told = Object.entries(facts).map(([name, value]) => `\`${name}: ${[value].flat().join(", ")}\``);
  const notes = [
    ...(file === null ? [] : [`文件 \`${file}\``]),
    ...(repeat > 1 ? [`这段文字重复 ${repeat} 遍`] : []),
    ...(told.length > 0 ? [`声明 ${told.join("，")}`] : []),
  ];
  return notes.length > 0 ? `（${notes.join("；")}）` : "";
}

function shownExample({ text, beside }) {
  const block = (body) => ["", "```text", body.trimEnd().replaceAll("```", "'''"), "```"];
  return [...(text === null ? [] : block(text)), ...beside.flatMap((other) => ["", "对照：", ...block(other)])];
}

const TYPES = { string: "文字", number: "数", integer: "整数", boolean: "true 或 false", object: "几项，见说明" };
const inChinese = (allowed) => allowed.replace(/\b(?:string|number|integer|boolean|object)\b/g, (type) => TYPES[type]);

function checksPage(kinds, optionViews, layers) {
  const rules = layers.flatMap((layer) => layer.rules);
  const sections = kinds.map((kind) => {
    const own = rules.filter((rule) => rule.check === kind.name);
    const options = optionViews(kind, {}).map(({ name, allowed, default: usual }) => [
      `\`${name}\``,
      inChinese(allowed),
      usual === null ? "" : `\`${usual}\``,
    ]);
    const used = own.map(({ id, pack }) => `[${id}](${pack}.md#${anchor(id)})`).join("、");
    return `## ${kind.name}

**${kind.title.zh}**。${kind.about.zh}

${table(["参数", "可以写", "默认"], options)}

用到的规则：${used}。
`;
  });
  return `# 检查种类

${GENERATED}

规则的 \`check\` 写种类，\`with\` 写参数。\`gwlint rules schema\` 输出同样内容的 JSON Schema，编辑器据此补全。

${table(
  ["种类", "查什么", "规则"],
  kinds.map(({ name, title }) => [`[${name}](#${name})`, title.zh, rules.filter((rule) => rule.check === name).length]),
)}

${sections.join("\n")}`;
}
