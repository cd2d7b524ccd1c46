// The figures of 字数, 字符数 and pages against what WPS saved in real documents.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { table } from "./markdown-table.mjs";

export function counting({ shared }) {
  const printed = execFileSync(process.execPath, [join(shared, "eval/counts.mjs")], { encoding: "utf8" });
  const shares = (name) => {
    const row = printed.split("\n").find((line) => line.includes(name));
    const cells = row?.match(/\d+\/\d+/g);
    if (cells?.length !== 3) throw new Error(`no figures of ${name} in what counts.mjs printed:\n${printed}`);
    return cells;
  };
  const pages = /inside the interval (\d+\/\d+), best guess exact (\d+\/\d+), mean interval width ([\d.]+)/.exec(
    printed,
  );
  if (!pages) throw new Error(`no figures of pages in what counts.mjs printed:\n${printed}`);
  const [, inside, exact, width] = pages;
  return [
    table(
      ["count", "exact", "within 0.2 %", "within 1 %", "goal"],
      ["words", "characters"].map((name) => [name, ...shares(name), "within 0.2 % for 95 %"]),
    ),
    table(
      ["pages", "figure", "goal"],
      [
        ["truth inside the interval", inside, "90 %"],
        ["best guess exact", exact, "60 %"],
        ["mean width of the interval", width, "at most 1.5"],
      ],
    ),
  ].join("\n\n");
}
