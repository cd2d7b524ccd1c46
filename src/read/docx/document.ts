import type { Block } from "../../model/block.ts";
import type { SourceDocument, Trace } from "../../model/source.ts";
import { Looks } from "./format/looks.ts";
import { Styles } from "./format/styles.ts";
import { Fonts, Theme } from "./format/theme.ts";
import { Numbering } from "./numbering/definitions.ts";
import { LabelCounter } from "./numbering/labels.ts";
import { Lists } from "./numbering/lists.ts";
import type { MainPart } from "./opc/main-part.ts";
import type { Package } from "./opc/package.ts";
import { AppProperties, CustomProperties } from "./opc/properties.ts";
import { ofType, type Relationships } from "./opc/relationships.ts";
import { Settings } from "./opc/settings.ts";
import { packageTraces } from "./opc/traces.ts";
import { refuse } from "./refusal.ts";
import type { Reading, TextTracer } from "./story/context.ts";
import { readHeaders } from "./story/headers.ts";
import { CommentsReader, NotesReader } from "./story/notes.ts";
import { Story } from "./story/story.ts";
import type { XmlHandler } from "./xml/tokenize.ts";

/** Reads the main part and those it needs: body first, then notes in the order they are referred to, then headers. */
export function readDocument(file: Package, main: MainPart, tracer: TextTracer | null): SourceDocument {
  const parts = new Parts(file, file.relationships(main.name));
  const settings = once(() => parts.heard("settings", Settings) ?? new Settings());
  let blocks: Block[] = [];
  let reading = newReading(file, parts, settings, tracer);
  let story = new Story(reading, main.name, "body", blocks);
  file.parse(main.name, story);
  if (story.lostInField) {
    blocks = [];
    reading = newReading(file, parts, settings, tracer);
    story = new Story(reading, main.name, "body", blocks, true);
    file.parse(main.name, story);
  }
  story.end();
  if (blocks.length === 0 && reading.paragraphs === 0 && !story.sawDocument) {
    refuse("corrupt", "read.docx.main");
  }
  addNotes(parts, reading, blocks);
  readHeaders(file, parts.relationships, reading, () => settings().evenHeaders, blocks);
  const lastSection = Math.max(0, reading.sections.length - 1);
  blocks.forEach((block, index) => {
    block.index = index;
    if (block.format && block.format.section > lastSection) block.format.section = lastSection;
  });
  const { packageRelationships } = main;
  const beside = new Parts(file, packageRelationships);
  const custom =
    beside.heard("custom-properties", CustomProperties) ?? beside.heard("customProperties", CustomProperties);
  const app = beside.heard("extended-properties", AppProperties) ?? beside.heard("extendedProperties", AppProperties);
  return {
    format: "docx",
    blocks,
    declared: custom?.declared() ?? {},
    layout: reading.sections.length > 0 ? { sections: reading.sections.map(({ page }) => page) } : undefined,
    witness: app ? { ...app.witness } : undefined,
    traces: [...textTraces(parts, reading), ...packageTraces(file, main)],
    cut: [...reading.cuts.values()],
  };
}

/** The parts that a part is related to, found by the type of the relationship. */
class Parts {
  readonly relationships: Relationships;
  private readonly file: Package;

  constructor(file: Package, relationships: Relationships) {
    this.file = file;
    this.relationships = relationships;
  }

  name(type: string): string | undefined {
    return ofType(this.relationships, type)?.target;
  }

  /** Tells `handler` of the part and returns it; null where there is no such part. */
  read<T extends XmlHandler>(type: string, handler: T): T | null {
    const name = this.name(type);
    return name !== undefined && this.file.parseRepeated(name, handler) ? handler : null;
  }

  /** What a `Hearer` makes of the part, shared with other files; null where there is no such part. */
  heard<T extends XmlHandler>(type: string, Hearer: new () => T): T | null {
    const name = this.name(type);
    return name === undefined ? null : this.file.heard(name, Hearer);
  }
}

function newReading(file: Package, parts: Parts, settings: () => Settings, tracer: TextTracer | null): Reading {
  const styles = parts.heard("styles", Styles) ?? new Styles();
  const fonts = new Fonts(
    once(() => parts.heard("theme", Theme)),
    // Word goes by the settings; the defaults nearly always agree, and reading them takes a twentieth of the time.
    () => styles.defaults.run.language ?? settings().eastAsianLanguage,
  );
  return {
    limits: file.limits,
    styles,
    looks: new Looks(styles, fonts),
    lists: once(() => {
      const numbering = parts.heard("numbering", Numbering);
      return numbering && new Lists(numbering, styles);
    }),
    labels: new LabelCounter(),
    tracer,
    sections: [],
    inLines: [],
    traces: [],
    cuts: new Map(),
    tables: 0,
    paragraphs: 0,
    characters: 0,
    footnotes: [],
    endnotes: [],
  };
}

function addNotes(parts: Parts, reading: Reading, blocks: Block[]): void {
  const kinds = [
    { type: "footnotes", region: "footnote", ids: reading.footnotes },
    { type: "endnotes", region: "endnote", ids: reading.endnotes },
  ] as const;
  for (const { type, region, ids } of kinds) {
    const name = parts.name(type);
    if (ids.length === 0 || name === undefined) continue;
    const { length } = reading.traces;
    let notes = parts.read(type, new NotesReader(reading, name, region));
    if (notes?.lostInField) {
      reading.traces.length = length;
      notes = parts.read(type, new NotesReader(reading, name, region, true));
    }
    for (const id of new Set(ids)) for (const block of notes?.blocks.get(id) ?? []) blocks.push(block);
  }
}

/** Traces with the number of their block; comments get their words and author from the comments part. */
function textTraces(parts: Parts, reading: Reading): Trace[] {
  const comments = reading.traces.some(({ comment }) => comment !== undefined)
    ? parts.read("comments", new CommentsReader())?.comments
    : undefined;
  return reading.traces.map(({ kind, block, text, author, comment }) => {
    const said = comment === undefined ? undefined : comments?.get(comment);
    const trace: Trace = { kind, block: block?.index ?? -1, text: said?.text ?? text };
    const by = said?.author ?? author;
    if (by !== undefined) trace.author = by;
    return trace;
  });
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
