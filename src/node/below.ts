import { sep } from "node:path";

/** Whether an absolute path lies below a folder. */
export const isBelow = (folder: string, path: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
