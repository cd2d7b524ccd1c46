import { type LiveDocument, liveDocument } from "./document.ts";
import { FIRST, readState, type State, writeState } from "./state.ts";

/**
 * Brings rendered documents to life: filter, search, sections, the way from finding to words and back. What is shown
 * stands in the address, so that a view can be sent on. Returns what takes everything back, for a page that shows
 * another document next.
 */
export function enliven(root: HTMLElement): () => void {
  document.documentElement.classList.add("live");
  const overview = root.querySelector<HTMLElement>(".overview");
  if (overview) root.prepend(overview);
  const files = overview && root.querySelector<HTMLElement>(".files");
  const live = Array.from(root.querySelectorAll<HTMLElement>("article.document"), (article) =>
    liveDocument(article, change),
  );
  let state = readState(location.hash);

  function change(part: Partial<State>, step = false): void {
    state = { ...state, ...part };
    if (step) history.pushState(null, "", writeState(state));
    else history.replaceState(null, "", writeState(state));
    show();
  }

  function shown(): LiveDocument | undefined {
    return live.find(({ id }) => id === state.doc) || (overview ? undefined : live[0]);
  }

  function show(): void {
    const one = shown();
    for (const { article, id } of live) article.hidden = id !== one?.id;
    if (overview) overview.hidden = one !== undefined;
    root.classList.toggle("all", one === undefined);
    if (files) between(files, live, one);
    one?.show(state);
  }

  function follow(event: Event): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='#']");
    if (!link || event.defaultPrevented) return;
    const next = readState(link.hash);
    if (next.doc && live.some(({ id }) => id === next.doc)) {
      event.preventDefault();
      // Filters stay while the reader looks round one document; another one is seen whole.
      const same = next.doc === shown()?.id;
      change(same ? { ...state, view: next.view, finding: next.finding } : { ...FIRST, ...next }, true);
      arrive(link.hash);
    } else if (link.hash === "#overview" && overview) {
      event.preventDefault();
      change({ ...FIRST }, true);
      overview.querySelector<HTMLElement>("a")?.focus();
    }
  }

  /** Scrolls to what an address names, and puts the keyboard there. */
  function arrive(hash: string): void {
    const target = document.getElementById(hash.slice(1));
    if (!target) return;
    target.scrollIntoView({ block: target.matches("article") ? "start" : "center" });
    const focus = target.matches("a") ? target : target.querySelector<HTMLElement>("a, [tabindex]");
    focus?.focus({ preventScroll: true });
    flash(target);
  }

  function flash(target: HTMLElement): void {
    target.classList.remove("flash");
    void target.offsetWidth;
    target.classList.add("flash");
  }

  function keys(event: KeyboardEvent): void {
    if (event.key !== "F8" || event.altKey || event.ctrlKey || event.metaKey) return;
    const button = event.shiftKey ? "previous" : "next";
    event.preventDefault();
    shown()?.article.querySelector<HTMLButtonElement>(`button[name=${button}]`)?.click();
  }

  function moved(): void {
    const hash = location.hash;
    // The skip link moves the keyboard, not the view.
    if (hash && document.getElementById(hash.slice(1)) === root) return;
    state = readState(hash);
    show();
    if (/^#d\d+-/.test(hash)) arrive(hash);
    else if (state.finding) shown()?.findings.mark(state.finding)?.scrollIntoView({ block: "center" });
  }

  root.addEventListener("click", follow);
  document.addEventListener("keydown", keys);
  addEventListener("hashchange", moved);
  addEventListener("popstate", moved);
  moved();
  return () => {
    root.removeEventListener("click", follow);
    document.removeEventListener("keydown", keys);
    removeEventListener("hashchange", moved);
    removeEventListener("popstate", moved);
  };
}

/** Where the document shown stands among the others, and the way to those beside it. */
function between(files: HTMLElement, live: readonly LiveDocument[], shown: LiveDocument | undefined): void {
  files.hidden = !shown;
  if (!shown) return;
  const at = live.indexOf(shown);
  for (const [name, beside] of [
    ["previous", live[at - 1]],
    ["next", live[at + 1]],
  ] as const) {
    const link = files.querySelector<HTMLAnchorElement>(`.${name}`);
    if (!link) continue;
    link.hidden = !beside;
    if (beside) link.href = `#${beside.id}`;
  }
  const where = files.querySelector<HTMLElement>("span");
  const words = where?.dataset.words || "";
  if (where) where.textContent = words.replace("{number}", String(at + 1)).replace("{total}", String(live.length));
}
