// Writes the files that are generated from the source. With --check it writes nothing and fails where one has drifted.
//   node scripts/generate.mjs [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";
import { precisionPage } from "./eval/precision-page.mjs";
import { importTs } from "./import-ts.mjs";
import { provisions, provisionsPage } from "./provisions.mjs";
import { reportAssets } from "./report-assets.mjs";
import { rulePages } from "./rule-pages.mjs";

const { packJsonSchema, configJsonSchema, exemptionsJsonSchema, ruleKinds } = await importTs(
  "src/pack/json-schema.ts",
  "src/config/schema.ts",
  "src/config/exemption-schema.ts",
  "src/bench/kinds.ts",
);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const output = createGenerator({ path: "src/model/wire.ts", type: "CheckOutput", tsconfig: "tsconfig.json" });

/** Path from the project root → text. */
const generated = {
  "rules/pack.schema.json": json(packJsonSchema(ruleKinds)),
  "schema/gwlint.schema.json": json(configJsonSchema()),
  "schema/exemptions.schema.json": json(exemptionsJsonSchema()),
  "schema/check-output.schema.json": json(output.createSchema("CheckOutput")),
  "docs/precision.md": precisionPage(),
  "docs/provisions.md": provisionsPage(await provisions()),
  ...(await rulePages()),
  "src/report/html/assets.data.ts": await reportAssets(),
};

const check = process.argv.includes("--check");
for (const [path, text] of Object.entries(generated)) {
  const file = new URL(`../${path}`, import.meta.url);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (check) {
    console.error(`${path} is not what the source generates: run npm run generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
}

// A page of a pack that is no more would be read as if it were.
for (const name of readdirSync(new URL("../docs/rules/", import.meta.url))) {
  if (generated[`docs/rules/${name}`]) continue;
  if (check) {
    console.error(`docs/rules/${name} belongs to no pack: run npm run generate`);
    process.exitCode = 1;
  } else rmSync(new URL(`../docs/rules/${name}`, import.meta.url));
}
