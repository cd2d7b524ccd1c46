import type { Block, Region } from "../../../model/block.ts";
import { isOn } from "../format/measure.ts";
import { ParagraphPropertyReader } from "../format/paragraph-properties.ts";
import { type RunProperties, readRunProperty } from "../format/run-properties.ts";
import { SectionReader } from "../format/section.ts";
import type { Tag } from "../xml/tag.ts";
import type { XmlHandler } from "../xml/tokenize.ts";
import { addTrace, Changes } from "./changes.ts";
import { cut, type Reading } from "./context.ts";
import { addText, carryInto, type Draft, newDraft } from "./draft.ts";
import { CLOSERS, OPENERS } from "./elements.ts";
import { Fields } from "./fields.ts";
import { endSection, finish, labelAlone } from "./finish.ts";
import { symbolText } from "./symbols.ts";
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

/**
 * Reads one part that holds paragraphs (main document, header, footer, notes) into blocks, as the printed page shows
 * them. Hears the part's XML; which element does what stands in `elements.ts`.
 */
export class Story implements XmlHandler {
  readonly reading: Reading;
  readonly changes = new Changes();
  /** `mc:AlternateContent` that are open: whether one of their choices was taken. */
  readonly alternatives: boolean[] = [];
  /** Reads the children of `w:pPr`, or of a `w:sectPr` at the end of the body. */
  paragraphReader: ParagraphPropertyReader | null = null;
  sectionReader: SectionReader | null = null;
  inRunProperties = false;
  inTableProperties = false;
  /** The part is a Word document, if an empty one. */
  sawDocument = false;
  /** A field that never ends would swallow the rest; where one was found, the part is read again without fields. */
  private readonly ignoreFields: boolean;
  private readonly part: string;
  private readonly region: Region;
  private readonly frames: Frame[] = [];
  private frame: Frame;
  private ordinal = 0;
  /** Text of the `w:t` being read; null outside one. */
  private piece: string | null = null;
  private pieceAt = -1;
  private trims = false;

  constructor(reading: Reading, part: string, region: Region, blocks: Block[], ignoreFields = false) {
    this.reading = reading;
    this.part = part;
    this.region = region;
    this.ignoreFields = ignoreFields;
    this.frame = newFrame(blocks, 0);
  }

  open(tag: Tag): boolean {
    if (this.inRunProperties) {
      readRunProperty(this.frame.run, tag);
      return false;
    }
    if (this.paragraphReader) return this.paragraphReader.open(tag);
    if (this.sectionReader) return this.sectionReader.open(tag);
    if (this.inTableProperties) {
      this.frame.tables.property(tag);
      return false;
    }
    const opener = OPENERS.get(tag.name);
    return opener === undefined ? true : opener(this, tag);
  }

  close(name: string): void {
    if (this.paragraphReader && name !== "w:pPr") this.paragraphReader.close(name);
    else CLOSERS.get(name)?.(this);
  }

  text(value: string, at: number): void {
    if (this.piece === null) return;
    if (this.pieceAt < 0) this.pieceAt = at;
    this.piece += value;
  }

  /** The whole part was read: a paragraph without an end of its own is one all the same. */
  end(): void {
    this.flush();
  }

  /** A field's code swallowed text: see `ignoreFields`. */
  get lostInField(): boolean {
    return this.frame.fields.unfinished;
  }

  get fields(): Fields {
    return this.frame.fields;
  }

  get tables(): Tables {
    return this.frame.tables;
  }

  get blocks(): Block[] {
    return this.frame.blocks;
  }

  get draft(): Draft {
    this.frame.draft ??= newDraft(this.frame.host);
    return this.frame.draft;
  }

  openParagraph(): boolean {
    const { reading, frame } = this;
    if (frame.draft) this.flush();
    if (reading.paragraphs >= reading.limits.paragraphs) {
      cut(reading, "paragraphs", reading.paragraphs + 1, reading.limits.paragraphs);
      return false;
    }
    reading.paragraphs++;
    const isMain = this.region === "body" && this.frames.length === 0;
    frame.draft = newDraft(isMain ? ++this.ordinal : frame.host);
    if (frame.carried) carryInto(frame.draft, frame.carried);
    frame.carried = null;
    return true;
  }

  openParagraphProperties(): void {
    const { draft } = this;
    this.paragraphReader = new ParagraphPropertyReader(draft.properties, draft.mark);
  }

  closeParagraphProperties(): void {
    this.draft.section = this.paragraphReader!.section;
    this.paragraphReader = null;
  }

  closeParagraph(): void {
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
    const isBox = this.frames.length > 0 && region === "body";
    const place = { part, cell: tables.cell, tableStyle: tables.style, newPage: frame.newPage };
    frame.newPage = draft.breakAt >= 0 && (draft.breakAt > 0 || draft.text === "");
    frame.blocks.push(finish(reading, draft, { ...place, region: isBox ? "text-box" : region }));
    for (const box of draft.boxes) frame.blocks.push(box);
    reading.traces.push(...draft.traces);
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

  openRun(): void {
    this.frame.run = {};
  }

  openText(preserved: boolean): void {
    this.piece = "";
    this.pieceAt = -1;
    this.trims = !preserved;
  }

  closeText(): void {
    const raw = this.piece ?? "";
    this.piece = null;
    if (raw === "") return;
    const text = this.trims ? raw.replace(/^[ \t\n]+/, "").replace(/[ \t\n]+$/, "") : raw;
    const lead = this.trims ? raw.length - raw.replace(/^[ \t\n]+/, "").length : 0;
    this.put(text.includes("\n") ? text.replaceAll("\n", " ") : text, this.pieceAt + lead);
  }

  /** Characters that come next on the page, in the look of the run. */
  put(text: string, at = -1): void {
    const { frame, reading, changes } = this;
    if (text === "" || frame.fields.inCode) return;
    if (changes.removed) return changes.add(text);
    const { look, hidden } = reading.looks.resolve(frame.tables.style, frame.draft?.properties.style, frame.run);
    const { draft } = this;
    if (hidden) return addTrace(draft.traces, { kind: "hidden-text", block: null, text });
    reading.characters += text.length;
    if (reading.characters > reading.limits.textCharacters) {
      return cut(reading, "textCharacters", reading.characters, reading.limits.textCharacters);
    }
    changes.add(text);
    const start = draft.text.length;
    addText(draft, /[\uF020-\uF0FF]/.test(text) ? this.fromSymbolFont(text, look.asciiFont) : text, look);
    if (reading.tracer) draft.pieces.push({ start, end: draft.text.length, at });
  }

  /** Symbol fonts keep their signs in the private area of Unicode; each sign stays one character. */
  private fromSymbolFont(text: string, font: string | undefined): string {
    return text.replace(/[\uF020-\uF0FF]/g, (sign) => symbolText(sign.charCodeAt(0), font ?? ""));
  }

  putBreak(type: string | undefined): void {
    if (type === "column") return;
    if (type !== "page") return this.put("\n");
    const { draft, fields, changes } = this;
    if (!fields.inCode && !changes.removed && draft.breakAt < 0) draft.breakAt = draft.text.length;
  }

  markField(kind: string | undefined): void {
    if (this.ignoreFields || this.changes.removed) return;
    this.put(this.fields.mark(kind));
  }

  endChange(): void {
    const trace = this.changes.end();
    if (trace) addTrace(this.frame.draft?.traces ?? this.frame.carried?.traces ?? this.reading.traces, trace);
  }

  openTextBox(): boolean {
    if (this.changes.removed || this.fields.inCode) return false;
    const { draft } = this;
    this.frames.push(this.frame);
    this.frame = newFrame(draft.boxes, draft.paragraph);
    return true;
  }

  closeTextBox(): void {
    this.flush();
    this.frame = this.frames.pop() ?? this.frame;
  }

  /** Words that stand in an attribute: WordArt, as old red heads and watermarks are made. */
  putWordArt(words: string | undefined): void {
    if (!words || !this.openTextBox()) return;
    this.openParagraph();
    this.put(words);
    this.closeParagraph();
    this.closeTextBox();
  }

  openTable(): boolean {
    const { reading, tables } = this;
    this.flush();
    if (tables.depth >= reading.limits.tableDepth) {
      cut(reading, "tableDepth", tables.depth + 1, reading.limits.tableDepth);
      return false;
    }
    tables.openTable(++reading.tables);
    return true;
  }

  openSection(): void {
    this.sectionReader = new SectionReader();
  }

  closeSection(): void {
    if (!this.sectionReader) return;
    this.flush();
    this.endSection(this.sectionReader);
    this.sectionReader = null;
  }

  private endSection(section: SectionReader): void {
    this.reading.sections.push({ page: section.page, headers: section.headers });
    endSection(this.reading);
  }

  /** A note whose mark is printed here. */
  refer(tag: Tag): void {
    if (this.fields.inCode || this.changes.removed) return;
    const ids = tag.name === "w:footnoteReference" ? this.reading.footnotes : this.reading.endnotes;
    ids.push(tag.get("w:id") ?? "");
  }

  comment(tag: Tag): void {
    const comment = tag.get("w:id") ?? "";
    this.draft.traces.push({ kind: "comment", block: null, text: "", comment });
  }

  putSymbol(tag: Tag): void {
    const code = Number.parseInt(tag.get("w:char") ?? "", 16);
    if (Number.isFinite(code)) this.put(symbolText(code, tag.get("w:font") ?? ""));
  }

  check(tag: Tag): void {
    this.fields.check(tag.name !== "w:checkBox" && isOn(tag));
  }

  /** A part that Word would take in from elsewhere in the package, which is not read. */
  leaveOut(limit: string): void {
    cut(this.reading, limit, (this.reading.cuts.get(limit)?.value ?? 0) + 1, 0);
  }
}

function newFrame(blocks: Block[], host: number): Frame {
  return {
    blocks,
    draft: null,
    carried: null,
    run: {},
    fields: new Fields(),
    tables: new Tables(),
    newPage: false,
    host,
  };
}
