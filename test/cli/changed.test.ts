import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { folderWith, gwlint } from "./run.ts";

const require = createRequire(import.meta.url);
const UNNAMED = `某某市安全检查工作方案

为防范安全事故，制定本方案。

一、开展排查。对辖区内企业逐户排查，6月底前完成。
`;

function git(cwd: string, ...args: string[]): string {
  const who = ["-c", "user.name=某人", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function put(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function commit(folder: string, files: Record<string, string>): void {
  put(folder, files);
  git(folder, "add", "-A");
  git(folder, "commit", "-m", "修改");
}

/** A working copy of a bare repository whose main branch holds two drafts; the branch 起草 is checked out. */
function workingCopy(files: Record<string, string> = {}): string {
  const folder = folderWith({});
  git(folder, "init", "--bare", "--initial-branch=main", "origin.git");
  git(folder, "clone", "origin.git", "work");
  const work = join(folder, "work");
  git(work, "checkout", "-B", "main");
  commit(work, { "稿/旧方案.md": UNNAMED, "稿/另一份.md": UNNAMED, ...files });
  git(work, "push", "-u", "origin", "main");
  git(work, "checkout", "-b", "起草");
  return work;
}

async function checked(cwd: string, ...argv: string[]) {
  const ran = await gwlint(cwd, ["check", ".", "--format", "json", ...argv]);
  const report = ran.out === "" ? { documents: [] } : JSON.parse(ran.out);
  return { ...ran, paths: report.documents.map(({ path }: { path: string }) => path).sort() as string[] };
}

describe("--changed-since", () => {
  it("looks at what was committed, staged or edited, and at nothing else", async () => {
    const work = workingCopy();
    commit(work, { "稿/新方案 100%.md": UNNAMED });
    put(work, { "稿/已加入.md": UNNAMED, "稿/没有加入.md": UNNAMED, "稿/另一份.md": `${UNNAMED}\n二、收尾。\n` });
    git(work, "add", "稿/已加入.md");
    const { paths, status, err } = await checked(work, "--changed-since", "origin/main");
    expect(paths).toEqual(["稿/另一份.md", "稿/已加入.md", "稿/新方案 100%.md"]);
    expect(status).toBe(1);
    expect(err).toContain("3");
    expect(err).toContain("另有 2 份没有改动");
  });

  it("follows a rename and leaves out what was deleted", async () => {
    const work = workingCopy();
    renameSync(join(work, "稿/旧方案.md"), join(work, "稿/改名后.md"));
    rmSync(join(work, "稿/另一份.md"));
    commit(work, {});
    const { paths } = await checked(work, "--changed-since", "origin/main");
    expect(paths).toEqual(["稿/改名后.md"]);
  });

  it("does not take for a change what others did on the main branch meanwhile", async () => {
    const work = workingCopy();
    commit(work, { "稿/新方案.md": UNNAMED });
    git(work, "checkout", "main");
    commit(work, { "稿/另一份.md": `${UNNAMED}\n二、收尾。\n` });
    git(work, "push");
    git(work, "checkout", "起草");
    expect((await checked(work, "--changed-since", "origin/main")).paths).toEqual(["稿/新方案.md"]);
  });

  it("works from a folder below the top", async () => {
    const work = workingCopy();
    commit(work, { "稿/新方案.md": UNNAMED, "别处/方案.md": UNNAMED });
    expect((await checked(join(work, "稿"), "--changed-since", "origin/main")).paths).toEqual(["新方案.md"]);
  });

  it("ends with 0 where nothing changed, and says so", async () => {
    const { status, paths, err } = await checked(workingCopy(), "--changed-since", "origin/main");
    expect(paths).toEqual([]);
    expect(status).toBe(0);
    expect(err).toContain("没有改动");
  });

  it("ends with 0 where the change took the last draft away", async () => {
    const work = workingCopy();
    rmSync(join(work, "稿"), { recursive: true });
    commit(work, { "README.md": "说明" });
    expect(await checked(work, "--changed-since", "origin/main")).toMatchObject({ status: 0, paths: [] });
  });

  it("never passes over a file that lies outside the repository", async () => {
    const work = workingCopy();
    put(work, { "../外面.md": UNNAMED });
    const ran = await gwlint(work, ["check", "../外面.md", "--changed-since", "origin/main", "--format", "json"]);
    expect(JSON.parse(ran.out).documents).toHaveLength(1);
  });

  it.each([
    ["a revision that is none", "origin/没有"],
    ["what looks like an option", "--output=out.txt"],
  ])("ends with 2 for %s", async (_what, revision) => {
    const ran = await gwlint(workingCopy(), ["check", ".", `--changed-since=${revision}`]);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain(revision);
  });

  it("ends with 2 outside a repository and in a history without a common point", async () => {
    const outside = folderWith({ "方案.md": UNNAMED });
    expect(await gwlint(outside, ["check", ".", "--changed-since", "main"])).toMatchObject({ status: 2, out: "" });
    const work = workingCopy();
    git(work, "checkout", "--orphan", "另起");
    git(work, "commit", "-m", "另起");
    const ran = await gwlint(work, ["check", ".", "--changed-since", "origin/main"]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("fetch-depth");
  });

  it("does not run what the repository's configuration names", async () => {
    const work = workingCopy();
    commit(work, { "稿/新方案.md": UNNAMED });
    git(work, "config", "core.fsmonitor", `touch ${JSON.stringify(join(work, "pwned"))}; false`);
    git(work, "config", "diff.external", `touch ${JSON.stringify(join(work, "pwned"))}; false`);
    const { paths } = await checked(work, "--changed-since", "origin/main");
    expect(paths).toEqual(["稿/新方案.md"]);
    expect(() => readFileSync(join(work, "pwned"))).toThrow();
  });
});

/** The YAML blocks of docs/ci.md, in order. */
function jobs(): string[] {
  const text = readFileSync(new URL("../../docs/ci.md", import.meta.url), "utf8");
  return [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block!);
}

const schema = (name: string) =>
  JSON.parse(readFileSync(require.resolve(`schemastore/schemas/json/${name}.json`), "utf8"));

function errorsOf(name: string, value: unknown) {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(schema(name));
  validate(value);
  return validate.errors ?? [];
}

describe("the documented jobs", () => {
  const [github, gitlab] = jobs();

  it("are a workflow of GitHub and a pre-commit hook by their schemas", () => {
    expect(errorsOf("github-workflow", parse(github!))).toEqual([]);
    const hooks = readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8");
    expect(errorsOf("pre-commit-hooks", parse(hooks))).toEqual([]);
  });

  it.each([
    ["GitHub", github!, { GITHUB_BASE_REF: "main" }],
    ["GitLab", gitlab!, { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" }],
  ])("of %s do on a pull request what they say", async (_forge, job, env) => {
    const work = workingCopy({ "gwlint.yaml": "documents: ['稿/**']\n" });
    git(work, "push", "origin", "HEAD:main");
    commit(work, { "稿/新方案.md": UNNAMED });
    const lines = job
      .replace(/\\\n\s*/g, " ")
      .split("\n")
      .flatMap((line) => /npx (?:--yes )?gwlint (.*)$/.exec(line)?.slice(1) ?? []);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const argv = line
        .replace(/\$\{?(\w+)\}?/g, (whole, name: string) => (env as Record<string, string>)[name] ?? whole)
        .split(/\s+/)
        .map((word) => word.replaceAll('"', ""));
      const ran = await gwlint(work, argv);
      expect(ran.err).not.toContain("gwlint:");
      expect(ran.status).toBe(1);
    }
    const written = [...job.matchAll(/--format \w+:([\w.-]+)/g)].map(([, file]) => file!);
    expect(written.length).toBeGreaterThan(0);
    for (const file of written) expect(readFileSync(join(work, file), "utf8").length).toBeGreaterThan(100);
  });

  it("hand the forge the files they write", () => {
    for (const job of [github!, gitlab!]) {
      const files = [...job.matchAll(/--format \w+:([\w.-]+)/g)].map(([, file]) => file!);
      for (const file of files) expect(job.split(file).length, file).toBeGreaterThan(2);
    }
  });

  it("stop a commit by the hook as pre-commit calls it: its entry with the staged files it takes", async () => {
    const [hook] = parse(readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8"));
    const work = workingCopy();
    put(work, { "稿/新方案 100%.md": UNNAMED, "README.md": "说明", "图.png": "x" });
    git(work, "add", "-A");
    const staged = git(work, "diff", "--cached", "--name-only", "-z").split("\0").filter(Boolean);
    const taken = staged.filter((path) => new RegExp(hook.files).test(path) && !new RegExp(hook.exclude).test(path));
    expect(taken).toEqual(["稿/新方案 100%.md"]);
    const [command, ...argv] = hook.entry.split(" ");
    expect(command).toBe("gwlint");
    const ran = await gwlint(work, [...argv, ...taken]);
    expect(ran.status).toBe(1);
    expect(ran.out).toContain("稿/新方案 100%.md");
  });

  it("take by the hook what can be checked and leave a repository's own texts alone", () => {
    const [hook] = parse(readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8"));
    const takes = (path: string) => new RegExp(hook.files).test(path) && !new RegExp(hook.exclude).test(path);
    expect(["稿/方案.docx", "通知.md", "a.txt", "b.html"].map(takes)).toEqual([true, true, true, true]);
    expect(["README.md", "稿/~$方案.docx", "图.png", "a.ts", "docs/CHANGELOG.md"].map(takes)).toEqual(
      Array(5).fill(false),
    );
  });
});
