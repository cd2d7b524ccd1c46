import type { ArchiveKind } from "../model/archive.ts";
import { echo } from "./kinds/echo.ts";
import { mergedMeetings } from "./kinds/merged-meetings.ts";
import { promptness } from "./kinds/promptness.ts";
import { repeat } from "./kinds/repeat.ts";
import { serial } from "./kinds/serial.ts";
import { supply } from "./kinds/supply.ts";
import { twice } from "./kinds/twice.ts";
import { yearlyLimit } from "./kinds/yearly-limit.ts";
import { yearlyPlan } from "./kinds/yearly-plan.ts";
import { yearlyQuota } from "./kinds/yearly-quota.ts";
import { yearlyShare } from "./kinds/yearly-share.ts";

/** Every kind of rule over an archive. A new kind is a file under `kinds/` and a line here. */
export const archiveKinds: readonly ArchiveKind[] = [
  yearlyQuota,
  yearlyLimit,
  yearlyShare,
  yearlyPlan,
  repeat,
  twice,
  mergedMeetings,
  echo,
  promptness,
  supply,
  serial,
];
