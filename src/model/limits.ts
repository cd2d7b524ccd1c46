/**
 * Bounds on what a run takes in and gives out; whatever meets one says which, and that `--limit NAME=VALUE` raises it.
 * Sizes in bytes unless said.
 */
export interface Limits {
  docxBytes: number;
  textBytes: number;
  zipEntries: number;
  /** Inflated bytes of all parts read, and of one XML part. */
  inflatedBytes: number;
  partBytes: number;
  /** Inflated : packed, beyond the first 1 MB. */
  ratio: number;
  xmlDepth: number;
  xmlAttributes: number;
  attributeBytes: number;
  xmlEvents: number;
  /** Characters of text in one file. */
  textCharacters: number;
  paragraphs: number;
  /** Tables inside tables. */
  tableDepth: number;
  /** Findings of one rule, and of all rules, that are listed of one document; the others are counted. */
  findingsPerRule: number;
  findingsPerFile: number;
}

export type LimitName = keyof Limits;

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: Readonly<Limits> = {
  docxBytes: 50 * MB,
  textBytes: 10 * MB,
  zipEntries: 4000,
  inflatedBytes: 300 * MB,
  partBytes: 64 * MB,
  ratio: 100,
  xmlDepth: 256,
  xmlAttributes: 256,
  attributeBytes: 64 * 1024,
  xmlEvents: 5_000_000,
  textCharacters: 10_000_000,
  paragraphs: 200_000,
  tableDepth: 32,
  findingsPerRule: 100,
  findingsPerFile: 1000,
};

export const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS) as LimitName[];

/** A limit as the command line spells it: `docx-bytes`; null for what no option raises. */
export function limitOption(name: unknown): string | null {
  if (!LIMIT_NAMES.includes(name as LimitName)) return null;
  return String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
