// Holds the npm package to what its users meet: nothing in it that does not belong there, entry points and types that
// every resolver finds, and a command that runs from an empty folder. Needs a build; the last step a registry.
//   npm run check:package
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "gwlint-package-"));
let failed = 0;

function run(command, args, cwd = process.cwd()) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return { status, stdout, stderr, text: `${stdout}${stderr}` };
}

function verdict(name, held, detail = "") {
  if (!held) failed++;
  console.log(`${held ? "✓" : "✗"} ${name}${held ? "" : `\n${detail}`}`);
}

try {
  const [packed] = JSON.parse(run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]).stdout);
  const tarball = join(folder, packed.filename);
  const paths = packed.files.map(({ path }) => path);
  const needed = [
    "bin/gwlint.js",
    "dist/cli.js",
    "dist/index.js",
    "dist/types/index.d.ts",
    "dist/gwlint.html",
    "LICENSE",
  ];
  const missing = needed.filter((path) => !paths.includes(path));
  verdict("holds command, library, types and page", missing.length === 0, missing.join("\n"));
  const stray = paths.filter(
    (path) =>
      !/^(bin|dist|rules|schema)\/|^(package\.json|LICENSE|README(\.zh-CN)?\.md)$/.test(path) ||
      /\.(map|tgz|log)$|(?<!\.d)\.ts$/.test(path),
  );
  verdict("holds nothing else", stray.length === 0, stray.join("\n"));

  const publint = run("node_modules/.bin/publint", ["run", tarball, "--strict"]);
  verdict("publint finds nothing", publint.status === 0 && /All good/.test(publint.text), publint.text);
  // An ESM package: CommonJS callers use import(), or require() from Node 20.19 on.
  const types = run("node_modules/.bin/attw", [tarball, "--profile", "esm-only", "--no-color"]);
  verdict("are-the-types-wrong finds nothing", types.status === 0, types.text);

  const home = join(folder, "empty");
  const install = run("npm", ["install", "--prefix", home, "--no-audit", "--no-fund", tarball]);
  if (install.status !== 0 && !existsSync(join(home, "node_modules", "gwlint"))) {
    console.log(
      `○ not checked: running from an empty folder; no registry answered\n${install.stderr.split("\n").slice(0, 3).join("\n")}`,
    );
  } else {
    writeFileSync(
      join(home, "草稿.md"),
      "某某市安全检查工作方案\n\n为防范事故，制定本方案。\n\n一、开展排查。对辖区内企业逐户排查。\n",
    );
    const version = run("npx", ["--no-install", "gwlint", "--version"], home);
    verdict("npx finds the command", version.stdout.trim() === packed.version, version.text);
    const check = run("npx", ["--no-install", "gwlint", "check", "草稿.md"], home);
    verdict("it checks a draft", check.status === 1 && check.stdout.includes("依据"), check.text);
    writeFileSync(
      join(home, "use.mjs"),
      'import { checkText } from "gwlint";\nconsole.log((await checkText("# 通知\\n\\n正文。")).status);\n',
    );
    const library = run(process.execPath, ["use.mjs"], home);
    verdict("a program imports the library", library.stdout.startsWith("checked-"), library.text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
