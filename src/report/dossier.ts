import type { CoverageRows } from "./coverage/rows.ts";

/** What is made of a checked document besides its findings; null where there is nothing to make it of. */
export interface Dossier {
  /** 承接对照表; null where no superior was read. */
  coverage: CoverageRows | null;
}
