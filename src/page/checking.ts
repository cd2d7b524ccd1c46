import type { ReadFailure } from "../model/source.ts";
import type { CoreWorker, Outcome } from "./core-worker.ts";
import { type DraftState, jobOf, type PageState, setUpOf } from "./state.ts";

/** Seconds one draft may take: the longest draft of the office's archive takes under two. */
export const SECONDS = 60;

/** Checks what waits, one draft after the other, and tells after every step. A new call takes over from the last. */
export function checking(
  state: PageState,
  core: CoreWorker,
  changed: (draft: DraftState | null) => void,
): () => Promise<void> {
  let round = 0;
  async function check(draft: DraftState): Promise<boolean> {
    const own = round;
    const asked = JSON.stringify([draft.facts, state.packs, state.language]);
    draft.phase = "checking";
    changed(draft);
    const outcome = await outcomeFor(draft);
    // Dropped again, withdrawn or given other facts meanwhile: the newer check tells.
    if (own !== round || asked !== JSON.stringify([draft.facts, state.packs, state.language])) return false;
    draft.crash = null;
    draft.phase = outcome.answer === "mistakes" ? "waiting" : "done";
    if (outcome.answer === "checked") draft.checked = outcome;
    else if (outcome.answer === "stopped") draft.phase = "stopped";
    else if (outcome.answer === "mistakes") state.mistakes = outcome.text;
    else if (outcome.answer === "crashed") draft.crash = outcome.text;
    changed(draft);
    return true;
  }

  /** A draft that takes too long is told like any other that cannot be checked; the core that hung is gone. */
  async function outcomeFor(draft: DraftState): Promise<Outcome> {
    const setUp = setUpOf(state);
    const outcome = await core.ask({ ask: "check", setUp, job: jobOf(state, draft), id: draft.id }, SECONDS);
    if (outcome.answer !== "stopped" || outcome.why !== "time") return outcome;
    const failure: ReadFailure = { status: "timeout", reason: "page.timeout", values: { seconds: SECONDS } };
    const job = { ...jobOf(state, draft), superiors: [], draft: { name: draft.file.name, bytes: failure } };
    return core.ask({ ask: "check", setUp, job, id: draft.id }, SECONDS);
  }

  /** Packs are looked at when they are chosen, not only when a draft comes. */
  async function looked(own: number): Promise<void> {
    const outcome = await core.ask({ ask: "packs", setUp: setUpOf(state) }, SECONDS);
    if (own !== round || outcome.answer !== "mistakes") return;
    state.mistakes = outcome.text;
    changed(null);
  }

  return async () => {
    const own = ++round;
    state.mistakes = null;
    if (state.packs.length === 0) return;
    if (state.drafts.length === 0) return looked(own);
    for (;;) {
      // What is looked at goes first.
      const waiting = state.drafts.filter(({ phase }) => phase === "waiting" || phase === "checking");
      const draft = waiting.find(({ id }) => id === state.shown) || waiting[0];
      if (!draft || own !== round || !(await check(draft)) || state.mistakes !== null) return;
    }
  };
}
