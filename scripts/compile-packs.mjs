// Compiles rules/*.yaml to dist/packs/*.json: validated, options completed, examples left out. A run that names only
// shipped packs then loads neither YAML parser nor validator. Fails with every mistake in the packs.
//   node scripts/compile-packs.mjs [folder]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTs } from "./import-ts.mjs";
import { shippedPacks } from "./shipped-packs.mjs";

/** The shipped packs, compiled: name and JSON text of each. */
export async function compiledPacks() {
  const gwlint = await importTs(
    "src/pack/load.ts",
    "src/pack/errors.ts",
    "src/pack/format-error.ts",
    "src/bench/kinds.ts",
  );
  const names = await shippedPacks.names();
  const { packs, sources } = await gwlint.loadSources(names, gwlint.ruleKinds, shippedPacks).catch((error) => {
    if (!(error instanceof gwlint.PackError)) throw error;
    throw new Error(`rules/ has mistakes\n\n${gwlint.formatPackError(error, "zh")}`);
  });
  return names.map((name, index) => {
    if (packs[index].name !== name) throw new Error(`rules/${name}.yaml calls itself ${packs[index].name}`);
    const loose = sources[index].layer.extends.find((parent) => !names.includes(parent));
    if (loose) throw new Error(`rules/${name}.yaml extends ${loose}, which does not come with gwlint`);
    return { name, text: JSON.stringify(sources[index].layer) };
  });
}

/** Writes the compiled packs into `folder` and returns their names. */
export async function compilePacks(folder) {
  const packs = await compiledPacks();
  await mkdir(folder, { recursive: true });
  for (const { name, text } of packs) await writeFile(join(folder, `${name}.json`), text);
  return packs.map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = await compilePacks(process.argv[2] ?? "dist/packs");
  console.log(`${names.length} packs: ${names.join(" ")}`);
}
