import type { Ledger } from "../ledger/ledger.ts";
import type { CoverageRows } from "./coverage/rows.ts";

/** What is made of a checked document besides its findings. */
export interface Dossier {
  /** 责任清单 */
  ledger: Ledger;
  /** 承接对照表; null where no superior was read. */
  coverage: CoverageRows | null;
}
