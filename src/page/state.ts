import type { Language } from "../language/say.ts";
import type { CheckedDraft, DroppedFile, Job, SetUp } from "./messages.ts";

/** A draft on the page and how far it is. `id` is that of its article. */
export interface DraftState {
  id: string;
  file: DroppedFile;
  facts: Record<string, string>;
  /** What was last found; kept while it is checked again. */
  checked: CheckedDraft | null;
  phase: "waiting" | "checking" | "done" | "stopped";
  /** Our own bug, in words, where one kept it from being checked. */
  crash: string | null;
}

/** Everything the page knows. Nothing of it outlives the page but the choice of packs and language, in the address. */
export interface PageState {
  language: Language;
  packs: string[];
  ownPacks: { name: string; text: string }[];
  /** Mistakes in the chosen packs, as the command prints them. */
  mistakes: string | null;
  drafts: DraftState[];
  superiors: DroppedFile[];
  /** Id of the draft that is shown. */
  shown: string | null;
}

/** Drafts on the page at most; a folder of more is work for the command. */
export const MOST_DRAFTS = 200;

export const setUpOf = ({ packs, ownPacks, language }: PageState): SetUp => ({ packs, ownPacks, language });

export const jobOf = ({ superiors }: PageState, { file, facts }: DraftState): Job => ({
  draft: file,
  superiors,
  facts,
});

/** A file dropped again takes the place of the one of its name, and keeps the facts that were declared for it. */
export function addDrafts(state: PageState, files: readonly DroppedFile[]): { added: DraftState[]; left: number } {
  const added: DraftState[] = [];
  let left = 0;
  for (const file of files) {
    const same = state.drafts.find((draft) => draft.file.name === file.name);
    if (same) {
      Object.assign(same, { file, phase: "waiting", crash: null });
      added.push(same);
    } else if (state.drafts.length < MOST_DRAFTS) {
      const draft: DraftState = { id: nextId(state), file, facts: {}, checked: null, phase: "waiting", crash: null };
      state.drafts.push(draft);
      added.push(draft);
    } else left++;
  }
  return { added, left };
}

export function addSuperiors(state: PageState, files: readonly DroppedFile[]): void {
  for (const file of files) {
    const at = state.superiors.findIndex(({ name }) => name === file.name);
    if (at < 0) state.superiors.push(file);
    else state.superiors[at] = file;
  }
}

/** A dropped pack is chosen at once: nobody drops one for nothing. */
export function addPacks(state: PageState, packs: PageState["ownPacks"]): void {
  for (const pack of packs) {
    state.ownPacks = [...state.ownPacks.filter(({ name }) => name !== pack.name), pack];
    if (!state.packs.includes(pack.name)) state.packs = [...state.packs, pack.name];
  }
}

/** d1, d2 …: ids that addresses inside the page may name. */
const nextId = ({ drafts }: PageState) => `d${1 + Math.max(0, ...drafts.map(({ id }) => Number(id.slice(1))))}`;
