import type { Intake } from "./intake.ts";
import type { DraftState, PageState } from "./state.ts";

/** What buttons can set going. */
export interface Means {
  check(): Promise<void>;
  checkAll(): void;
  draw(): void;
  save(what: string, drafts: readonly DraftState[]): Promise<void>;
  stop(): void;
  receive(zone: string, intake: Intake): void;
  demo: { draft: { name: string; text: string }; superior: { name: string; text: string } };
}

/** Does what a button says in its data attributes. */
export function deeds(state: PageState, means: Means): (data: DOMStringMap) => void {
  const shown = () => state.drafts.filter(({ id }) => id === state.shown);
  const file = ({ name, text }: { name: string; text: string }) => ({ name, bytes: new TextEncoder().encode(text) });

  function remove(id: string): void {
    const at = state.drafts.findIndex((draft) => draft.id === id);
    state.drafts.splice(at, 1);
    if (state.shown === id) state.shown = (state.drafts[at] || state.drafts[at - 1])?.id || null;
    means.draw();
  }

  const byName: Record<string, () => void> = {
    check: () => {
      for (const draft of shown()) draft.phase = "waiting";
      void means.check();
    },
    stop: means.stop,
    clear: () => {
      means.stop();
      Object.assign(state, { drafts: [], shown: null });
      means.draw();
    },
    withdraw: () => {
      for (const draft of shown()) Object.assign(draft, { facts: {}, phase: "waiting" });
      void means.check();
    },
    language: () => {
      state.language = state.language === "zh" ? "en" : "zh";
      means.checkAll();
    },
    demo: () => {
      means.receive("superiors", { files: [file(means.demo.superior)], packs: [] });
      means.receive("drafts", { files: [file(means.demo.draft)], packs: [] });
    },
  };

  return (data) => {
    // The fields stand outside what is drawn anew: one that went away while its dialog is open would lose the choice.
    if (data.pick) document.getElementById(`pick-${data.pick}`)?.click();
    if (data.do) byName[data.do]?.();
    if (data.save) void means.save(data.save, data.of === "all" ? state.drafts : shown());
    if (data.show) {
      state.shown = data.show;
      means.draw();
    }
    if (data.remove) remove(data.remove);
    if (data.removeSuperior) {
      state.superiors.splice(Number(data.removeSuperior), 1);
      means.checkAll();
    }
    if (data.removePack) {
      state.ownPacks = state.ownPacks.filter(({ name }) => name !== data.removePack);
      state.packs = state.packs.filter((name) => name !== data.removePack);
      means.checkAll();
    }
  };
}
