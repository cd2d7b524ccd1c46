import { say } from "../language/say.ts";
import type { WireFinding } from "../model/result.ts";
import type { Basis } from "../model/rule.ts";
import type { ReportContext } from "./format.ts";
import { basisText } from "./pretty-finding.ts";

/**
 * Words a finding for a place of its own (an annotation, a test case): where and what, then 依据, then 怎么改, a line
 * each. Nothing is escaped. Findings of one rule share their basis, which is worded once.
 */
export function findingWords({ language }: Pick<ReportContext, "language">): (finding: WireFinding) => string {
  const word = (key: string, values?: Record<string, string | number>) => say(language, key, values);
  const colon = word("pretty.colon");
  const worded = new WeakMap<Basis, string>();
  const basisLine = (basis: Basis) => {
    const known = worded.get(basis) ?? `\n${word("pretty.basis")}${colon}${basisText({ word }, basis)}`;
    worded.set(basis, known);
    return known;
  };
  return ({ place, message, basis, threshold, advice }) =>
    `${place}${colon}${message}${basis.map(basisLine).join("")}${threshold ? `\n${word("pretty.threshold")}` : ""}${
      advice ? `\n${word("pretty.advice")}${colon}${advice}` : ""
    }`;
}
