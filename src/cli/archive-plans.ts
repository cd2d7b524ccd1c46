import { archivePlan } from "../archive/plan.ts";
import { archiveKinds } from "../archive/registry.ts";
import { archiveRules } from "../bench/rules.ts";
import type { Config } from "../config/config.ts";
import type { ArchivePlan } from "../model/archive.ts";
import type { Rule } from "../model/rule.ts";
import type { Session } from "./main.ts";
import { joined } from "./named-superiors.ts";
import { searchOptions } from "./search-options.ts";
import { superiorShelf } from "./superiors.ts";

/** The plans of gwlint.yaml, read where a rule over the archive compares with them. */
export async function archivePlans(rules: readonly Rule[], config: Config, session: Session): Promise<ArchivePlan[]> {
  const comparing = archiveKinds.filter(({ plans }) => plans).map(({ name }) => name);
  if (!archiveRules(rules).some(({ check }) => comparing.includes(check))) return [];
  const shelf = superiorShelf(config, searchOptions({}), session);
  return joined(await Promise.all(config.plans.map(shelf.open))).documents.map(archivePlan);
}
