import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html, joined } from "../../../src/report/html/markup.ts";
import { safe } from "../../../src/report/terminal.ts";
import { all, elements, parsed, words } from "./parsed.ts";

describe("text in markup", () => {
  it("stays text, whatever it is, between tags and in attributes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: HOSTILE })), (text) => {
        const { root, errors } = parsed(html`<p title="${text}">${text}</p>`.text, true);
        const [p] = all(root, "p");
        expect(errors).toEqual([]);
        expect(elements(root)).toHaveLength(1);
        expect(words(p)).toBe(shown(text));
        expect(p!.properties["title"] ?? "").toBe(shown(text));
      }),
    );
  });

  it("is escaped in lists too, and what is nothing leaves nothing", () => {
    expect(html`<ul>${["<a>", null, false, html`<li>1</li>`, [2, "&"]]}</ul>`.text).toBe(
      "<ul>&lt;a&gt;<li>1</li>2&amp;</ul>",
    );
    expect(joined(["<", "", null, html`<b>x</b>`], html`<br>`).text).toBe("&lt;<br><b>x</b>");
  });
});

const HOSTILE = fc.constantFrom(
  "<",
  ">",
  '"',
  "'",
  "&",
  "&lt;",
  "</p>",
  "<script>",
  "-->",
  "`",
  "=",
  "\u202e",
  "\u0000",
  "\r",
  "\ud800",
  "公文",
  " ",
);

/** What a reader sees: marks that would act are spelt out, halves of pairs replaced. */
const shown = (text: string) => safe(text).replace(/[\ud800-\udfff\ufffe\uffff]/gu, "\ufffd");
