import { readFileSync } from "node:fs";
import { table } from "./markdown-table.mjs";
import { wilson } from "./precision-sample.mjs";

const percent = (share) => `${(share * 100).toFixed(1)} %`;

function score(judgements) {
  const right = judgements.filter((one) => one.true).length;
  const [low, high] = wilson(right, judgements.length);
  const share = judgements.length === 0 ? "–" : percent(right / judgements.length);
  return { right, all: judgements.length, share, interval: `${percent(low)} – ${percent(high)}` };
}

function byRule(judgements) {
  const rules = new Map();
  for (const one of judgements) rules.set(one.rule, [...(rules.get(one.rule) ?? []), one]);
  return [...rules].sort(([one], [other]) => (one < other ? -1 : 1));
}

function ruleTable(judgements, counts, severity) {
  const rows = byRule(judgements).map(([rule, read]) => {
    const { right, all, share, interval } = score(read);
    return [rule, counts[rule]?.[severity] ?? 0, all, right, share, interval];
  });
  const { right, all, share, interval } = score(judgements);
  const found = rows.reduce((sum, [, count]) => sum + count, 0);
  const heads = ["rule", "findings", "read", "true", "share", "95 % interval"];
  return table(heads, [...rows, ["all", found, all, right, share, interval]]);
}

/** Findings of each rule times the share of it that was false, over the documents. */
function falseADocument(judgements, { documents, counts }, severity) {
  let wrong = 0;
  for (const [rule, read] of byRule(judgements)) {
    const share = read.filter((one) => !one.true).length / read.length;
    wrong += (counts[rule]?.[severity] ?? 0) * share;
  }
  return (wrong / documents).toFixed(2);
}

/** docs/precision.md from the judgements in precision.jsonl. */
export function precisionPage() {
  const lines = readFileSync(new URL("precision.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const [{ seed, national, local, earlier, note }, ...judgements] = lines.map((line) => JSON.parse(line));
  const of = (sample) => judgements.filter((one) => one.sample === sample);
  const [errors, warnings, theirs, verdicts] = ["errors", "warnings", "local", "verdicts"].map(of);
  const everyCount = { ...national.counts, ...local.counts };
  const wrong = judgements.filter((one) => !one.true);
  return `# Precision

Findings on documents that were really issued, read one by one: true means that an experienced 核稿 officer would ask for
the change; what is debatable counts as false. Generated from \`scripts/eval/precision.jsonl\`, which has every judgement
with its reason; \`npm run eval:precision\` draws a new sample. Seed ${seed}.

Errors and warnings are drawn at random from the findings of \`gongwen\`, \`gbt-15834\`, \`gbt-15835\`, \`tiaoli-2012\`,
\`hegao\` and, on Word documents, \`gbt-9704\`, over ${national.documents} policy texts, issued Word documents and source documents, at
most 15 a rule; where that leaves fewer than 150 the cap is raised until there are 150, or all are read. Those packs give
no error on them, so the errors are those of the local packs (${local.documents} texts). A finding that saved pages may have caused as
well as the drafter is an info, and infos are not in these figures. A measure without a unit counts as true where the plan
or opinion names nobody for it, however old. These texts were at hand while the rules were mended; texts that were not may
do worse. Two of the opinions are in the corpus twice.${note ? `\n\n${note}` : ""}

| | read | true | share | 95 % interval | goal | false a document |
| --- | --: | --: | --: | --- | --: | --: |
| errors | ${summary(errors)} | 97 % | ${falseADocument(errors, { ...local, counts: everyCount }, "error")} |
| warnings | ${summary(warnings)} | 90 % | ${falseADocument(warnings, national, "warning")} |
| warnings of local packs | ${summary(theirs)} | – | ${falseADocument(theirs, local, "warning")} |

False findings a document are estimated from the share of each rule and the number of its findings, not from the capped
sample; the goal is at most 1.

## Errors

${ruleTable(errors, everyCount, "error")}

## Warnings

${ruleTable(warnings, national.counts, "warning")}

## Warnings of the local packs

\`shandong-2019\`, \`tianshui-2019\`, \`jingdezhen-2019\`, \`hebei-2016\` and \`work-quality\`, each on its own, over policy texts and
sources. Rules that give neither error nor warning there have no row.

${ruleTable(theirs, local.counts, "warning")}

## Verdicts

Of ${verdicts.length} verdicts “not checked” and “not applicable”, at most two a rule, ${verdicts.filter((one) => one.true).length} were right: the fact named does
exclude the rule, or what it needs is not there.

## What was false

${wrong.map(({ rule, file, place, why, words, reason }) => `- ${rule}, ${file.split("/").at(-1).slice(0, 8)}, ${place ?? why}${words ? ` “${words.slice(0, 20)}”` : ""}: ${reason}`).join("\n")}

## Earlier rounds

${earlier.map((line) => `- ${line}`).join("\n")}
`;
}

function summary(judgements) {
  const { right, all, share, interval } = score(judgements);
  return `${all} | ${right} | ${share} | ${interval}`;
}
