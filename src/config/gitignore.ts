import { matchName, matchSegments } from "./glob.ts";

interface IgnoreLine {
  /** `!pattern` takes back what an earlier line ignores. */
  takesBack: boolean;
  foldersOnly: boolean;
  /** Against the whole path below the file's folder; a name alone stands for any depth. */
  segments: string[];
}

/** Lines of one `.gitignore`; paths are relative to its folder. */
export type IgnoreLines = readonly IgnoreLine[];

/** A `.gitignore` as git reads it: comments, `!`, a slash at the end for folders, a slash inside for this folder only. */
export function parseGitignore(text: string): IgnoreLines {
  const lines: IgnoreLine[] = [];
  for (const row of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    if (row.startsWith("#")) continue;
    let pattern = row.replace(/(?<!\\)[ \t]+$/, "").replace(/\\([ #!])/g, "$1");
    const takesBack = row.startsWith("!");
    if (takesBack) pattern = pattern.slice(1);
    const foldersOnly = pattern.endsWith("/");
    pattern = pattern.replace(/\/+$/, "");
    if (pattern === "") continue;
    const segments = pattern.includes("/") ? pattern.replace(/^\//, "").split("/") : ["**", pattern];
    lines.push({ takesBack, foldersOnly, segments });
  }
  return lines;
}

/** What the lines say about a path: true ignored, false taken back, null nothing. The last line that fits decides. */
export function ignoredBy(lines: IgnoreLines, path: string, isFolder: boolean): boolean | null {
  const parts = path.split("/");
  for (let i = lines.length - 1; i >= 0; i--) {
    const { takesBack, foldersOnly, segments } = lines[i]!;
    if (foldersOnly && !isFolder) continue;
    const fits =
      segments.length === 2 && segments[0] === "**"
        ? matchName(segments[1]!, parts.at(-1)!)
        : matchSegments(segments, parts, false);
    if (fits) return !takesBack;
  }
  return null;
}
