import type { FactName, FactValues } from "./facts.ts";

/**
 * What a document is about, as far as rules over a year's documents ask: a meeting called (会议), papers asked for from
 * below (报表材料), an inspection (督查检查), an assessment (考核); of inspections whether unannounced (暗访暗查), as a
 * standing or special one (常态化、专项), or a general one (综合性).
 */
export const MATTERS = ["meeting", "forms", "inspection", "assessment", "covert", "standing", "comprehensive"] as const;
export type Matter = (typeof MATTERS)[number];

/** Whom a document is sent to or is about: levels of administration, and what stands at the grass roots. */
export const REACHES = ["central", "province", "city", "county", "town", "village", "company", "school"] as const;
export type Reach = (typeof REACHES)[number];

/** 发文字号: 鲁政发〔2019〕12号 → 代字 鲁政发, year 2019, serial 12. */
export interface DocNumber {
  code: string;
  year: number;
  serial: number;
}

/**
 * The facts of one document that rules over an archive need; no text of it but its title and names. Null: nobody told and
 * nothing in the document does. Facts that were declared are named in `declared`; all others were recognised.
 */
export interface ArchiveRecord {
  kind: FactValues["kind"] | null;
  /** 发文机关 that comes first; the others of a joint document follow in `jointly`. */
  issuer: string | null;
  jointly: string[];
  issuerLevel: FactValues["issuerLevel"] | null;
  issuerBody: FactValues["issuerBody"] | null;
  direction: FactValues["direction"] | null;
  deployment: FactValues["deployment"] | null;
  policyDocument: boolean | null;
  number: DocNumber | null;
  /** ISO days. */
  issuedOn: string | null;
  receivedOn: string | null;
  inForceUntil: string | null;
  title: string | null;
  /** Titles of the documents it repeals. */
  repeals: string[];
  /** It says that an earlier document is revised or repealed, named or not. */
  revises: boolean;
  /** 简报 it is an issue of. */
  series: string | null;
  /** Null where there is no title to tell. */
  matters: Matter[] | null;
  reach: Reach[] | null;
  /** Those asked to a meeting, a 32-bit hash a name; null where none are named. */
  audience: number[] | null;
  /** Measure clauses, and those that name no unit of their own (none at all, or 有关部门). */
  measures: { total: number; unnamed: number };
  /** Least hashes of the body's wording, base64; null for a text too short to tell. */
  sketch: string | null;
  declared: FactName[];
}
