import type { Severity } from "../../model/rule.ts";
import { type Frame, frameEnd, frameTop } from "../html/frame.ts";
import { html, joined, type Markup, type Piece } from "../html/markup.ts";
import { lines, sheetHead } from "./cells.ts";
import type { Row, Words } from "./rows.ts";

/** Where a page of findings stands among the others. */
export interface PagePlace {
  /** Issuers on it, as shown. */
  units: readonly string[];
  /** Of the pages of one issuer, from 1; null where one page holds them all. */
  part: number | null;
  previous: string | null;
  next: string | null;
  /** The list of all issuers. */
  list: string;
}

/** The pieces of a page of findings, by issuer and document, each a piece of HTML; a page is put together of them. */
export function unitPages(words: Words, about: Omit<Frame, "title" | "word" | "kind">) {
  const { word } = words;
  const frameOf = (title: string): Frame => ({ ...about, title, word, kind: "archive" });
  const column = (key: string) => word(`archive.column.${key}`);
  const heads = ["severity", "place", "message", "text", "rule"].map(column);
  return {
    /** What stands around the findings of a page. */
    around({ units, part, previous, next, list }: PagePlace): { before: Markup; after: Markup } {
      const name =
        units.length === 1 ? units[0]! : word("archive.page.several", { unit: units[0]!, count: units.length });
      const title = part === null ? name : word("archive.page.part", { unit: name, part });
      const links = [
        html`<a href="../report.html">${word("archive.page.overview")}</a>`,
        html`<a href="${list}">${word("archive.page.units")}</a>`,
        previous !== null && html`<a rel="prev" href="${previous}">${word("archive.page.previous")}</a>`,
        next !== null && html`<a rel="next" href="${next}">${word("archive.page.next")}</a>`,
      ];
      const nav = (label: string) => html`<nav aria-label="${label}"><p class="sum">${joined(links, " · ")}</p></nav>`;
      const frame = frameOf(title);
      return {
        before: html`${frameTop(frame)}${nav(word("archive.page.nav"))}
`,
        after: html`${nav(word("archive.page.nav-below"))}
${frameEnd(frame)}`,
      };
    },
    /** `headed`: there are others on the page, whose title does not say where they begin. */
    unit: (
      name: string,
      id: string,
      headed: boolean,
    ) => html`<section class="overview" id="${id}" aria-label="${name}">${headed && html`<h2>${name}</h2>`}
<div class="wide" tabindex="0" role="group" aria-label="${name}"><table class="sheet">${sheetHead(heads)}
`,
    unitEnd: html`</table></div></section>
`,
    document: (
      title: string,
      path: string,
      day: string,
    ) => html`<tbody><tr><th scope="rowgroup" colspan="5" lang="zh-CN"><b>${title === "" ? path : title}</b> <small>${joined([title !== "" && path, day], " · ")}</small></th></tr>
`,
    documentEnd: html`</tbody>
`,
    severity: (severity: Severity) =>
      html`<tr><td><span class="badge ${severity}">${word(`severity.${severity}`)}</span></td>`,
    cell: (text: string) => html`<td>${lines(text)}</td>`,
    /** The last cell of a finding: its rule, which leads to the note of that number. */
    rule: (rules: string, note: number) => html`<td><a href="#n${note}">${rules}</a></td></tr>
`,
    /** Basis and advice, once for all findings of a page that have them in common. */
    notes: (
      notes: readonly { rules: string; basis: string; advice: string }[],
    ) => html`<section class="overview" id="notes" aria-labelledby="notes-t"><h2 id="notes-t">${word("archive.page.notes")}</h2>
<div class="wide" tabindex="0" role="group" aria-label="${word("archive.page.notes")}"><table class="sheet">${sheetHead(["rule", "advice", "basis"].map(column))}
<tbody>${notes.map(
      (
        { rules, basis, advice },
        i,
      ) => html`<tr id="n${i + 1}"><th scope="row">${rules}</th><td>${lines(advice)}</td><td>${lines(basis)}</td></tr>
`,
    )}</tbody></table></div></section>
`,
    /** One page of the list of all issuers with findings. */
    list(rows: readonly { page: string; cells: Row }[], previous: string | null, next: string | null): Markup {
      const title = word("archive.page.units");
      const frame = frameOf(title);
      const links = [
        html`<a href="../report.html">${word("archive.page.overview")}</a>`,
        previous !== null && html`<a rel="prev" href="${previous}">${word("archive.page.previous")}</a>`,
        next !== null && html`<a rel="next" href="${next}">${word("archive.page.next")}</a>`,
      ];
      const cell = (value: Row[number]): Piece => html`<td class="number">${value}</td>`;
      return html`${frameTop(frame)}<nav aria-label="${word("archive.page.nav")}"><p class="sum">${joined(links, " · ")}</p></nav>
<div class="wide" tabindex="0" role="group" aria-label="${title}"><table class="sheet">${sheetHead(["issuer", "with-findings", "error", "warning", "info"].map(column))}
<tbody>${rows.map(
        ({
          page,
          cells: [name, ...counts],
        }) => html`<tr><th scope="row" lang="zh-CN"><a href="${page}">${name}</a></th>${counts.map(cell)}</tr>
`,
      )}</tbody></table></div>
${frameEnd(frame)}`;
    },
  };
}

export type UnitPages = ReturnType<typeof unitPages>;
