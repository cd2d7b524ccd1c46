import { type Draft, lintDocument, type Workbench } from "../lint.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { ExemptionMarks, ScanLine, ScannedFile } from "../model/scan.ts";
import type { ReadFailure } from "../model/source.ts";
import type { WireDocument } from "../model/wire.ts";
import { endingOf, isOwnerFile, isUncheckedText, READERS, UNSUPPORTED } from "../read/detect.ts";
import { refusedResult } from "../result/document-result.ts";
import { bareLine } from "./bare-line.ts";
import type { Shelf } from "./cache/shelf.ts";
import { isClassified } from "./classified.ts";
import type { Setting } from "./setting.ts";
import type { Judgement } from "./totals.ts";
import { withhold } from "./withhold.ts";

/** What lies ready in a child before the first file. */
export interface Desk {
  setting: Setting;
  bench: Workbench;
  /** A file as the draft that `check` would make of it: what is declared about it, and its own superiors. */
  draft(file: { path: string; name: string }, open: Draft["open"]): Promise<Draft>;
  /** There is an exemption file: it knows documents by name, and days. */
  excepting: boolean;
  /** Entries of the exemption file that the last document met; null where there is no such file. */
  marks(): ExemptionMarks | null;
  /** What rules over the whole archive need of a document. */
  record(document: OfficialDocument): ScanLine["archive"];
  judge(line: WireDocument, named: boolean): Judgement;
  shelf: Shelf | null;
}

/** Types told by their name alone; texts of an office are opened, since only their bytes say what they really are. */
export function byName(name: string): ReadFailure | null {
  if (isOwnerFile(name)) return { status: "skipped", reason: "read.owner-file", values: {} };
  const ending = endingOf(name);
  if (READERS.has(ending) || isUncheckedText(ending)) return null;
  if (ending === ".zip") return { status: "unsupported", reason: "scan.zip", values: { ending } };
  return { status: "unsupported", reason: UNSUPPORTED.get(ending) ?? "read.unknown-type", values: { ending } };
}

/** Everything that happens to a document in `check`, and what the report of an archive keeps of it besides. */
export async function checkedLine(draft: Draft, file: ScannedFile, desk: Desk): Promise<ScanLine> {
  const { result, checked } = await lintDocument(draft, desk.bench);
  const marks = desk.marks();
  const line: ScanLine = {
    ...bareLine(result, file),
    archive: checked && desk.record(checked.document),
    ...(marks && (marks.met.length > 0 || marks.used.length > 0) ? { exemptions: marks } : {}),
  };
  const { allowClassified, language } = desk.setting;
  if (!checked || allowClassified) return line;
  if (isClassified(checked.document)) return withhold(line, language);
  const secret = checked.superiors.flatMap((one) =>
    "document" in one && isClassified(one.document) ? [one.name] : [],
  );
  return secret.length > 0 ? withoutWordsOf(line, secret) : line;
}

/** A draft may be shown and the superior it was copied from may not. */
function withoutWordsOf(line: ScanLine, names: readonly string[]): ScanLine {
  const findings = line.findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.filter(({ other }) => !other || !names.includes(other.name)),
  }));
  return { ...line, findings };
}

export function refusedLine(
  name: string,
  failure: ReadFailure,
  file: ScannedFile,
  { setting }: Pick<Desk, "setting">,
): ScanLine {
  return bareLine(refusedResult(name, failure, setting.language), file);
}
