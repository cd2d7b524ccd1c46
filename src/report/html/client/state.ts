/** What the page shows, as its address says it after the #. */
export interface State {
  /** Id of the document shown; empty for the overview (or the only document). */
  doc: string;
  /** Section shown: findings, copies, coverage … */
  view: string;
  /** Number of the finding looked at, 0 for none. */
  finding: number;
  /** Standings left out. */
  off: string[];
  rule: string;
  clause: string;
  by: "rule" | "clause";
  q: string;
}

export const FIRST: State = { doc: "", view: "findings", finding: 0, off: [], rule: "", clause: "", by: "rule", q: "" };

/** `#doc=d2&view=coverage`, or the id of something in the page: #d2-f17, #d2-c3, #d2. */
export function readState(hash: string): State {
  const text = hash.replace(/^#/, "");
  const id = /^(d\d+)(?:-(?:([fm])(\d+)|c\d+|p\d+|g\d+|([a-z]+)))?$/.exec(text);
  if (id) {
    const [whole, doc, , number, view] = id;
    const copies = /-c\d+$/.test(whole) ? "copies" : view;
    return { ...FIRST, doc: doc as string, finding: Number(number || 0), view: copies || "findings" };
  }
  const given = new URLSearchParams(text);
  return {
    doc: given.get("doc") || "",
    view: given.get("view") || "findings",
    finding: Number(given.get("finding")) || 0,
    off: (given.get("off") || "").split(",").filter(Boolean),
    rule: given.get("rule") || "",
    clause: given.get("clause") || "",
    by: given.get("by") === "clause" ? "clause" : "rule",
    q: given.get("q") || "",
  };
}

/** The address of a state; what is as it is at first is left out. */
export function writeState(state: State): string {
  const out = new URLSearchParams();
  const say = (name: string, value: string, first: string) => {
    if (value !== first) out.set(name, value);
  };
  say("doc", state.doc, "");
  say("view", state.view, "findings");
  say("finding", String(state.finding), "0");
  say("off", state.off.join(","), "");
  say("rule", state.rule, "");
  say("clause", state.clause, "");
  say("by", state.by, "rule");
  say("q", state.q, "");
  return `#${out.toString()}`;
}
