import { closeSync, openSync, readSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SEVERITIES, type Severity } from "../model/rule.ts";
import { remembered, textOf, type Utf8, utf8 } from "../node/utf8.ts";
import type { Row } from "../report/archive/rows.ts";
import type { UnitPages } from "../report/archive/unit-pages.ts";
import { UsageError } from "./errors.ts";
import type { FoundDocument, RuleNote } from "./found.ts";
import { telling } from "./world.ts";

/** Folder beside `report.html` that the pages stand in. */
export const PAGES = "report-pages";
/** Findings of a page: some 400 KB. */
const PAGE_ROWS = 1_000;
/** Up to so many issuers each has pages of its own; of more, those with few findings share one until it has so many. */
const ALONE = 2_000;
const SHARED = 200;
/** Issuers of a page of the list. */
const LIST_ROWS = 1_000;

const listName = (number: number) => (number === 1 ? "index.html" : `index-${number}.html`);
const pageName = (number: number) => `unit-${String(number).padStart(4, "0")}.html`;
const NAMES = /^(?:index(?:-\d+)?|unit-\d{4,})\.html$/;

/** Limits, for tests. */
export interface PageLimits {
  rows: number;
  alone: number;
  list: number;
}

/** Writes pages into `own`, a folder of this run; `settle` moves them to where they are read. */
export function unitPageFiles(
  own: string,
  pages: UnitPages,
  units: number,
  { rows: most, alone, list: listed }: PageLimits = { rows: PAGE_ROWS, alone: ALONE, list: LIST_ROWS },
) {
  const cell = remembered((text: Utf8) => utf8(pages.cell(textOf(text)).text));
  const severities = Object.fromEntries(SEVERITIES.map((one) => [one, utf8(pages.severity(one).text)]));
  const [unitEnd, documentEnd] = [pages.unitEnd.text, pages.documentEnd.text];
  const names: string[] = [];
  /** Pages that are whole and wait to be written. */
  let ready: { name: string; text: Utf8 }[] = [];
  const put = (name: string, text: Utf8) => {
    names.push(name);
    ready.push({ name, text });
  };

  /* ---- the page under way */
  let number = 0;
  let body: Utf8 = "";
  let rows = 0;
  let onPage: string[] = [];
  let notes = new Map<RuleNote, Utf8>();
  let previous: string | null = null;
  /** Which page of its issuer it is. */
  let part = 1;
  const openPage = (before: string | null) => {
    number++;
    [body, rows, onPage, notes, previous, part] = ["", 0, [], new Map(), before, before === null ? 1 : part + 1];
  };
  const closePage = (next: string | null) => {
    const place = { units: onPage, part: part > 1 || next !== null ? part : null, previous, next, list: listName(1) };
    const { before, after } = pages.around(place);
    const noted = [...notes.keys()].map((note) => {
      const [rules, basis, advice] = [textOf(note.rules), textOf(note.basis), textOf(note.advice)];
      return { rules, basis, advice };
    });
    put(pageName(number), utf8(before.text) + body + utf8(pages.notes(noted).text + after.text));
  };
  /** The last cell of a finding, which leads to what it has in common with others. */
  const noteCell = (note: RuleNote) => {
    let rule = notes.get(note);
    if (rule === undefined) {
      rule = utf8(pages.rule(textOf(note.rules), notes.size + 1).text);
      notes.set(note, rule);
    }
    return rule;
  };

  /* ---- the issuer under way */
  let unit: { issuer: Utf8; name: string; page: string; documents: number; counts: Record<Severity, number> } | null =
    null;
  let nth = 0;
  const unitHead = () => {
    onPage.push(unit!.name);
    body += utf8(pages.unit(unit!.name, `u${nth}`, units > alone).text);
  };
  const beginUnit = (issuer: Utf8) => {
    if (number === 0 || units <= alone || rows >= SHARED) {
      if (number > 0) closePage(null);
      openPage(null);
    }
    nth++;
    const counts = { error: 0, warning: 0, info: 0 };
    unit = { issuer, name: textOf(issuer), page: `${pageName(number)}#u${nth}`, documents: 0, counts };
    unitHead();
  };
  const endUnit = () => {
    if (!unit) return;
    body += unitEnd;
    const { name, page, documents, counts } = unit;
    if (list.length === listed) closeList(true);
    list.push({ page, cells: [name, documents, counts.error, counts.warning, counts.info] });
  };
  /** The issuer goes on on a further page. */
  const turn = () => {
    body += unitEnd;
    closePage(pageName(number + 1));
    openPage(pageName(number));
    unitHead();
  };

  /* ---- the list of issuers */
  let list: { page: string; cells: Row }[] = [];
  let lists = 0;
  const closeList = (more: boolean) => {
    lists++;
    const [before, next] = [lists > 1 ? listName(lists - 1) : null, more ? listName(lists + 1) : null];
    put(listName(lists), utf8(pages.list(list, before, next).text));
    list = [];
  };

  const flush = async () => {
    const written = ready;
    ready = [];
    for (const { name, text } of written) {
      const path = join(own, name);
      await telling(path)(writeFile(path, Buffer.from(text, "latin1"), { mode: 0o600, flag: "wx" }));
    }
  };
  return {
    /** Takes an issuer's documents one behind the other; resolves when pages that became whole are written. */
    add(document: FoundDocument): Promise<void> | null {
      if (unit?.issuer !== document.issuer) {
        endUnit();
        beginUnit(document.issuer);
      }
      const head = utf8(pages.document(textOf(document.title), textOf(document.path), textOf(document.day)).text);
      if (rows >= most) turn();
      body += head;
      for (const { severity, place, message, text, note } of document.findings) {
        if (rows >= most) {
          body += documentEnd;
          turn();
          body += head;
        }
        rows++;
        unit!.counts[severity]++;
        body += severities[severity]! + cell(place) + cell(message) + cell(text) + noteCell(note);
      }
      body += documentEnd;
      unit!.documents++;
      return ready.length > 0 ? flush() : null;
    },
    /** Page and place of the issuer under way. */
    page: () => `${PAGES}/${unit!.page}`,
    list: `${PAGES}/${listName(1)}`,
    async finish(): Promise<string[]> {
      endUnit();
      closePage(null);
      closeList(false);
      await flush();
      return names;
    },
  };
}

/**
 * Puts pages of this run in their places and takes away those of a run before that it has none of. What somebody else put
 * there stays; where it is in the way of a page the command ends.
 */
export async function settlePages(own: string, folder: string, names: readonly string[]): Promise<void> {
  const target = join(folder, PAGES);
  const there = (await readdir(target).catch(() => [])).filter((name) => NAMES.test(name));
  const foreign = there.filter((name) => !isOurs(join(target, name)));
  const wanted = new Set(names);
  const inTheWay = foreign.find((name) => wanted.has(name));
  if (inTheWay !== undefined) throw new UsageError("cli.not-ours", { path: join(target, inTheWay) });
  const tell = telling(target);
  if (names.length > 0) await tell(mkdir(target, { recursive: true, mode: 0o700 }));
  for (const name of names) await tell(rename(join(own, name), join(target, name)));
  for (const name of there) if (!wanted.has(name) && !foreign.includes(name)) await tell(rm(join(target, name)));
  // Only where nothing of anybody is left in it.
  if (names.length === 0) await rmdir(target).catch(() => {});
}

/** Whether a page tells that this program made it. */
function isOurs(path: string): boolean {
  const head = Buffer.alloc(1024);
  const file = openSync(path, "r");
  try {
    return head.toString("utf8", 0, readSync(file, head)).includes('<meta name="generator" content="gwlint ');
  } finally {
    closeSync(file);
  }
}
