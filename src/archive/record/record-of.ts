import type { ArchiveRecord } from "../../model/archive.ts";
import { withoutBlanks } from "../../model/blank.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { FACT_NAMES, type FactName, type FactValues } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";
import { audienceOf } from "./audience.ts";
import { parseDocNumber } from "./doc-number.ts";
import { mattersOf } from "./matters.ts";
import { reachOf, reachOfTitle } from "./reach.ts";
import { sketchOf } from "./sketch.ts";

const REVISES = /废止|停止执行|同时失效|修订|修改|修正|不再执行|以本[^，。]{1,8}为准/;

/** The facts of a document for rules over an archive; nothing of its text but title and names. */
export function recordOf(document: OfficialDocument): ArchiveRecord {
  const { elements, facts } = document;
  const known = <N extends FactName>(name: N): FactValues[N] | null => {
    const fact = facts[name];
    return fact.origin === "unknown" ? null : (fact.value as FactValues[N]);
  };
  const title = elements.title?.text ?? document.parts.at(-1)?.title?.text ?? null;
  const [issuer = null, ...jointly] = known("issuer")?.split(" ").filter(Boolean).map(plain) ?? [];
  const body = bodyText(document);
  const words = plain(body);
  const addressees = known("addressees") ?? [];
  const matters = title === null ? null : mattersOf(plain(title), words);
  const measures = document.clauses.filter((clause) => clause.measure);
  const unnamed = measures.filter(({ responsibility }) => responsibility.units.length === 0 || responsibility.vague);
  return {
    kind: known("kind"),
    issuer,
    jointly,
    issuerLevel: known("issuerLevel"),
    issuerBody: known("issuerBody"),
    direction: known("direction"),
    deployment: known("deployment"),
    policyDocument: known("policyDocument"),
    number: elements.docNumber ? parseDocNumber(elements.docNumber.text) : null,
    issuedOn: known("issuedOn"),
    receivedOn: known("receivedOn"),
    inForceUntil: known("inForceUntil"),
    title,
    repeals: known("repeals") ?? [],
    revises:
      known("repeals") !== null || REVISES.test(words) || (title !== null && /修订|修改|修正|废止/.test(plain(title))),
    series: known("series"),
    matters,
    reach: (title === null ? null : reachOfTitle(plain(title))) ?? reachOf(addressees.map(plain)),
    audience: matters?.includes("meeting") ? audienceOf(words, addressees.map(plain)) : null,
    measures: { total: measures.length, unnamed: unnamed.length },
    sketch: sketchOf(body),
    declared: FACT_NAMES.filter((name) => facts[name].origin === "declared"),
  };
}

const plain = (text: string) => withoutBlanks(simplify(text));

/** The body as one string: white space, line breaks too, is nothing to all that reads it. */
function bodyText(document: OfficialDocument): string {
  const range = document.body ?? { first: 0, last: document.blocks.length - 1 };
  return document.blocks
    .slice(range.first, range.last + 1)
    .map((block) => block.text)
    .join("");
}
