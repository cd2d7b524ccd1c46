import type { CheckKind } from "../model/check.ts";
import { deadline } from "./kinds/deadline.ts";
import { element } from "./kinds/element.ts";
import { length } from "./kinds/length.ts";
import { numerals } from "./kinds/numerals.ts";
import { overlap } from "./kinds/overlap.ts";
import { pages } from "./kinds/pages.ts";
import { pattern } from "./kinds/pattern.ts";
import { punctuation } from "./kinds/punctuation.ts";
import { responsibility } from "./kinds/responsibility.ts";
import { sequence } from "./kinds/sequence.ts";

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
];
