import { say } from "../language/say.ts";
import { SECONDS } from "./checking.ts";
import type { CoreWorker } from "./core-worker.ts";
import { type Ask, REPORTS, type ReportName, TABLES, type TableName } from "./messages.ts";
import { save } from "./save.ts";
import { type DraftState, jobOf, type PageState, setUpOf } from "./state.ts";

/** Has the core make a file of some drafts, hands it to the browser, and tells what became of it. */
export function saving(
  state: PageState,
  core: CoreWorker,
  tell: (sentence: string) => void,
): (what: string, drafts: readonly DraftState[]) => Promise<void> {
  return async (what, drafts) => {
    const ask = askFor(what, drafts, state);
    if (!ask) return;
    tell(say(state.language, "page.saving"));
    const outcome = await core.ask(ask, SECONDS * Math.max(1, drafts.length));
    if (outcome.answer === "file") {
      save(outcome.name, outcome.bytes);
      tell(outcome.said || say(state.language, "page.saved", { name: outcome.name }));
    } else if (outcome.answer === "nothing") tell(outcome.said);
    else if (outcome.answer === "mistakes" || outcome.answer === "crashed") tell(outcome.text);
    else if (outcome.answer === "stopped") tell(say(state.language, "page.not-saved"));
  };
}

function askFor(what: string, drafts: readonly DraftState[], state: PageState): Ask | null {
  const setUp = setUpOf(state);
  const jobs = drafts.map((draft) => jobOf(state, draft));
  const [job] = jobs;
  if (!job) return null;
  if (what === "annotated") return { ask: "copy", setUp, job, mark: "批注" };
  if (what === "fixed") return { ask: "copy", setUp, job, mark: "修改" };
  if (isTable(what)) return { ask: "table", setUp, job, table: what };
  if (isReport(what)) return { ask: "report", setUp, jobs, report: what, today: today() };
  return null;
}

const isReport = (what: string): what is ReportName => (REPORTS as readonly string[]).includes(what);

const isTable = (what: string): what is TableName => (TABLES as readonly string[]).includes(what);

/** The day as the clerk's clock has it, ISO. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
