import { PackError } from "../../pack/errors.ts";
import { formatPackError } from "../../pack/format-error.ts";
import type { Answer, Ask } from "../messages.ts";
import { articleOf } from "./article.ts";
import { copyOf } from "./copies.ts";
import { desks } from "./desk.ts";
import type { ShippedPacks } from "./pack-shelf.ts";
import { reportOf } from "./reports.ts";
import { tableOf } from "./tables.ts";

/** What the worker does with a question. Nothing is thrown: packs with mistakes and our own bugs are answers too. */
export function openCore(shipped: ShippedPacks, version: string): (ask: Ask) => Promise<Answer> {
  const deskFor = desks(shipped);
  return async (ask) => {
    try {
      const desk = await deskFor(ask.setUp);
      switch (ask.ask) {
        case "packs":
          return { answer: "packs", rules: desk.rules.length };
        case "check":
          return await articleOf(ask.job, ask.id, desk);
        case "copy":
          return await copyOf(ask.job, ask.mark, desk);
        case "table":
          return await tableOf(ask.job, ask.table, desk);
        case "report":
          return await reportOf(ask.jobs, ask.report, desk, { version, today: ask.today });
      }
    } catch (error) {
      if (error instanceof PackError) return { answer: "mistakes", text: formatPackError(error, ask.setUp.language) };
      return { answer: "crashed", text: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  };
}
