// Writes the files that are generated from the source. With --check it writes nothing and fails where one has drifted.
//   node scripts/generate.mjs [--check]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createGenerator } from "ts-json-schema-generator";
import { importTs } from "./import-ts.mjs";
import { provisions, provisionsPage } from "./provisions.mjs";

const { packJsonSchema, configJsonSchema, exemptionsJsonSchema, checkKinds } = await importTs(
  "src/pack/json-schema.ts",
  "src/config/schema.ts",
  "src/config/exemption-schema.ts",
  "src/check/registry.ts",
);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const output = createGenerator({ path: "src/model/wire.ts", type: "CheckOutput", tsconfig: "tsconfig.json" });

/** Path from the project root → text. */
const generated = {
  "rules/pack.schema.json": json(packJsonSchema(checkKinds)),
  "schema/gwlint.schema.json": json(configJsonSchema()),
  "schema/exemptions.schema.json": json(exemptionsJsonSchema()),
  "schema/check-output.schema.json": json(output.createSchema("CheckOutput")),
  "docs/provisions.md": provisionsPage(await provisions()),
};

const check = process.argv.includes("--check");
for (const [path, text] of Object.entries(generated)) {
  const file = new URL(`../${path}`, import.meta.url);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (check) {
    console.error(`${path} is not what the source generates: run npm run generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(path);
  }
}
