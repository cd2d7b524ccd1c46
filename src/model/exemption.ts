/** An entry of the exemption file (豁免清单): which findings are excused, why, by whom, and until when. */
export interface Exemption {
  rules: readonly string[];
  /** Whether a document is meant, by its path as `gwlint.yaml` sees it. */
  matches(path: string): boolean;
  /** The folder that all paths meant lie in; null where one file is named outright. */
  folder: string | null;
  /** Printed path of the clause, 三（二）; what stands below it is meant too. */
  clause: string | null;
  fingerprint: string | null;
  reason: string;
  approvedBy: string;
  /** Last day it holds, ISO. */
  until: string;
  /** 1-based line of the entry in its file. */
  line: number;
}
