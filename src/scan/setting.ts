import type { Language } from "../language/say.ts";
import type { Root } from "./share.ts";

/** What a child is told before its first task. All of it can be written as JSON. */
export interface Setting {
  cwd: string;
  language: Language;
  /** The day the run began: a run that goes on past midnight holds exemptions to one day. */
  today: string;
  /** Options of the command as they decide rules and superiors. */
  options: CheckSetting;
  /** Members of zip archives are documents too. */
  archives: boolean;
  /** Folders that the run looks through. */
  roots: Root[];
  allowClassified: boolean;
  cache: { folder: string; by: CacheBy } | null;
  /** Results of the run before, from which lines are taken that a cache knows. */
  earlier: { file: string; run: string } | null;
  /** Bytes of memory a child may take, its heap not alone. */
  memory: number;
}

/** By content a file is read and hashed; by metadata it is known again by size, time and inode alone. */
export const CACHE_BY = ["content", "metadata"] as const;
export type CacheBy = (typeof CACHE_BY)[number];

export interface CheckSetting {
  rules: string[];
  against: string[];
  indexScope?: "all" | "superiors" | "peers";
  ownVersions?: boolean;
  fact: string[];
  limit: string[];
  config?: string;
  root: string;
  failOn?: "error" | "warning" | "info" | "never";
  failOnUnchecked: true | string[];
  maxWarnings?: number;
  strictInput?: boolean;
}
