/** The file access of this stage: the command gives the disk, a page or a test gives a map. Paths use `/`. */
export interface Files {
  /** Bytes of a regular file, null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Whether a file or folder of that path is there. */
  exists(path: string): Promise<boolean>;
}

/** Folder of a path, without the last slash; `/` and `C:/` are their own. */
export function folderOf(path: string): string {
  const root = /^(?:[A-Za-z]:)?\//.exec(path)?.[0] ?? "";
  const rest = path.slice(root.length);
  const slash = rest.lastIndexOf("/");
  return slash < 0 ? root || "." : root + rest.slice(0, slash);
}

/** `path` as it is meant in a file that stands in `folder`; `.` and `..` are resolved. */
export function joinPath(folder: string, path: string): string {
  const whole = isAbsolute(path) ? path : `${folder}/${path}`;
  const root = /^(?:[A-Za-z]:)?\//.exec(whole)?.[0] ?? "";
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || root === "") parts.push(part);
  }
  return root + parts.join("/") || ".";
}

export function isAbsolute(path: string): boolean {
  return /^(?:[A-Za-z]:)?\//.test(path);
}

/** `path` as seen from `folder` where it lies in it, else null. */
export function relativeTo(folder: string, path: string): string | null {
  if (folder === "." && !isAbsolute(path)) return path;
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  if (path === folder) return "";
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}
