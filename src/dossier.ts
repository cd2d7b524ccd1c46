import type { Checked } from "./model/checked.ts";
import { coverageRows } from "./report/coverage/rows.ts";
import type { Dossier } from "./report/dossier.ts";

/** What goes with a checked document besides its findings: 承接对照表, where superiors were read. */
export async function dossierOf({ document, superiors }: Checked): Promise<Dossier> {
  // What was found by its words alone sets no tasks.
  const above = superiors.flatMap((one) => ("document" in one && !one.alike ? one.document : []));
  if (above.length === 0) return { coverage: null };
  const { coverage } = await import("./compare/coverage.ts");
  return { coverage: coverageRows(coverage(document, above), document, above) };
}
