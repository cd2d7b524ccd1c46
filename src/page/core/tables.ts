import { dossierOf } from "../../dossier.ts";
import { say } from "../../language/say.ts";
import { COVERAGE_FORMATS } from "../../report/coverage/formats.ts";
import type { Chunk } from "../../report/format.ts";
import { LEDGER_FORMATS } from "../../report/ledger/formats.ts";
import type { Answer, Job, TableName } from "../messages.ts";
import { checkUp, type Desk } from "./desk.ts";

/** 责任清单 or 承接对照表 of a draft as a file, as `ledger` and `compare --coverage` write it. */
export async function tableOf(job: Job, table: TableName, desk: Desk): Promise<Answer> {
  const { language } = desk.setUp;
  const { result, checked } = await checkUp(job, desk);
  if (!checked) return { answer: "nothing", said: result.problem?.message ?? "" };
  const { ledger, coverage } = await dossierOf(checked);
  const { name } = job.draft;
  const look = { language, name, width: 100 };
  const [kind = "", ending = ""] = table.split("-");
  let content: Chunk | null = null;
  if (table === "coverage-csv") content = coverage && COVERAGE_FORMATS.csv(coverage, look);
  else if (ledger.rows.length > 0)
    content = await LEDGER_FORMATS[table === "ledger-csv" ? "csv" : "xlsx"](ledger, look);
  if (content === null) return { answer: "nothing", said: say(language, "ledger.none") };
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const title = say(language, `html.section.${kind}`);
  return { answer: "file", name: `${name.replace(/\.[^.]+$/, "")}.${title}.${ending}`, bytes, said: "" };
}
