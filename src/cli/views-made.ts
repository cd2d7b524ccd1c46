import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../language/say.ts";
import type { ScanRun } from "../model/scan.ts";
import { digest } from "../scan/basis.ts";
import type { ViewsAsked } from "./archive-views.ts";
import { VIEW_FORMATS } from "./view-sink.ts";

/** `views.json`: what the views in a report folder show. It is there only while they are whole, and those of a scan. */
interface ViewsMade {
  /** Of the run whose lines they show. */
  run: string;
  /** Of all else they depend on. */
  basis: string;
  /** Names in the folder. */
  files: string[];
}

const NAME = "views.json";

/**
 * The views at the end of a scan or a merge, by name; null where those in `folder` stand: they are noted as the views of
 * `run` (a scan in which no line changed keeps the id of the run before), and all else that they depend on is the same.
 * Else `make` makes them. A day later they are made again, for they show the day; after `gwlint report` too, which may
 * use other rules or another language.
 */
export async function viewsOfRun(
  folder: string,
  { run, asked, language }: { run: ScanRun; asked: ViewsAsked; language: Language },
  make: () => Promise<string[]>,
): Promise<string[] | null> {
  const basis = viewsBasis(run, asked, language);
  const made = viewsMade(folder);
  const same = made?.run === run.id && made.basis === basis;
  if (same && made.files.every((name) => existsSync(join(folder, name)))) return null;
  const files = await make();
  noteViews(folder, { run: run.id, basis, files });
  return files;
}

/**
 * What views depend on besides the lines of the master: all that the lines depend on themselves (program, packs,
 * configuration, inputs), what is said about the run (its packs, whether it came to its end, the day), and what was asked.
 */
function viewsBasis(run: ScanRun, asked: ViewsAsked, language: Language): string {
  const { basis, packs, inputs, complete, finished } = run;
  const { rules = null, config = null, formats = VIEW_FORMATS } = asked;
  return digest([basis, packs, inputs, complete, finished?.slice(0, 10), language, rules, config, formats]);
}

function viewsMade(folder: string): ViewsMade | null {
  try {
    const { run, basis, files } = JSON.parse(readFileSync(join(folder, NAME), "utf8")) as Partial<ViewsMade>;
    const whole = typeof run === "string" && typeof basis === "string" && Array.isArray(files);
    return whole ? { run, basis, files } : null;
  } catch {
    // None, or one that tells nothing: the views are made.
    return null;
  }
}

function noteViews(folder: string, made: ViewsMade): void {
  const temporary = join(folder, `${NAME}.${process.pid}.tmp`);
  writeFileSync(temporary, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  renameSync(temporary, join(folder, NAME));
}

/** Before the first file is put in its place: from here on the views are those of no run until they are noted. */
export const forgetViews = (folder: string): void => rmSync(join(folder, NAME), { force: true });
