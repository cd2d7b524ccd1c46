import type { State } from "./state.ts";

/** The findings of one document: list items, their groups, and their marks in the draft. */
export interface FindingList {
  /** Shows what the state asks for and tells how many findings that is. */
  show(state: State): number;
  total: number;
  /** Makes finding `number` the one looked at, in list and draft; 0 for none. */
  point(number: number): void;
  /** The visible finding after (or before) `number` in the order of the list, 0 where there is none. */
  beside(number: number, step: 1 | -1): number;
  /** The number of the finding that `element` stands in, of the list or of the draft; 0 for none. */
  at(element: Element): number;
  /** The link of finding `number` in the list. */
  link(number: number): HTMLElement | null;
  mark(number: number): HTMLElement | null;
}

interface Item {
  number: number;
  item: HTMLElement;
  group: HTMLElement;
  list: HTMLElement;
  standing: string;
  text: string | null;
}

const STANDINGS = ["error", "warning", "info", "suppressed"];

export function findingList(article: HTMLElement): FindingList {
  const id = article.id;
  const groups = article.querySelector<HTMLElement>(".groups");
  const items = Array.from(article.querySelectorAll<HTMLElement>("li.finding"), (item): Item => {
    const group = item.closest<HTMLElement>(".group") as HTMLElement;
    const standing = STANDINGS.find((one) => item.classList.contains(one)) || "";
    const number = Number(item.id.slice(item.id.lastIndexOf("f") + 1));
    return { number, item, group, list: item.parentElement as HTMLElement, standing, text: null };
  });
  const byNumber = new Map(items.map((one) => [one.number, one]));
  const marks = marksOf(article);
  const byClause = document.createElement("div");
  byClause.className = "groups by-clause";
  let grouped: State["by"] = "rule";
  let current = 0;

  const visible = () =>
    Array.from(article.querySelectorAll<HTMLElement>("li.finding")).filter(
      (item) => !item.hidden && !(item.closest(".group") as HTMLElement).hidden,
    );

  function regroup(by: State["by"]): void {
    if (by === grouped || !groups) return;
    grouped = by;
    const inOrder = [...items].sort((a, b) => a.number - b.number);
    if (by === "clause") {
      byClause.textContent = "";
      const lists = new Map<string, HTMLElement>();
      for (const one of inOrder) {
        const clause = one.item.dataset.clause || "";
        const list = lists.get(clause) || clauseGroup(byClause, one.item, article);
        lists.set(clause, list);
        explain(one);
        list.append(one.item);
      }
      groups.after(byClause);
    } else {
      for (const one of inOrder) {
        one.item.querySelectorAll(".of, .why").forEach((extra) => {
          extra.remove();
        });
        one.list.append(one.item);
      }
      byClause.remove();
    }
    groups.hidden = by === "clause";
  }

  return {
    total: items.length,
    show(state) {
      regroup(state.by);
      const wanted = state.q.trim().toLowerCase();
      const shown = new Set<number>();
      for (const one of items) {
        if (one.text === null && wanted) {
          const title = one.group.querySelector(".title")?.textContent || "";
          one.text =
            `${title} ${one.item.textContent || ""} ${one.group.querySelector(".ids")?.textContent || ""}`.toLowerCase();
        }
        const fits =
          !state.off.includes(one.standing) &&
          (!state.rule || one.group.id === `${id}-${state.rule}`) &&
          (!state.clause || one.item.dataset.clause === state.clause) &&
          (!wanted || (one.text || "").includes(wanted));
        one.item.hidden = !fits;
        if (fits) shown.add(one.number);
      }
      for (const group of Array.from(article.querySelectorAll<HTMLElement>(".group"))) {
        group.hidden = !group.querySelector("li.finding:not([hidden])");
      }
      const all = shown.size === items.length;
      for (const { element, numbers } of marks()) {
        element.classList.toggle("off", !all && !numbers.some((number) => shown.has(number)));
      }
      return shown.size;
    },
    point(number) {
      if (current) paint(current, false);
      current = byNumber.has(number) ? number : 0;
      if (current) paint(current, true);
    },
    beside(number, step) {
      const list = visible();
      const at = list.indexOf(byNumber.get(number)?.item as HTMLElement);
      const next = at < 0 ? list[step > 0 ? 0 : list.length - 1] : list[at + step];
      return next ? numberOf(next) : 0;
    },
    at(element) {
      const item = element.closest<HTMLElement>("li.finding");
      if (item) return numberOf(item);
      const reference = element.closest<HTMLElement>("a.ref");
      if (reference) return Number(reference.id.slice(reference.id.lastIndexOf("m") + 1)) || 0;
      const numbers = numbersOf(element.closest<HTMLElement>("mark[data-f]"));
      // On words that several findings share each click goes on to the next.
      return numbers[(numbers.indexOf(current) + 1) % numbers.length] || 0;
    },
    link: (number) => byNumber.get(number)?.item.querySelector<HTMLElement>("a.number") || null,
    mark: (number) => document.getElementById(`${id}-m${number}`),
  };

  function paint(number: number, on: boolean): void {
    const item = byNumber.get(number)?.item;
    item?.classList.toggle("current", on);
    if (on) item?.setAttribute("aria-current", "true");
    else item?.removeAttribute("aria-current");
    for (const { element, numbers } of marks()) if (numbers.includes(number)) element.classList.toggle("current", on);
  }
}

const numberOf = (item: HTMLElement) => Number(item.id.slice(item.id.lastIndexOf("f") + 1));
const numbersOf = (mark: HTMLElement | null) => (mark?.dataset.f || "").split(" ").map(Number).filter(Boolean);

/** Marks and references of the draft with the findings they belong to, looked up at first need. */
function marksOf(article: HTMLElement): () => { element: HTMLElement; numbers: number[] }[] {
  let found: { element: HTMLElement; numbers: number[] }[] | null = null;
  return () => {
    found ||= Array.from(article.querySelectorAll<HTMLElement>(".paper mark[data-f], .paper a.ref"), (element) => ({
      element,
      numbers: element.dataset.f ? numbersOf(element) : [Number(element.id.slice(element.id.lastIndexOf("m") + 1))],
    }));
    return found;
  };
}

function clauseGroup(into: HTMLElement, first: HTMLElement, article: HTMLElement): HTMLElement {
  const group = document.createElement("section");
  group.className = "group";
  const title = document.createElement("h4");
  const words = article.querySelector<HTMLElement>(".controls")?.dataset;
  title.textContent = first.querySelector(".place > span")?.textContent || words?.noClause || "";
  const list = document.createElement("ol");
  group.append(title, list);
  into.append(group);
  return list;
}

/** Away from its rule's heading an item says itself what it is about, and why once it is asked. */
function explain({ item, group }: Item): void {
  const body = item.querySelector("div");
  const title = group.querySelector("h4");
  if (!body || !title) return;
  const of = document.createElement("p");
  of.className = "of";
  for (const part of Array.from(title.querySelectorAll(".badge, .title"))) of.append(part.cloneNode(true), " ");
  const why = document.createElement("details");
  why.className = "why";
  const summary = document.createElement("summary");
  summary.textContent =
    item.closest<HTMLElement>("article")?.querySelector<HTMLElement>(".controls")?.dataset.why || "";
  why.append(summary);
  why.addEventListener("toggle", () => {
    const rule = group.querySelector(".rule");
    if (why.childElementCount === 1 && rule) why.append(rule.cloneNode(true));
  });
  body.prepend(of);
  body.append(why);
}
