import type { TraceKind } from "../../../model/source.ts";
import type { PendingTrace } from "./context.ts";

interface Change {
  kind: TraceKind;
  author?: string;
  text: string;
  /** Its words are no longer on the page. */
  removes: boolean;
}

const KINDS: Record<string, { kind: TraceKind; removes: boolean }> = {
  "w:ins": { kind: "insertion", removes: false },
  "w:del": { kind: "deletion", removes: true },
  "w:moveTo": { kind: "move", removes: false },
  "w:moveFrom": { kind: "move", removes: true },
};

/** The tracked changes around the text being read. A move is traced once, where its words now stand. */
export class Changes {
  private readonly open: Change[] = [];
  private removing = 0;

  /** Inside text that was deleted or moved away. */
  get removed(): boolean {
    return this.removing > 0;
  }

  begin(name: string, author: string | undefined): void {
    const change = KINDS[name]!;
    this.open.push({ ...change, author, text: "" });
    if (change.removes) this.removing++;
  }

  add(text: string): void {
    const change = this.open.at(-1);
    if (change) change.text += text;
  }

  /** The trace to leave; null where no words are concerned. */
  end(): PendingTrace | null {
    const change = this.open.pop();
    if (change?.removes) this.removing--;
    if (!change || change.text === "" || (change.kind === "move" && change.removes)) return null;
    return { kind: change.kind, block: null, text: change.text, author: change.author };
  }
}

/** Adds a trace; the next piece of the same change (Word cuts them at every change of format) joins the last. */
export function addTrace(traces: PendingTrace[], trace: PendingTrace): void {
  const last = traces.at(-1);
  if (last && trace.kind !== "comment" && last.kind === trace.kind && last.author === trace.author)
    last.text += trace.text;
  else traces.push(trace);
}
