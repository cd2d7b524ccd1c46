import { statSync } from "node:fs";
import { join } from "node:path";

/** One file of each format that the end of a scan makes. */
const MADE = ["report.xlsx", "report.html", "units.csv"];

/** Whether the views in a report folder are younger than the results they were made of: then they are those of these results. */
export function viewsStand(folder: string): boolean {
  const written = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const results = written("results.jsonl");
  return MADE.every((name) => written(name) > results);
}
