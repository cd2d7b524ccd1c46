// Compiles rules/*.yaml to dist/packs/*.json: validated, options completed, examples left out. A run that names only
// shipped packs then loads neither YAML parser nor validator. Fails with every mistake in the packs.
//   node scripts/compile-packs.mjs [folder]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTs } from "./import-ts.mjs";
import { shippedPacks } from "./shipped-packs.mjs";

/** Writes the compiled packs into `folder` and returns their names. */
export async function compilePacks(folder) {
  const gwlint = await importTs(
    "src/pack/load.ts",
    "src/pack/errors.ts",
    "src/pack/format-error.ts",
    "src/check/registry.ts",
  );
  const names = await shippedPacks.names();
  await mkdir(folder, { recursive: true });
  const { packs, sources } = await gwlint.loadSources(names, gwlint.checkKinds, shippedPacks).catch((error) => {
    if (!(error instanceof gwlint.PackError)) throw error;
    throw new Error(`rules/ has mistakes\n\n${gwlint.formatPackError(error, "zh")}`);
  });
  for (const [index, name] of names.entries()) {
    if (packs[index].name !== name) throw new Error(`rules/${name}.yaml calls itself ${packs[index].name}`);
    const loose = sources[index].layer.extends.find((parent) => !names.includes(parent));
    if (loose) throw new Error(`rules/${name}.yaml extends ${loose}, which does not come with gwlint`);
    await writeFile(join(folder, `${name}.json`), JSON.stringify(sources[index].layer));
  }
  return names;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = await compilePacks(process.argv[2] ?? "dist/packs");
  console.log(`${names.length} packs: ${names.join(" ")}`);
}
