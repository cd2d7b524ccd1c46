import type { NotChecked } from "../model/result.ts";

/** Something is to be counted from 成文日期, and the draft has none. */
export const DATE_UNKNOWN: NotChecked = {
  reason: "check.date-unknown",
  remedy: "check.date-unknown.remedy",
  values: {},
  settledBy: ["issuedOn"],
};
