import type { Block, Region } from "../../../model/block.ts";
import { isOn } from "../format/measure.ts";
import {
  NO_PARAGRAPH_PROPERTIES,
  type ParagraphProperties,
  ParagraphPropertyReader,
} from "../format/paragraph-properties.ts";
import { NO_RUN_PROPERTIES, type RunProperties, readRunProperty } from "../format/run-properties.ts";
import { SectionReader } from "../format/section.ts";
import { Repeats } from "../xml/repeats.ts";
import type { Tag } from "../xml/tag.ts";
import { isBlank, type XmlHandler } from "../xml/tokenize.ts";
import { addTrace, Changes } from "./changes.ts";
import { cut, type Reading } from "./context.ts";
import { addText } from "./draft.ts";
import { CLOSERS, OPENERS } from "./elements.ts";
import type { Fields } from "./fields.ts";
import { Paragraphs } from "./paragraphs.ts";
import { symbolText } from "./symbols.ts";
import type { Tables } from "./tables.ts";

/** What `w:pPr` says of a paragraph and its mark. */
interface ParagraphStart {
  properties: ParagraphProperties;
  mark: RunProperties;
}

/**
 * Reads one part that holds paragraphs (main document, header, footer, notes) into blocks, as the printed page shows
 * them. Hears the part's XML; which element does what stands in `elements.ts`.
 */
export class Story implements XmlHandler {
  readonly reading: Reading;
  readonly paragraphs: Paragraphs;
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
  /** Text of the `w:t` being read; null outside one. */
  private piece: string | null = null;
  private pieceAt = -1;
  private trims = false;
  private readonly runs = new Repeats<RunProperties>({
    made: () => this.paragraphs.frame.run,
    take: (run) => {
      this.paragraphs.frame.run = run;
      this.inRunProperties = false;
    },
  });
  private readonly starts = new Repeats<ParagraphStart>({
    made: () => this.madeStart(),
    take: ({ properties, mark }) => {
      const { draft } = this.paragraphs;
      draft.properties = properties;
      draft.mark = mark;
      draft.section = null;
      this.paragraphReader = null;
    },
  });

  constructor(reading: Reading, part: string, region: Region, blocks: Block[], ignoreFields = false) {
    this.reading = reading;
    this.ignoreFields = ignoreFields;
    this.paragraphs = new Paragraphs(reading, part, region, blocks);
  }

  open(tag: Tag): boolean | Repeats<unknown> {
    if (this.inRunProperties) {
      readRunProperty(this.paragraphs.frame.run, tag);
      return false;
    }
    if (this.paragraphReader) return this.paragraphReader.open(tag);
    if (this.sectionReader) return this.sectionReader.open(tag);
    if (this.inTableProperties) {
      this.paragraphs.frame.tables.property(tag);
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
    this.paragraphs.flush();
  }

  /** A field's code swallowed text: see `ignoreFields`. */
  get lostInField(): boolean {
    return this.paragraphs.frame.fields.unfinished;
  }

  get fields(): Fields {
    return this.paragraphs.frame.fields;
  }

  get tables(): Tables {
    return this.paragraphs.frame.tables;
  }

  get blocks(): Block[] {
    return this.paragraphs.frame.blocks;
  }

  openParagraphProperties(): boolean | Repeats<unknown> {
    const { draft } = this.paragraphs;
    const isFirst = draft.properties === NO_PARAGRAPH_PROPERTIES;
    draft.properties = { ...draft.properties };
    draft.mark = { ...draft.mark };
    this.paragraphReader = new ParagraphPropertyReader(draft.properties, draft.mark);
    return isFirst ? this.starts : true;
  }

  private madeStart(): ParagraphStart | null {
    const { properties, mark, section } = this.paragraphs.draft;
    return section ? null : { properties, mark };
  }

  closeParagraphProperties(): void {
    this.paragraphs.draft.section = this.paragraphReader!.section;
    this.paragraphReader = null;
  }

  openRun(): void {
    this.paragraphs.frame.run = NO_RUN_PROPERTIES;
  }

  openRunProperties(): boolean | Repeats<unknown> {
    const { frame } = this.paragraphs;
    const isFirst = frame.run === NO_RUN_PROPERTIES;
    frame.run = { ...frame.run };
    this.inRunProperties = true;
    return isFirst ? this.runs : true;
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
    const from = this.trims ? firstInk(raw) : 0;
    const text = this.trims ? raw.slice(from, lastInk(raw)) : raw;
    this.put(text.includes("\n") ? text.replaceAll("\n", " ") : text, this.pieceAt + from);
  }

  closeCode(): void {
    this.fields.addCode(this.piece ?? "");
    this.piece = null;
  }

  /** Characters that come next on the page, in the look of the run. */
  put(text: string, at = -1): void {
    const { reading, changes, paragraphs } = this;
    const { frame } = paragraphs;
    if (text === "" || frame.fields.inCode) return;
    if (changes.removed) {
      changes.add(text);
      return;
    }
    const { look, hidden } = reading.looks.resolve(frame.tables.style, frame.draft?.properties.style, frame.run);
    const { draft } = this.paragraphs;
    if (hidden) {
      addTrace(draft.traces, { kind: "hidden-text", block: null, text });
      return;
    }
    reading.characters += text.length;
    if (reading.characters > reading.limits.textCharacters) {
      cut(reading, "textCharacters", reading.characters, reading.limits.textCharacters);
      return;
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
    if (type !== "page") {
      this.put("\n");
      return;
    }
    const { fields, changes } = this;
    const { draft } = this.paragraphs;
    if (!fields.inCode && !changes.removed && draft.breakAt < 0) draft.breakAt = draft.text.length;
  }

  markField(kind: string | undefined): void {
    if (this.ignoreFields || this.changes.removed) return;
    this.put(this.fields.mark(kind));
  }

  endChange(): void {
    const trace = this.changes.end();
    if (trace)
      addTrace(
        this.paragraphs.frame.draft?.traces ?? this.paragraphs.frame.carried?.traces ?? this.reading.traces,
        trace,
      );
  }

  openTextBox(): boolean {
    if (this.changes.removed || this.fields.inCode) return false;
    this.paragraphs.openBox();
    return true;
  }

  /** Words that stand in an attribute: WordArt, as old red heads and watermarks are made. */
  putWordArt(words: string | undefined): void {
    if (!words || !this.openTextBox()) return;
    this.paragraphs.open();
    this.put(words);
    this.paragraphs.close();
    this.paragraphs.closeBox();
  }

  openTable(): boolean {
    const { reading, tables } = this;
    this.paragraphs.flush();
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
    this.paragraphs.flush();
    this.paragraphs.endSection(this.sectionReader);
    this.sectionReader = null;
  }

  /** A note whose mark is printed here. */
  refer(tag: Tag): void {
    if (this.fields.inCode || this.changes.removed) return;
    const ids = tag.name === "w:footnoteReference" ? this.reading.footnotes : this.reading.endnotes;
    ids.push(tag.get("w:id") ?? "");
  }

  comment(tag: Tag): void {
    const comment = tag.get("w:id") ?? "";
    this.paragraphs.draft.traces.push({ kind: "comment", block: null, text: "", comment });
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

/** Offset of the first character that is no XML blank; the length where there is none. */
function firstInk(text: string): number {
  let at = 0;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function lastInk(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
