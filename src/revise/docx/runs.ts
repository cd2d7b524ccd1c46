import { isBlank } from "../../read/docx/xml/tokenize.ts";
import { walk } from "./walk.ts";

/** An element around runs that comment marks may stand in or be moved out of. */
export interface Container {
  name: string;
  /**
   * A content control of plain text, a date, a choice, a placeholder, or bound to data: its words are one value, and
   * programs lose some of them where a mark stands inside.
   */
  closed: boolean;
  start: number;
  /** Between these its runs stand. */
  innerStart: number;
  innerEnd: number;
  after: number;
}

export interface Run {
  /** Offsets of `<w:r` and behind `</w:r>`. */
  start: number;
  after: number;
  /** Start tag and `w:rPr` as written: what a second run of the same look begins with. */
  head: string;
  /** `</w:r>` as written. */
  tail: string;
  /** First content, and the end tag. */
  contentStart: number;
  contentEnd: number;
  /** Elements around it inside its paragraph, outermost first. */
  containers: Container[];
  /** What marks may not stand in (a formula, a phonetic guide): they stand around it. */
  outer: { start: number; after: number } | null;
  /** In a closed content control around whole paragraphs, where no mark can stand. */
  sealed: boolean;
}

/** A `w:t` by offsets in the part. */
export interface Text {
  run: Run;
  start: number;
  /** Between these stands its content. */
  textAt: number;
  textEnd: number;
  after: number;
  /** As written: `w:t`. */
  name: string;
  preserve: boolean;
}

export interface MainMap {
  /** Where marks may stand, in the order of the part. */
  texts: Text[];
  /** Prefix of the main namespace on the root; null where the root uses none. */
  prefix: string | null;
  /** The main namespace, transitional or strict. */
  uri: string;
  /** Numbers that `w:id` attributes take, whatever they are of. */
  ids: Set<number>;
  /** Those of comment marks alone. */
  commentIds: Set<number>;
}

/** Elements that may hold comment marks between their runs (EG_RunLevelElements of ISO/IEC 29500-1, 17). */
const TRANSPARENT = new Set([
  "w:hyperlink",
  "w:ins",
  "w:moveTo",
  "w:sdt",
  "w:sdtContent",
  "w:smartTag",
  "w:fldSimple",
  "w:customXml",
  "w:dir",
  "w:bdo",
]);

/** Properties of a content control that make its words one value. */
const ONE_VALUE = /^w:(?:showingPlcHdr|dataBinding|text|dropDownList|comboBox|date)$|\}(?:checkbox|dataBinding)$/;

interface Open {
  name: string;
  start: number;
  openEnd: number;
  run?: Run;
  text?: Text;
  container?: Container;
}

/** Where the runs and texts of a main part stand. One pass. */
export function mapRuns(xml: string): MainMap {
  const map: MainMap = { texts: [], prefix: null, uri: "", ids: new Set(), commentIds: new Set() };
  const open: Open[] = [];
  /** What marks have to stand around, by its offset; it ends behind all its runs. */
  const outers = new Map<number, { start: number; after: number }>();
  walk(xml, {
    open(tag, from, end, raw) {
      const { name } = tag;
      if (open.length === 0) {
        const colon = raw.indexOf(":");
        map.prefix = colon < 0 ? null : raw.slice(0, colon);
        map.uri = tag.namespace(map.prefix ?? "") ?? "";
      }
      const id = Number(tag.get("w:id") ?? "none");
      if (Number.isInteger(id)) {
        map.ids.add(id);
        if (name.startsWith("w:comment")) map.commentIds.add(id);
      }
      const element: Open = { name, start: from, openEnd: end };
      if (name === "w:r") element.run = newRun(xml, open, outers, from, end);
      else if (TRANSPARENT.has(name)) {
        element.container = { name, closed: false, start: from, innerStart: end, innerEnd: end, after: end };
      } else if (name === "w:t") {
        const run = open.at(-1)?.run;
        const preserve = tag.get("xml:space") === "preserve";
        if (run && !run.sealed)
          element.text = { run, start: from, textAt: end, textEnd: end, after: end, name: raw, preserve };
      }
      if (open.at(-1)?.name === "w:sdtPr" && ONE_VALUE.test(name)) {
        const control = open.at(-2)?.container;
        if (control) control.closed = true;
      }
      open.push(element);
    },
    close(name, from, end) {
      const { run, text, container, start } = open.pop()!;
      const around = open.at(-1);
      const outer = outers.get(start);
      if (outer) outer.after = end;
      if (run) {
        run.contentEnd = from;
        run.after = end;
        run.tail = xml.slice(from, end);
      } else if (text && from < end) {
        text.textEnd = from;
        text.after = end;
        map.texts.push(text);
      } else if (container) {
        if (name !== "w:sdt") container.innerEnd = from;
        container.after = end;
        if (name === "w:sdtContent" && around?.container) {
          around.container.innerStart = container.innerStart;
          around.container.innerEnd = container.innerEnd;
        }
      } else if (name === "w:rPr" && around?.run?.contentStart === start) {
        around.run.contentStart = skipBlanks(xml, end);
        around.run.head = xml.slice(around.run.start, end);
      }
    },
  });
  return map;
}

function newRun(xml: string, open: Open[], outers: Map<number, Run["outer"] & object>, from: number, end: number): Run {
  const at = open.findLastIndex(({ name }) => name === "w:p");
  const inside = open.slice(at + 1);
  const opaque = inside.find(({ name, container }) => !TRANSPARENT.has(name) || container?.closed);
  let outer: Run["outer"] = null;
  if (opaque) {
    outer = outers.get(opaque.start) ?? { start: opaque.start, after: opaque.openEnd };
    outers.set(opaque.start, outer);
  }
  const sealed = open.slice(0, at + 1).some(({ container }) => container?.closed);
  const containers = inside.flatMap(({ container }) =>
    container && container.name !== "w:sdtContent" ? [container] : [],
  );
  const contentStart = skipBlanks(xml, end);
  return {
    start: from,
    after: end,
    head: xml.slice(from, end),
    tail: "",
    contentStart,
    contentEnd: end,
    containers,
    outer,
    sealed,
  };
}

function skipBlanks(xml: string, from: number): number {
  let at = from;
  while (isBlank(xml.charCodeAt(at))) at++;
  return at;
}
