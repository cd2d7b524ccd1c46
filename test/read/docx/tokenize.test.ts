import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../../src/model/limits.ts";
import { Refusal } from "../../../src/read/docx/refusal.ts";
import { decodeXml } from "../../../src/read/docx/xml/decode.ts";
import { newBudget, tokenize } from "../../../src/read/docx/xml/tokenize.ts";

/** Events as lines: neighbouring texts joined, since how text is cut into pieces is nobody's business. */
function ours(xml: string, limits: Partial<Limits> = {}): string[] {
  const events: string[] = [];
  tokenize(
    xml,
    "part.xml",
    {
      open(tag) {
        events.push(`<${tag.name} x=${tag.get("x")} xml:space=${tag.get("xml:space")}`);
        return true;
      },
      close: (name) => void events.push(`>${name}`),
      text(value) {
        if (events.at(-1)?.startsWith("'")) events.push(events.pop() + value);
        else events.push(`'${value}`);
      },
    },
    { ...DEFAULT_LIMITS, ...limits },
    newBudget(),
  );
  return events;
}

function theirs(xml: string): string[] {
  const events: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const known = (uri: string, local: string) => (uri === "" ? local : `{${uri}}${local}`);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const value = (name: string) => tag.attributes[name]?.value;
    events.push(`<${known(tag.uri, tag.local)} x=${value("x")} xml:space=${value("xml:space")}`);
  });
  parser.on("closetag", (tag) => void events.push(`>${known(tag.uri, tag.local)}`));
  const text = (value: string) => {
    if (value === "") return;
    if (events.at(-1)?.startsWith("'")) events.push(events.pop() + value);
    else events.push(`'${value}`);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xml).close();
  // saxes tells of blanks outside the root as text.
  return events.filter((event, at) => !(event.startsWith("'") && (at === 0 || at === events.length - 1)));
}

function refusal(xml: string, limits: Partial<Limits> = {}): string {
  try {
    ours(xml, limits);
  } catch (error) {
    if (error instanceof Refusal) return `${error.failure.status} ${error.failure.reason}`;
    throw error;
  }
  return "read";
}

const text = fc.oneof(
  fc.constantFrom(
    "通知",
    "a b",
    "&lt;",
    "&#20844;",
    "&#x6587;",
    "\r\n",
    "\n",
    "]] ",
    ">",
    "<![CDATA[<公>&]]>",
    "<!-- 注 -->",
    "<?pi x?>",
    "𠮷",
  ),
  fc
    .string({ maxLength: 6 })
    .map((value) => value.replace(/[<&\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/\]/g, "")),
);
const name = fc.constantFrom("a", "b", "p:a", "p:b", "q:c", "公文", "_x.-1");
const attributes = fc.constantFrom(
  "",
  ' x="1"',
  " x='&amp;\t&#9;'",
  ' xml:space="preserve"',
  ' xmlns="urn:d"',
  ' xmlns:q="urn:e"',
  ' p:x="2" x="3"',
  ' x = "公 文" ',
);
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, text, tie("element")),
  element: fc
    .tuple(name, attributes, fc.array(tie("node"), { maxLength: 4 }), fc.boolean())
    .map(([tag, attribute, inner, empty]) =>
      empty && inner.length === 0 ? `<${tag}${attribute}/>` : `<${tag}${attribute}>${inner.join("")}</${tag} >`,
    ),
})).element as fc.Arbitrary<string>;
const document = tree.map(
  (inner) => `<?xml version="1.0" encoding="UTF-8"?>\n<!-- x --><r xmlns:p="urn:p" xmlns:q="urn:q">${inner}</r>\n`,
);

describe("tokenize against saxes", () => {
  it("tells the same of any wellformed document", () => {
    fc.assert(
      fc.property(document, (xml) => {
        expect(ours(xml)).toEqual(theirs(xml));
      }),
      { numRuns: 500 },
    );
  });

  it("finds the same documents broken when a character is dropped, doubled or changed", () => {
    const change = fc.tuple(
      document,
      fc.nat(),
      fc.constantFrom("", "<", ">", "&", '"', "=", "/", ":", " ", "]]>", "\u0001", "x", "--", "xmlns"),
    );
    let broken = 0;
    fc.assert(
      fc.property(change, ([xml, at, piece]) => {
        const place = at % xml.length;
        const changed = xml.slice(0, place) + piece + xml.slice(place + 1);
        // Half a character cannot come out of a strict decoder.
        fc.pre(!/\p{Surrogate}/u.test(changed));
        let theirEvents: string[] | null = null;
        try {
          theirEvents = theirs(changed);
        } catch {
          broken++;
        }
        let ourEvents: string[] | null = null;
        try {
          // saxes trims blanks off a namespace.
          ourEvents = ours(changed).map((event) =>
            event.replace(/^([<>])\{\s*(.*?)\s*\}/s, "$1{$2}").replace(/^([<>])\{\}/, "$1"),
          );
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        // saxes lets pass a local name that begins with "-", "." or a digit; Namespaces in XML does not.
        if (ourEvents === null && /:[-.0-9]/.test(changed)) return;
        expect(ourEvents, changed).toEqual(theirEvents);
      }),
      { numRuns: 3000 },
    );
    expect(broken).toBeGreaterThan(500);
  });
});

describe("tokenize", () => {
  it("knows names by namespace, whatever the prefix, in transitional and strict files", () => {
    const transitional = `<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`;
    const strict = `<p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`;
    expect(ours(transitional)[0]).toMatch(/^<w:p /);
    expect(ours(strict)[0]).toMatch(/^<w:p /);
    expect(ours(`<w:p xmlns:w="urn:other"/>`)[0]).toMatch(/^<\{urn:other\}p /);
  });

  it("leaves out an element a handler refuses, with all it holds, and goes on behind it", () => {
    const seen: string[] = [];
    const handler = {
      open: (tag: { name: string }) => seen.push(tag.name) > 0 && tag.name !== "skip",
      close: (tag: string) => void seen.push(`/${tag}`),
      text: (value: string) => void seen.push(value),
    };
    tokenize("<a><skip>x<b/><skip/></skip><skip/>y</a>", "p", handler, DEFAULT_LIMITS, newBudget());
    expect(seen).toEqual(["a", "skip", "skip", "y", "/a"]);
  });

  it("tells where a text stands in the part", () => {
    const at: number[] = [];
    const xml = "<a>甲<b><![CDATA[乙]]></b></a>";
    tokenize(
      xml,
      "p",
      { open: () => true, close() {}, text: (_, offset) => void at.push(offset) },
      DEFAULT_LIMITS,
      newBudget(),
    );
    expect(at.map((offset) => xml[offset])).toEqual(["甲", "乙"]);
  });

  it("refuses a DOCTYPE as unsafe, wherever it stands and however it is written", () => {
    for (const xml of [
      "<!DOCTYPE a><a/>",
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      "<a><!DOCTYPE b></a>",
      "<!doctype a><a/>",
    ]) {
      expect(refusal(xml)).toBe("rejected-unsafe read.xml.doctype");
    }
  });

  it("keeps the limits to the unit", () => {
    const deep = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(refusal(deep(256))).toBe("read");
    expect(refusal(deep(257))).toBe("rejected-unsafe read.xml.limit");
    expect(refusal(deep(1_000_000))).toBe("rejected-unsafe read.xml.limit");
    const wide = (count: number) => `<a ${Array.from({ length: count }, (_, i) => `x${i}="1"`).join(" ")}/>`;
    expect(refusal(wide(256))).toBe("read");
    expect(refusal(wide(257))).toBe("rejected-unsafe read.xml.limit");
    expect(refusal(`<a x="${"1".repeat(65536)}"/>`)).toBe("read");
    expect(refusal(`<a x="${"1".repeat(65537)}"/>`)).toBe("rejected-unsafe read.xml.limit");
    expect(refusal(`<a>${"<b/>".repeat(9)}</a>`, { xmlEvents: 10 })).toBe("read");
    expect(refusal(`<a>${"<b/>".repeat(10)}</a>`, { xmlEvents: 10 })).toBe("too-large read.xml.events");
    const scopes = (count: number) =>
      `<a>${Array.from({ length: count }, (_, i) => `<b xmlns="u${i}"/>`).join("")}</a>`;
    expect(refusal(scopes(1000))).toBe("read");
    expect(refusal(scopes(1001))).toBe("rejected-unsafe read.xml.limit");
  });

  it("takes a million numeric references and no unknown one", () => {
    expect(ours(`<a>${"&#x20;".repeat(1_000_000)}</a>`)[1]).toHaveLength(1_000_001);
    for (const reference of ["&nbsp;", "&a;", "&#0;", "&#xD800;", "&#x110000;", "&#;", "&;", "& ", "&#xFFFE;"]) {
      expect(refusal(`<a>${reference}</a>`), reference).toBe("corrupt read.xml.broken");
    }
  });
});

describe("decodeXml", () => {
  const decode = (bytes: number[] | Uint8Array) => {
    try {
      return decodeXml(Uint8Array.from(bytes), "p");
    } catch (error) {
      if (error instanceof Refusal) return error.failure.reason;
      throw error;
    }
  };
  const utf8 = (value: string) => new TextEncoder().encode(value);
  const utf16 = (value: string, big: boolean) =>
    Array.from(value).flatMap((character) => {
      const code = character.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    });

  it("goes by byte order mark, the look of UTF-16, and the declaration", () => {
    expect(decode(utf8("<a>公</a>"))).toBe("<a>公</a>");
    expect(decode([0xef, 0xbb, 0xbf, ...utf8("<a>公</a>")])).toBe("<a>公</a>");
    expect(decode([0xff, 0xfe, ...utf16("<a>公</a>", false)])).toBe("<a>公</a>");
    expect(decode([0xfe, 0xff, ...utf16("<a>公</a>", true)])).toBe("<a>公</a>");
    expect(decode(utf16("<a>公</a>", false))).toBe("<a>公</a>");
    const declared = utf8('<?xml version="1.0" encoding="GB2312"?><a>');
    expect(decode([...declared, 0xb9, 0xab, ...utf8("</a>")])).toContain("<a>公</a>");
  });

  it("never replaces a wrong byte", () => {
    expect(decode([0x3c, 0x61, 0x3e, 0xb9, 0xab])).toBe("read.xml.bytes");
    expect(decode(utf8('<?xml version="1.0" encoding="utf-7"?><a/>'))).toBe("read.xml.encoding");
  });
});
