// Declarations for the public API: dist/types/. tsc keeps the `.ts` endings of our imports, consumers need `.js`; and it
// declares every module it met, of which a consumer needs those that the API's own declarations lead to.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const folder = resolve("dist/types");
const SPECIFIER = /((?:from|import\()\s*"\.[^"]*)\.ts"/g;

const tsc = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
if (tsc.status !== 0) process.exit(tsc.status ?? 1);

const reached = new Set();
function reach(file) {
  if (reached.has(file) || !existsSync(file)) return;
  reached.add(file);
  const text = readFileSync(file, "utf8").replace(SPECIFIER, '$1.js"');
  writeFileSync(file, text);
  for (const [, path] of text.matchAll(/(?:from|import\()\s*"(\.[^"]*)\.js"/g))
    reach(resolve(dirname(file), `${path}.d.ts`));
}
reach(join(folder, "index.d.ts"));

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).reverse()) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !reached.has(path)) rmSync(path);
  else if (entry.isDirectory() && readdirSync(path).length === 0) rmdirSync(path);
}
