// Node 20 runs no TypeScript: bundles modules of src/ to a temporary file and imports that.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Everything the modules export (paths from the project root), as one namespace. */
export async function importTs(...paths) {
  const { outputFiles } = await build({
    stdin: { contents: paths.map((path) => `export * from "./${path}";`).join("\n"), resolveDir: root },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    write: false,
    banner: { js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);' },
  });
  const folder = await mkdtemp(join(tmpdir(), "gwlint-"));
  try {
    const file = join(folder, "bundle.mjs");
    await writeFile(file, outputFiles[0].text);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
