import { type FindingList, findingList } from "./list.ts";
import type { State } from "./state.ts";

/** One document of the page brought to life. */
export interface LiveDocument {
  id: string;
  article: HTMLElement;
  findings: FindingList;
  show(state: State): void;
}

/** `change` is told what of the state the reader changed, and whether that is a step to come back from. */
export function liveDocument(
  article: HTMLElement,
  change: (part: Partial<State>, step?: boolean) => void,
): LiveDocument {
  const findings = findingList(article);
  const controls = article.querySelector<HTMLElement>(".controls");
  const sections = Array.from(article.querySelectorAll<HTMLElement>(".section"));
  const tabs = Array.from(article.querySelectorAll<HTMLAnchorElement>(".tabs a"));
  let now: State | null = null;

  function go(number: number, focus: "list" | "draft" | "none"): void {
    if (!number) return;
    change({ finding: number, view: "findings" });
    const [link, mark] = [findings.link(number), findings.mark(number)];
    mark?.scrollIntoView({ block: "center" });
    link?.closest("li")?.scrollIntoView({ block: "nearest" });
    const target = focus === "draft" ? mark : link;
    if (focus !== "none") target?.focus({ preventScroll: true });
  }

  controls?.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    if (field.name === "standing") {
      const boxes = Array.from(controls.querySelectorAll<HTMLInputElement>("input[name=standing]"));
      change({ off: boxes.filter((box) => !box.checked).map((box) => box.value) });
    } else change({ [field.name]: field.value });
  });
  controls?.addEventListener("click", (event) => {
    const { name } = event.target as HTMLButtonElement;
    if (name === "next" || name === "previous")
      go(findings.beside(now?.finding || 0, name === "next" ? 1 : -1), "none");
  });
  article.addEventListener("keydown", (event) => {
    const link = (event.target as Element).closest("a.number");
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!link || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(findings.beside(findings.at(link), step), "list");
  });
  article.addEventListener("click", (event) => {
    const target = event.target as Element;
    const tab = target.closest<HTMLAnchorElement>(".tabs a");
    if (tab) {
      event.preventDefault();
      change({ view: tab.hash.slice(article.id.length + 2) }, true);
    } else if (target.closest("a.number")) {
      event.preventDefault();
      go(findings.at(target), "draft");
    } else if (target.closest(".paper a.ref, .paper mark[data-f]")) {
      event.preventDefault();
      go(findings.at(target), "list");
    }
  });
  article.addEventListener("mouseover", (event) => {
    const mark = (event.target as Element).closest<HTMLElement>(".paper mark[data-f]");
    if (mark && !mark.title) mark.title = titles(mark, article);
  });

  return {
    id: article.id,
    article,
    findings,
    show(state) {
      const before = now;
      now = state;
      const view = sections.some((section) => section.id === `${article.id}-${state.view}`) ? state.view : "findings";
      for (const section of sections) {
        section.hidden = section.id !== `${article.id}-${view}`;
        if (!section.hidden) unfold(section);
      }
      for (const tab of tabs) {
        if (tab.hash === `#${article.id}-${view}`) tab.setAttribute("aria-current", "page");
        else tab.removeAttribute("aria-current");
      }
      if (!before || filterOf(before) !== filterOf(state)) count(findings.show(state));
      if (controls) fill(controls, state);
      findings.point(state.finding);
    },
  };

  function count(shown: number): void {
    const output = controls?.querySelector<HTMLElement>(".shown");
    if (!output) return;
    const words = output.dataset.words || "";
    output.textContent = words.replace("{shown}", String(shown)).replace("{total}", String(findings.total));
    output.classList.toggle("some", shown < findings.total);
  }
}

const filterOf = ({ off, rule, clause, by, q }: State) => JSON.stringify([off, rule, clause, by, q]);

/** A view that was put aside until somebody asks for it. */
function unfold(section: HTMLElement): void {
  const deferred = section.querySelector<HTMLTemplateElement>("template.deferred");
  if (deferred) deferred.replaceWith(deferred.content);
}

function fill(controls: HTMLElement, state: State): void {
  for (const box of Array.from(controls.querySelectorAll<HTMLInputElement>("input[name=standing]"))) {
    box.checked = !state.off.includes(box.value);
  }
  for (const name of ["rule", "clause", "by", "q"] as const) {
    const field = controls.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
    if (field && field.value !== state[name]) field.value = state[name];
  }
}

/** Titles of the findings on a stretch of the draft, one a line. */
function titles(mark: HTMLElement, article: HTMLElement): string {
  const numbers = (mark.dataset.f || "").split(" ");
  return numbers
    .map((number) => document.getElementById(`${article.id}-m${number}`)?.getAttribute("aria-label") || "")
    .join("\n");
}
