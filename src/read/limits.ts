/** Bounds on what a reader takes in; each is named in the message that reports it. Sizes in bytes unless said. */
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
}

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
};
