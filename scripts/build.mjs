// Bundles the command and the library into dist/ with code splitting (what a run does not need is not loaded) and
// compiles the shipped packs beside them.
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { compilePacks } from "./compile-packs.mjs";

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: { cli: "src/cli/main.ts", index: "src/index.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  chunkNames: "chunks/[name]-[hash]",
  logLevel: "warning",
  // CommonJS dependencies ask for require even in a bundle.
  banner: { js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);' },
});
await compilePacks("dist/packs");
