import type { Checked } from "./model/checked.ts";
import type { OfficialDocument } from "./model/document.ts";
import { coverageRows } from "./report/coverage/rows.ts";
import type { Dossier } from "./report/dossier.ts";

/** What goes with a checked document besides its findings: 责任清单, and 承接对照表 where superiors were read. */
export async function dossierOf({ document, superiors }: Checked): Promise<Dossier> {
  // What was found by its words alone sets no tasks.
  const above = superiors.flatMap((one) => ("document" in one && !one.alike ? one.document : []));
  const { ledger } = await import("./ledger/ledger.ts");
  return {
    ledger: ledger(document, "measures"),
    coverage: above.length > 0 ? await coverageOf(document, above) : null,
  };
}

async function coverageOf(document: OfficialDocument, above: readonly OfficialDocument[]) {
  const { coverage } = await import("./compare/coverage.ts");
  return coverageRows(coverage(document, above), document, above);
}
