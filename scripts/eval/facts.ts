import type { OfficialDocument } from "../../src/model/document.ts";
import type { FactName } from "../../src/model/facts.ts";

/** What a person read in the title and head of a text: a fact's value, null where the text does not tell. */
export type FactLabels = Partial<Record<FactName, string | boolean | null>>;

export interface FactScore {
  /** Labelled with a value, and of these recognised right, wrong, left unknown. */
  told: number;
  right: number;
  wrong: number;
  unknown: number;
  /** Labelled as not to be told, and of these left unknown. */
  untold: number;
  leftUnknown: number;
}

/** Adds one document's facts to the scores. */
export function scoreFacts(scores: Map<string, FactScore>, labels: FactLabels, { facts }: OfficialDocument): void {
  for (const [name, want] of Object.entries(labels)) {
    const score = scores.get(name) ?? { told: 0, right: 0, wrong: 0, unknown: 0, untold: 0, leftUnknown: 0 };
    scores.set(name, score);
    const fact = facts[name as FactName];
    const got = fact.origin === "unknown" ? null : fact.value;
    if (want === null) {
      score.untold++;
      if (got === null) score.leftUnknown++;
      continue;
    }
    score.told++;
    if (got === want) score.right++;
    else if (got === null) score.unknown++;
    else score.wrong++;
  }
}
