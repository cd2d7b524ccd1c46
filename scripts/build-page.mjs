// Builds dist/gwlint.html: the clerk's page, one file that opens from a disk and loads nothing. Two bundles by Vite, the
// page's own script and the core that runs in a worker, are put into src/page/page.html with the style and with the
// hashes that its policy allows. The same sources give the same bytes.
//   node scripts/build-page.mjs [file]
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { compiledPacks } from "./compile-packs.mjs";
import { shippedPacks } from "./shipped-packs.mjs";

/** UOS and 360 ship Chromium 86. */
export const FLOOR = "chrome86";

const root = fileURLToPath(new URL("../", import.meta.url));
const read = (path) => readFileSync(`${root}${path}`, "utf8");

/** Modules that the build makes up. */
function madeUp(modules) {
  return {
    name: "made-up",
    resolveId: (id) => (id in modules ? `\0${id}` : null),
    load: (id) => (id.startsWith("\0virtual:") ? `export default ${JSON.stringify(modules[id.slice(1)])}` : null),
  };
}

async function bundled(entry, modules) {
  const { output } = (
    await build({
      root,
      configFile: false,
      logLevel: "warn",
      plugins: [madeUp(modules)],
      // A library that asks the document for help has another way for workers.
      resolve: { conditions: ["worker", "module", "production"] },
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        write: false,
        target: FLOOR,
        cssTarget: FLOOR,
        minify: "oxc",
        modulePreload: false,
        lib: { entry: `${root}${entry}`, formats: ["iife"], name: "gwlint", cssFileName: "page" },
        rollupOptions: { output: { codeSplitting: false } },
      },
    })
  )[0];
  const text = (name) => output.find(({ fileName }) => fileName.endsWith(name));
  return { script: text(".js").code.trim(), style: text(".css")?.source.trim() ?? "" };
}

/** Text that may stand inside a script element: an end tag or a comment in it would end it, or keep it from ending. */
const inScript = (text) => text.replace(/<(?=\/script|!--|script)/gi, "\\x3c");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export async function buildPage() {
  const { version } = JSON.parse(read("package.json"));
  const layers = await compiledPacks();
  const standard = (name) => name === "gongwen";
  const shipped = {
    version,
    packs: layers.map(({ name, text }) => [name, text]),
    lexicons: await shippedPacks.lexicons(),
  };
  const packs = layers.map(({ name, text }) => {
    const { title, english = null } = JSON.parse(text);
    return { name, title, english, standard: standard(name) };
  });
  packs.sort((a, b) => Number(b.standard) - Number(a.standard));
  const demo = {
    draft: { name: "示范稿.md", text: read("fixtures/demo/copied-from-province.md") },
    superior: { name: "示范上级文件.md", text: read("fixtures/demo/superior-province.md") },
  };
  const core = await bundled("src/page/worker.ts", { "virtual:shipped": shipped });
  const page = await bundled("src/page/main.ts", { "virtual:catalogue": { version, packs, demo } });
  const script = inScript(page.script);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(page.style)}`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = { POLICY: policy, VERSION: version, STYLE: page.style, CORE: inScript(core.script), SCRIPT: script };
  return read("src/page/page.html").replace(/%([A-Z]+)%/g, (_, name) => parts[name]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? "dist/gwlint.html";
  const page = await buildPage();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  console.log(`${file}  ${(Buffer.byteLength(page) / 1e6).toFixed(2)} MB`);
}
