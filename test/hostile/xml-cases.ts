import { strToU8 } from "fflate";
import { docx, p, W } from "../read/docx/build.ts";
import { file, type HostileGroup } from "./case.ts";

/** A document whose main part is exactly this. */
const main = (xml: string | Uint8Array) =>
  docx("", { files: { "word/document.xml": typeof xml === "string" ? strToU8(xml) : xml } });
const body = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${inner}</w:body></w:document>`;
const doctype = (inner: string) =>
  `<?xml version="1.0"?><!DOCTYPE w:document ${inner}><w:document ${W}><w:body>${p("&x;")}</w:body></w:document>`;
const nested = (depth: number) => body(`${"<w:sdt>".repeat(depth)}${p("通知")}${"</w:sdt>".repeat(depth)}`);
const attributes = (count: number) =>
  body(`<w:p ${Array.from({ length: count }, (_, i) => `a${i}="1"`).join(" ")}>${"<w:r><w:t>通知</w:t></w:r>"}</w:p>`);
const utf16 = (text: string, mark: boolean) => {
  const bytes = new Uint8Array(text.length * 2 + (mark ? 2 : 0));
  const view = new DataView(bytes.buffer);
  if (mark) view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2 + (mark ? 2 : 0), text.charCodeAt(i), true);
  return bytes;
};
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");

export const xmlCases: HostileGroup = {
  name: "xml",
  cases: [
    file("DOCTYPE", () => main(doctype("")), "rejected-unsafe"),
    file("billion laughs", () => main(doctype(`[<!ENTITY l0 "lol">${laughs}]`)), "rejected-unsafe"),
    file("quadratic blow-up", () => main(doctype(`[<!ENTITY x "${"a".repeat(50_000)}">]`)), "rejected-unsafe"),
    file(
      "external entity, file",
      () => main(doctype(`[<!ENTITY x SYSTEM "file:///etc/hostname">]`)),
      "rejected-unsafe",
    ),
    file("external entity, http", () => main(doctype(`[<!ENTITY x SYSTEM "http://127.0.0.1/x">]`)), "rejected-unsafe"),
    file("parameter entity", () => main(doctype(`[<!ENTITY % x SYSTEM "file:///etc/x"> %x;]`)), "rejected-unsafe"),
    file("doctype in lower case", () => main(body(p("通知")).replace("<w:document", "<!doctype x><w:document")), [
      "rejected-unsafe",
      "corrupt",
    ]),
    file(
      "DOCTYPE in styles.xml",
      () =>
        docx(p("通知"), {
          files: { "word/styles.xml": strToU8(`<!DOCTYPE x><w:styles ${W}/>`) },
          relationships: `<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`,
        }),
      "rejected-unsafe",
    ),
    file("unknown entity", () => main(body(p("通知&nbsp;"))), "corrupt"),
    file("200,000 numeric references", () => main(body(p(`通知${"&#97;".repeat(200_000)}`))), "read"),
    file("reference to a forbidden character", () => main(body(p("通知&#0;"))), "corrupt"),
    file("reference beyond Unicode", () => main(body(p("通知&#x110000;"))), "corrupt"),
    file("depth 255", () => main(nested(250)), "read"),
    // Around it stand the document, its body, a paragraph, a run and the text.
    file("depth 256", () => main(nested(251)), "read"),
    file("depth 257", () => main(nested(252)), "rejected-unsafe"),
    file("depth 1,000,000", () => main(body("<a>".repeat(1_000_000))), "rejected-unsafe"),
    file("256 attributes", () => main(attributes(256)), "read"),
    file("257 attributes", () => main(attributes(257)), "rejected-unsafe"),
    file("an attribute twice", () => main(body(`<w:p a="1" a="2"/>`)), "corrupt"),
    file("attribute of 65,537 characters", () => main(body(`<w:p a="${"x".repeat(65_537)}"/>`)), "rejected-unsafe"),
    file("UTF-16 with mark", () => main(utf16(body(p("通知")).replace("UTF-8", "UTF-16"), true)), "read"),
    file("UTF-16 that says UTF-8", () => main(utf16(body(p("通知")), true)), ["read", "corrupt"]),
    file("UTF-7 declared", () => main(body(p("通知")).replace("UTF-8", "UTF-7")), ["corrupt", "unsupported"]),
    file(
      "bytes that are no UTF-8",
      () => main(Uint8Array.from([...strToU8(body(p("通知"))).slice(0, -30), 0xc3, 0x28])),
      "corrupt",
    ),
    file("NUL in the text", () => main(body(p("通\0知"))), "corrupt"),
    file("name that is none", () => main(body("<w:p><1a/></w:p>")), "corrupt"),
    file("prefix nobody declared", () => main(body("<q:p/>")), "corrupt"),
    file("tags crossed", () => main(body("<w:p><w:r></w:p></w:r>")), "corrupt"),
    file("two roots", () => main(`${body(p("通知"))}<x/>`), "corrupt"),
    file("CDATA", () => main(body(`<w:p><w:r><w:t><![CDATA[通知<]]></w:t></w:r></w:p>`)), "read"),
    file("CDATA without end", () => main(body(`<w:p><![CDATA[通知`)), "corrupt"),
    file("processing instructions", () => main(body(`<?x ${"y".repeat(100_000)}?>${p("通知")}`)), "read"),
    file("comment with --", () => main(body(`<!-- a -- b -->${p("通知")}`)), "corrupt"),
    file("600,000 empty elements", () => main(body(`${p("通知")}${"<w:p/>".repeat(600_000)}`)), [
      "read",
      "rejected-unsafe",
      "too-large",
    ]),
  ],
};
