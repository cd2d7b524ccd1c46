import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { folderWith, gwlint, type Ran } from "../cli/run.ts";
import type { HostileCase, HostileGroup } from "./case.ts";

const DRAFT = "# 关于放假的通知\n\n各单位：\n\n现将有关事项通知如下。\n";

/** `lay` puts things on the disk, the command runs over the folder, `judge` says what is wrong. */
function disk(
  name: string,
  lay: (folder: string) => void,
  argv: string[],
  judge: (ran: Ran, folder: string) => string | null,
): HostileCase {
  return {
    name,
    async run() {
      const folder = folderWith({ "稿.md": DRAFT });
      lay(folder);
      return judge(await gwlint(folder, argv), folder);
    },
  };
}

const paths = ({ out }: Ran) => JSON.parse(out).documents.map(({ path }: { path: string }) => path);
const CHECK = ["check", ".", "--format", "json"];
const onlyTheDraft = (ran: Ran) => {
  if (ran.status > 3) return `exit ${ran.status}: ${ran.err.slice(0, 200)}`;
  return paths(ran).join() === "稿.md" ? null : `checks ${paths(ran).join()}`;
};
const usage = ({ status, err }: Ran) => (status === 2 && err !== "" ? null : `exit ${status}: ${err.slice(0, 200)}`);
const unreadable = (ran: Ran) => {
  const bad = JSON.parse(ran.out).documents.find(({ status }: { status: string }) => status === "unreadable");
  return ran.status === 3 && bad?.problem.message ? null : `exit ${ran.status}`;
};

/** A file that a pack from somebody else may not show: it lies neither beside the pack nor below the run. */
const secret = () => join(folderWith({ "秘.yaml": "口令: [甲乙丙\n" }), "秘.yaml");
const RULE =
  "  甲-1: { check: pattern, title: 题, basis: { practice: 例, examples: [例] }, strength: 本单位, severity: info, evidence: inferred, with: { pattern: 甲 }, message: 问, advice: 改";
const PACK = (head: string, tests = "") => `pack: 包\ntitle: 试\n${head}rules:\n${RULE}${tests} }\n`;
const extending = (path: string) => PACK(`extends: [${JSON.stringify(path)}]\n`);
const CHECK_BY_PACK = ["check", "稿.md", "--rules", "./包.yaml"];
const showsNothing = ({ status, err }: Ran) =>
  status === 2 && err.includes("不在可以读取的目录里") && !err.includes("甲乙丙") ? null : `exit ${status}: ${err}`;

export const diskCases: HostileGroup = {
  name: "disk",
  cases: [
    disk(
      "pack that extends a file outside",
      (folder) => writeFileSync(join(folder, "包.yaml"), extending(relative(folder, secret()))),
      CHECK_BY_PACK,
      showsNothing,
    ),
    disk(
      "pack that extends a link to a file outside",
      (folder) => {
        symlinkSync(secret(), join(folder, "里.yaml"));
        writeFileSync(join(folder, "包.yaml"), extending("./里.yaml"));
      },
      CHECK_BY_PACK,
      showsNothing,
    ),
    disk(
      "pack whose test reads a file outside",
      (folder) => {
        const path = JSON.stringify(relative(folder, secret()));
        writeFileSync(join(folder, "包.yaml"), PACK("", `, tests: { valid: [{ file: ${path} }] }`));
      },
      ["rules", "test", "./包.yaml"],
      showsNothing,
    ),
    disk("link to its own folder", (folder) => symlinkSync(".", join(folder, "环")), CHECK, onlyTheDraft),
    disk(
      "two links to each other",
      (folder) => {
        symlinkSync("乙", join(folder, "甲"));
        symlinkSync("甲", join(folder, "乙"));
      },
      CHECK,
      onlyTheDraft,
    ),
    disk("link to a folder outside", (folder) => symlinkSync("/etc", join(folder, "外")), CHECK, onlyTheDraft),
    disk(
      "link to a file outside",
      (folder) => symlinkSync("/etc/hostname", join(folder, "外.md")),
      CHECK,
      onlyTheDraft,
    ),
    disk(
      "link that leads nowhere, named",
      (folder) => symlinkSync("没有", join(folder, "断.md")),
      ["check", "断.md"],
      usage,
    ),
    disk("link that leads nowhere, found", (folder) => symlinkSync("没有", join(folder, "断.md")), CHECK, onlyTheDraft),
    disk("pipe in a folder", (folder) => execFileSync("mkfifo", [join(folder, "管.md")]), CHECK, onlyTheDraft),
    disk(
      "pipe that is named",
      (folder) => execFileSync("mkfifo", [join(folder, "管.md")]),
      ["check", "管.md", "--format", "json"],
      unreadable,
    ),
    disk(
      "endless device",
      () => {},
      ["check", "/dev/zero", "--format", "json"],
      (ran) => (ran.status === 2 || ran.status === 3 ? null : `exit ${ran.status}`),
    ),
    disk("a folder with the ending of a draft", (folder) => mkdirSync(join(folder, "夹.md")), CHECK, onlyTheDraft),
    disk(
      "a path of 255 bytes",
      (folder) => writeFileSync(join(folder, `${"长".repeat(84)}.md`), DRAFT),
      CHECK,
      (ran) => (paths(ran).length === 2 ? null : "was not found"),
    ),
    disk(
      "fifty folders in one another",
      (folder) => {
        const deep = join(folder, ...Array(50).fill("深"));
        mkdirSync(deep, { recursive: true });
        writeFileSync(join(deep, "底.md"), DRAFT);
      },
      CHECK,
      (ran) => (paths(ran).length === 2 ? null : "was not found"),
    ),
    disk(
      "a name that is no UTF-8",
      (folder) =>
        writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xcd, 0xa8]), Buffer.from(".md")]), DRAFT),
      CHECK,
      (ran) => (ran.status <= 3 && paths(ran).includes("稿.md") ? null : `exit ${ran.status}`),
    ),
    disk(
      "names reserved on Windows",
      (folder) => {
        for (const name of ["CON.md", "aux .md"]) writeFileSync(join(folder, name), DRAFT);
      },
      CHECK,
      (ran) => (paths(ran).length === 3 ? null : "were not found"),
    ),
    disk(
      "a report where a folder stands",
      (folder) => mkdirSync(join(folder, "out.json")),
      ["check", "稿.md", "--format", "json:out.json"],
      (ran) => (ran.status === 2 ? null : `exit ${ran.status}: ${ran.err}`),
    ),
    disk(
      "a report over the draft that is checked",
      () => {},
      ["check", "稿.md", "--format", "json:稿.md"],
      (ran, folder) =>
        readFileSync(join(folder, "稿.md"), "utf8") === DRAFT && ran.status === 2
          ? null
          : `exit ${ran.status}, draft ${readFileSync(join(folder, "稿.md"), "utf8") === DRAFT ? "whole" : "lost"}`,
    ),
    disk(
      "a report over another draft",
      (folder) => writeFileSync(join(folder, "他.md"), DRAFT),
      ["check", "稿.md", "--format", "markdown:他.md"],
      (ran, folder) =>
        ran.status === 2 && readFileSync(join(folder, "他.md"), "utf8") === DRAFT ? null : "draft lost",
    ),
    disk(
      "a report is written for its owner only",
      () => {},
      ["check", "稿.md", "--format", "json:r/out.json"],
      (_, folder) => ((statSync(join(folder, "r/out.json")).mode & 0o77) === 0 ? null : "others may read it"),
    ),
    disk(
      "a report below a file",
      () => {},
      ["check", "稿.md", "--format", "json:稿.md/out.json"],
      (ran) => (ran.status === 2 ? null : `exit ${ran.status}: ${ran.err}`),
    ),
    disk(
      "a folder nobody may enter",
      (folder) => {
        mkdirSync(join(folder, "禁"));
        writeFileSync(join(folder, "禁", "内.md"), DRAFT);
        chmodSync(join(folder, "禁"), 0);
      },
      CHECK,
      (ran) => (ran.status <= 3 && paths(ran).includes("稿.md") ? null : `exit ${ran.status}`),
    ),
    disk(
      "a full disk",
      // A device of its own where that is allowed: a program that renames over it shall not spoil the machine's.
      (folder) => execFileSync("sh", ["-c", `mknod "${folder}/满" c 1 7 || ln -s /dev/full "${folder}/满"`]),
      ["check", "稿.md", "--format", "json:满"],
      (ran) => (ran.status === 2 ? null : `exit ${ran.status}: ${ran.err}`),
    ),
  ],
};
