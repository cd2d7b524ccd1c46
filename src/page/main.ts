import "./older-browsers.ts";
import "./page.css";
import catalogue from "virtual:catalogue";
import { say } from "../language/say.ts";
import { readPreferences, writePreferences } from "./address.ts";
import { checking } from "./checking.ts";
import { coreWorker } from "./core-worker.ts";
import { deeds } from "./deeds.ts";
import { dropping } from "./dropping.ts";
import { factsIn } from "./fact-form.ts";
import { type Intake, taken } from "./intake.ts";
import { saving } from "./saving.ts";
import { addDrafts, addPacks, addSuperiors, type DraftState, MOST_DRAFTS, type PageState, setUpOf } from "./state.ts";
import { pageView } from "./view.ts";

const state: PageState = {
  ...readPreferences(location.search, catalogue.packs),
  ownPacks: [],
  mistakes: null,
  drafts: [],
  superiors: [],
  shown: null,
};
const word = (key: string, values?: Record<string, string | number>) => say(state.language, key, values);
const said = document.getElementById("said") as HTMLElement;
let quiet = 0;
const core = coreWorker(document.getElementById("core")?.textContent || "");
const draw = pageView(state, catalogue.packs, catalogue.version);
const check = checking(state, core, progressed);
const save = saving(state, core, tell);

/** Said aloud by screen readers, and shown for as long as it takes to read. */
function tell(sentence: string): void {
  said.textContent = sentence;
  clearTimeout(quiet);
  quiet = window.setTimeout(() => {
    said.textContent = "";
  }, 8000);
}

function progressed(draft: DraftState | null): void {
  draw();
  if (state.mistakes !== null) tell(word("page.mistakes"));
  if (draft?.phase !== "done" || draft.id !== state.shown || !draft.checked) return;
  const { counts, notChecked, status } = draft.checked;
  const name = draft.file.name;
  tell(
    status === "checked-findings" || status === "checked-clean"
      ? word("page.told", { name, ...counts, open: notChecked })
      : word("page.told-unchecked", { name, status: word(`status.${status}`) }),
  );
}

/** Something that every result rests on has changed. */
function checkAll(): void {
  for (const draft of state.drafts) draft.phase = "waiting";
  state.mistakes = null;
  history.replaceState(null, "", `${location.pathname}${writePreferences(state, catalogue.packs)}${location.hash}`);
  draw();
  void check();
}

function receive(zone: string, { files, packs }: Intake): void {
  addPacks(state, packs);
  if (zone === "superiors") addSuperiors(state, files);
  else {
    const { added, left } = addDrafts(state, files);
    if (added[0]) state.shown = added[0].id;
    if (left > 0) tell(word("page.too-many", { max: MOST_DRAFTS, left }));
  }
  if (zone === "superiors" || packs.length > 0) checkAll();
  else {
    draw();
    void check();
  }
}

const act = deeds(state, { check, checkAll, draw, save, stop: () => core.stop(), receive, demo: catalogue.demo });

dropping(receive);
document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button");
  if (button) act(button.dataset);
});
document.addEventListener("change", async (event) => {
  const field = event.target as HTMLInputElement;
  if (field.dataset.files) {
    receive(field.dataset.files, await taken(Array.from(field.files || [])));
    field.value = "";
  } else if (field.name === "pack") {
    state.packs = field.checked ? [...state.packs, field.value] : state.packs.filter((name) => name !== field.value);
    checkAll();
  }
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  const draft = state.drafts.find(({ id }) => id === state.shown);
  if (!draft) return;
  for (const [name, value] of Array.from(factsIn(event.target as HTMLFormElement))) {
    if (value === null) delete draft.facts[name];
    else draft.facts[name] = value;
  }
  draft.phase = "waiting";
  draw();
  void check();
});

draw();
// Packs are laid out while the clerk looks for the draft.
void core.ask({ ask: "packs", setUp: setUpOf(state) }, 60);
