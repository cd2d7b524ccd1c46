import type { CheckKind } from "../model/check.ts";
import { addressed } from "./kinds/addressed.ts";
import { citation } from "./kinds/citation.ts";
import { companion } from "./kinds/companion.ts";
import { consistency } from "./kinds/consistency.ts";
import { coverage } from "./kinds/coverage.ts";
import { deadline } from "./kinds/deadline.ts";
import { demand } from "./kinds/demand.ts";
import { density } from "./kinds/density.ts";
import { element } from "./kinds/element.ts";
import { factsRequired } from "./kinds/facts-required.ts";
import { foreign } from "./kinds/foreign.ts";
import { format } from "./kinds/format.ts";
import { length } from "./kinds/length.ts";
import { listed } from "./kinds/listed.ts";
import { numerals } from "./kinds/numerals.ts";
import { overlap } from "./kinds/overlap.ts";
import { pages } from "./kinds/pages.ts";
import { pattern } from "./kinds/pattern.ts";
import { punctuation } from "./kinds/punctuation.ts";
import { quantity } from "./kinds/quantity.ts";
import { relay } from "./kinds/relay.ts";
import { reportingNotice } from "./kinds/reporting-notice.ts";
import { responsibility } from "./kinds/responsibility.ts";
import { routing } from "./kinds/routing.ts";
import { sequence } from "./kinds/sequence.ts";
import { share } from "./kinds/share.ts";
import { singleLead } from "./kinds/single-lead.ts";
import { speech } from "./kinds/speech.ts";
import { tableColumns } from "./kinds/table-columns.ts";
import { taskElements } from "./kinds/task-elements.ts";
import { terminology } from "./kinds/terminology.ts";
import { traces } from "./kinds/traces.ts";

/** Every check kind a pack may name under `check:`. A new kind is a file under `kinds/` and a line here. */
export const checkKinds: readonly CheckKind[] = [
  length,
  pages,
  responsibility,
  deadline,
  overlap,
  pattern,
  element,
  sequence,
  punctuation,
  numerals,
  routing,
  companion,
  format,
  consistency,
  terminology,
  traces,
  citation,
  addressed,
  foreign,
  coverage,
  demand,
  density,
  factsRequired,
  listed,
  quantity,
  relay,
  reportingNotice,
  share,
  singleLead,
  speech,
  tableColumns,
  taskElements,
];
