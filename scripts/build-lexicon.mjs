// Compiles rules/lexicon/*.yaml for the run: phrases to src/compare/phrases.data.ts, places to src/compare/places.data.ts.
//   node scripts/build-lexicon.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const read = (name) => parse(readFileSync(`rules/lexicon/${name}.yaml`, "utf8"));
const write = (path, comment, name, text) =>
  writeFileSync(path, `// ${comment} Do not edit.\nexport const ${name} =\n  ${JSON.stringify(text)};\n`);

const phrases = ["set-phrases", "political-wording"].flatMap((name) =>
  read(name).groups.flatMap((group) => group.entries),
);
if (new Set(phrases).size !== phrases.length) throw new Error("a phrase stands twice");
write(
  "src/compare/phrases.data.ts",
  "Compiled from rules/lexicon/set-phrases.yaml and political-wording.yaml by scripts/build-lexicon.mjs.",
  "PHRASES",
  phrases.join("\n"),
);

const { provinces } = read("places");
const counts = { province: 0, prefecture: 0, county: 0 };
const lines = Object.entries(provinces).map(([province, prefectures]) => {
  counts.province++;
  const entries = Object.entries(prefectures ?? {}).map(([prefecture, list]) => {
    const direct = prefecture === "直辖";
    if (!direct) counts.prefecture++;
    const names = (list ?? "").split(/\s+/).filter(Boolean);
    if (new Set(names).size !== names.length) throw new Error(`${prefecture}: a county stands twice`);
    counts.county += names.length;
    return `${direct ? "" : prefecture}:${names.join(" ")}`;
  });
  return [province, ...entries].join(";");
});
write(
  "src/compare/places.data.ts",
  "Compiled from rules/lexicon/places.yaml by scripts/build-lexicon.mjs.",
  "PLACES",
  lines.join("\n"),
);
console.log(
  `${phrases.length} phrases; ${counts.province} provinces, ${counts.prefecture} prefectures, ${counts.county} counties`,
);
