// What stands behind the icon of the portable package: checks the files dropped onto it, writes the annotated copy and
// a report beside the first of them, and opens the report. Without a file it opens the page. Words for people go to the
// console it was started in.
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readdirSync } from "node:fs";
import module from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const app = dirname(fileURLToPath(import.meta.url));
const windows = process.platform === "win32";

/** Paths on Explorer's command line, behind the name of the launcher: quoted, or absolute and without a blank. */
export function pathsOf(line, self) {
  const at = line.toLowerCase().indexOf(self.toLowerCase());
  if (at < 0) return null;
  const rest = line
    .slice(at + self.length)
    .replace(/^"/, "")
    .replace(/"$/, "");
  return [...rest.matchAll(/"([^"]+)"|((?:[a-z]:\\|\\\\)[^\s"]+)/gi)].map(([, quoted, plain]) => quoted ?? plain);
}

/** A name that nobody has yet: 草稿.检查报告.html, 草稿.检查报告2.html. */
function freeName(folder, stem, ending) {
  for (let n = 1; ; n++) {
    const path = join(folder, `${stem}${n === 1 ? "" : n}${ending}`);
    if (!existsSync(path)) return path;
  }
}

/** The draft's own folder; where that cannot be written to, one for temporary files. */
function writable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), "gwlint-"));
  }
}

/** Superior documents lie in a folder of that name, beside the draft or beside the launcher. */
function superiors(folder) {
  return [join(folder, "上级文件"), join(app, "..", "上级文件")].filter(
    (path) => existsSync(path) && readdirSync(path).some((name) => !name.startsWith(".")),
  );
}

function show(path) {
  const [command, ...args] = windows ? ["explorer.exe", path] : ["xdg-open", path];
  const opener = spawn(command, args, { detached: true, stdio: "ignore" });
  opener.on("error", () => console.log(`请打开：${path}`));
  opener.unref();
}

/** Explorer closes the console at the end; what went wrong has to be read first. */
async function waitForKey() {
  if (!process.env.GWLINT_WAIT || !process.stdin.isTTY) return;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  await new Promise((done) => lines.question("按回车键关闭 ", done));
  lines.close();
}

async function check(files) {
  // Compiled code is kept among the temporary files: from the second start on a quarter of the time is saved.
  module.enableCompileCache?.();
  const { main } = await import(new URL("dist/cli.js", import.meta.url).href);
  const drafts = files.map((file) => resolve(file));
  const folder = dirname(drafts[0]);
  const to = writable(folder);
  const stem = drafts.length === 1 ? basename(drafts[0], extname(drafts[0])) : "公文";
  const report = freeName(to, `${stem}.检查报告`, ".html");
  process.chdir(folder);
  const argv = ["check", ...drafts, "--annotate", ...(to === folder ? [] : [to]), "--format", `html:${report}`];
  for (const path of superiors(folder)) argv.push("--against", path);
  const code = await main(argv);
  if (existsSync(report)) {
    console.log(`检查报告：${report}`);
    if (!process.env.GWLINT_QUIET) show(report);
  }
  return code;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { GWLINT_LINE: line = "", GWLINT_SELF: self = "" } = process.env;
  const files = (windows && self ? pathsOf(line, self) : null) ?? process.argv.slice(2);
  if (files.length === 0) show(join(app, "..", "公文检查.html"));
  else {
    process.exitCode = await check(files);
    // 0 and 1 are told by the report; anything else only by the console.
    if (process.exitCode > 1) await waitForKey();
  }
}
