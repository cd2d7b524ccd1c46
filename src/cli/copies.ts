import { resolve } from "node:path";
import { commentWords } from "../bench/comment-words.ts";
import { say, type Values } from "../language/say.ts";
import { type Draft, openDocument } from "../lint.ts";
import type { Checked } from "../model/checked.ts";
import { decode } from "../read/encoding.ts";
import { safe } from "../report/terminal.ts";
import { isCopy } from "../revise/copy-name.ts";
import type { CommandBench } from "./bench.ts";
import type { CheckOptions } from "./commands/check.ts";
import { replaceFile, writeCopy } from "./copy-files.ts";
import { UsageError } from "./errors.ts";
import type { Session } from "./main.ts";

/** What `--annotate` and `--fix` make of the drafts of a run besides its reports. */
export interface Copies {
  /** The drafts of the run; with `--fix` what is checked is the mended text. */
  drafts(): AsyncGenerator<Draft>;
  /** After a document was reported: its annotated copy. */
  annotate(path: string, checked: Checked | null): Promise<void>;
}

/** Null where neither is asked for. Writers are loaded only then. */
export function openCopies(bench: CommandBench, options: CheckOptions, session: Session): Copies | null {
  const { annotate, fix, diff, inPlace } = options;
  if (!fix && (diff || inPlace)) throw new UsageError("cli.needs-fix", { option: diff ? "--diff" : "--in-place" });
  if (diff && inPlace) throw new UsageError("cli.diff-in-place");
  if (annotate === undefined && !fix) return null;
  const { world, language, root } = { ...session, root: resolve(session.world.cwd, options.root ?? ".") };
  const tell = (key: string, values: Values) => {
    if (!options.quiet) world.err(`${safe(say(language, key, values))}\n`);
  };
  const pathOf = (name: string) => resolve(root, name);
  /** A copy of ours that was only met in a folder is checked and gets no copies of its own. */
  const takesPart = (name: string) => name !== "-" && (bench.isNamed(name) || !isCopy(name));

  async function mend(draft: Draft): Promise<Draft> {
    const bytes = await draft.open();
    if (!(bytes instanceof Uint8Array)) return { ...draft, open: async () => bytes };
    const same: Draft = { ...draft, open: async () => bytes };
    const opened = await openDocument(same, bench);
    if (!opened.ok) return same;
    const { document } = opened;
    const { fixDocument } = await import("../revise/fix-document.ts");
    const fixed = fixDocument(bytes, document);
    const { name } = draft;
    if (!fixed.ok) {
      tell(fixed.reason, { ...fixed.values, path: name });
      return same;
    }
    const { done, left } = fixed;
    const byHand = left.length > 0 ? say(language, "fix.left", { count: left.length }) : "";
    if (done.length === 0) {
      tell("fix.none", { path: name, left: byHand });
      return same;
    }
    if (diff) {
      const { unifiedDiff } = await import("../revise/fix/diff.ts");
      const isText = document.source.format !== "docx";
      const texts = isText ? ([decode(bytes)!.text, decode(fixed.bytes)!.text] as const) : null;
      await world.out(unifiedDiff(name, document, texts, done));
    } else if (inPlace && document.source.format !== "docx") {
      await replaceFile(pathOf(name), fixed.bytes);
      tell("fix.in-place", { path: name, count: done.length, left: byHand });
    } else {
      const copy = await writeCopy(pathOf(name), null, "修改", fixed.bytes);
      tell("fix.copy", { path: name, copy, count: done.length, left: byHand });
    }
    return { ...draft, open: async () => fixed.bytes };
  }

  return {
    async *drafts() {
      for await (const draft of bench.drafts()) yield fix && takesPart(draft.name) ? await mend(draft) : draft;
    },
    async annotate(path, checked) {
      if (annotate === undefined || checked === null || diff || !takesPart(path)) return;
      const open = checked.findings.filter(({ suppressed }) => !suppressed);
      if (open.length === 0) return tell("annotate.none", { path });
      const { annotate: write } = await import("../revise/annotate.ts");
      const { document, bytes } = checked;
      const annotated = write(bytes, document, open, commentWords(document, language));
      if (!annotated.ok) return tell(annotated.reason, { ...annotated.values, path });
      const folder = annotate === true ? null : resolve(world.cwd, annotate);
      const copy = await writeCopy(pathOf(path), folder, "批注", annotated.bytes);
      tell("annotate.copy", { path, copy, count: annotated.placed.length });
    },
  };
}
