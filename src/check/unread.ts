import type { Superior } from "../model/check.ts";
import type { NotChecked } from "../model/result.ts";

/** The superiors that could not be read, for the first reason there is; null where all were. */
export function whyUnread(superiors: readonly Superior[]): NotChecked | null {
  const unread = superiors.flatMap((superior) => ("problem" in superior ? [superior] : []));
  const problem = unread[0]?.problem;
  if (problem === undefined) return null;
  const names = unread.filter((superior) => superior.problem === problem).map(({ name }) => name);
  const values = { name: names.join("、"), problem };
  return { reason: "check.superior-unread", remedy: "check.superior-unread.remedy", values };
}
