import type { Block, Region } from "../../../model/block.ts";
import { NO_RUN_PROPERTIES, type RunProperties } from "../format/run-properties.ts";
import type { SectionReader } from "../format/section.ts";
import { addTrace } from "./changes.ts";
import { cut, type Reading } from "./context.ts";
import { carryInto, type Draft, newDraft } from "./draft.ts";
import { Fields } from "./fields.ts";
import { endSection, finish, labelAlone } from "./finish.ts";
import { Tables } from "./tables.ts";

/** The paragraphs of the part itself, or those of a text box inside one of its paragraphs. */
interface Frame {
  blocks: Block[];
  /** The paragraph being read, and one before it whose mark was removed, which it continues. */
  draft: Draft | null;
  carried: Draft | null;
  run: RunProperties;
  fields: Fields;
  tables: Tables;
  newPage: boolean;
  /** Ordinal of the paragraph a text box is anchored in. */
  host: number;
}

/** Begins and ends the paragraphs of one part and hands them on as blocks, those of a text box behind its host. */
export class Paragraphs {
  frame: Frame;
  private readonly reading: Reading;
  private readonly part: string;
  private readonly region: Region;
  /** Outside the text box being read. */
  private readonly outer: Frame[] = [];
  private ordinal = 0;

  constructor(reading: Reading, part: string, region: Region, blocks: Block[]) {
    this.reading = reading;
    this.part = part;
    this.region = region;
    this.frame = newFrame(blocks, 0);
  }

  get draft(): Draft {
    this.frame.draft ??= newDraft(this.frame.host);
    return this.frame.draft;
  }

  open(): boolean {
    const { reading, frame } = this;
    if (frame.draft) this.flush();
    if (reading.paragraphs >= reading.limits.paragraphs) {
      cut(reading, "paragraphs", reading.paragraphs + 1, reading.limits.paragraphs);
      return false;
    }
    reading.paragraphs++;
    const isMain = this.region === "body" && this.outer.length === 0;
    frame.draft = newDraft(isMain ? ++this.ordinal : frame.host);
    if (frame.carried) carryInto(frame.draft, frame.carried);
    frame.carried = null;
    return true;
  }

  close(): void {
    const { frame } = this;
    const { draft } = frame;
    if (!draft) return;
    const { mark } = draft;
    frame.draft = null;
    if (mark.inserted)
      addTrace(draft.traces, { kind: "insertion", block: null, text: "¶", author: mark.inserted.author });
    if (mark.removed) addTrace(draft.traces, { kind: "deletion", block: null, text: "¶", author: mark.removed.author });
    if (mark.removed || this.markHidden(draft)) {
      // Without its mark a paragraph runs on into the next; a section's end has no next.
      if (!mark.removed && draft.label === "" && draft.text !== "") {
        draft.label = labelAlone(this.reading, draft, frame.tables.style);
      }
      frame.carried = draft;
      if (draft.section) this.flush();
    } else this.emit(draft);
    if (draft.section) this.endSection(draft.section);
  }

  private markHidden({ mark, properties }: Draft): boolean {
    return mark.vanish ?? this.reading.styles.get("paragraph", properties.style)?.run.vanish ?? false;
  }

  private emit(draft: Draft): void {
    const { frame, reading } = this;
    const { tables } = frame;
    if (tables.continued && draft.text === "" && draft.boxes.length === 0) {
      reading.traces.push(...draft.traces);
      return;
    }
    const { region, part } = this;
    const isBox = this.outer.length > 0 && region === "body";
    const { cell, style: tableStyle } = tables;
    const { newPage } = frame;
    frame.newPage = draft.breakAt >= 0 && (draft.breakAt > 0 || draft.text === "");
    frame.blocks.push(finish(reading, draft, { region: isBox ? "text-box" : region, part, cell, tableStyle, newPage }));
    for (const box of draft.boxes) frame.blocks.push(box);
    for (const trace of draft.traces) reading.traces.push(trace);
  }

  /** Ends a paragraph that no following one continues. What has nothing left to show leaves only its traces. */
  flush(): void {
    const { frame, reading } = this;
    const rest = frame.carried ?? frame.draft;
    frame.carried = null;
    frame.draft = null;
    if (!rest) return;
    if (rest.text !== "" || rest.boxes.length > 0) this.emit(rest);
    else reading.traces.push(...rest.traces);
  }

  openBox(): void {
    const { draft } = this;
    this.outer.push(this.frame);
    this.frame = newFrame(draft.boxes, draft.paragraph);
  }

  closeBox(): void {
    this.flush();
    this.frame = this.outer.pop() ?? this.frame;
  }

  endSection(section: SectionReader): void {
    this.reading.sections.push({ page: section.page, headers: section.headers });
    endSection(this.reading);
  }
}

function newFrame(blocks: Block[], host: number): Frame {
  return {
    blocks,
    draft: null,
    carried: null,
    run: NO_RUN_PROPERTIES,
    fields: new Fields(),
    tables: new Tables(),
    newPage: false,
    host,
  };
}
