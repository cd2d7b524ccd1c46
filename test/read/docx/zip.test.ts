import { describe, expect, it } from "vitest";
import { en } from "../../../src/language/en.ts";
import { zh } from "../../../src/language/zh.ts";
import { docx, failure, p, partsOf, source } from "./build.ts";
import { type RawEntry, type RawZip, rawZip } from "./raw-zip.ts";

/** A whole small document as raw entries, so that each test changes one thing. */
function entries(body = p("通知")): RawEntry[] {
  return Object.entries(partsOf(body)).map(([name, content]) => ({ name, content }));
}

function change(name: string, how: Partial<RawEntry>): RawEntry[] {
  return entries().map((entry) => (entry.name === name ? { ...entry, ...how } : entry));
}

const why = (raw: RawEntry[], zip: RawZip = {}, limits = {}) => {
  const { status, reason } = failure(rawZip(raw, zip), limits);
  expect(zh).toHaveProperty([reason]);
  expect(zh).toHaveProperty([`${reason}.advice`]);
  expect(en).toHaveProperty([`${reason}.advice`]);
  return `${status} ${reason}`;
};
const text = (raw: RawEntry[], zip: RawZip = {}) => source(rawZip(raw, zip)).blocks.map((block) => block.text);
const MAIN = "word/document.xml";

describe("a zip that real programs write", () => {
  it("is read", () => {
    expect(text(entries())).toEqual(["通知"]);
    expect(text(entries().map((entry) => ({ ...entry, method: 0 })))).toEqual(["通知"]);
    expect(text(entries().map((entry) => ({ ...entry, descriptor: true })))).toEqual(["通知"]);
    expect(text(entries(), { zip64: true })).toEqual(["通知"]);
    expect(text(entries(), { comment: [0x50, 0x4b, 1, 2] })).toEqual(["通知"]);
    expect(text(entries(), { suffix: [0, 0, 13, 10] })).toEqual(["通知"]);
    expect(text([{ name: "word/", method: 0 }, ...entries()])).toEqual(["通知"]);
    expect(text(entries().map((entry) => ({ ...entry, name: entry.name.replaceAll("/", "\\") })))).toEqual(["通知"]);
    expect(text([...entries(), { name: "__proto__", content: "x" }, { name: "toString", content: "y" }])).toEqual([
      "通知",
    ]);
    expect(text([...entries(), { name: "", nameBytes: [0xcd, 0xbc, 0x2e], content: "x" }])).toEqual(["通知"]);
  });
});

describe("a damaged zip is corrupt", () => {
  const bytes = rawZip(entries());

  it("cut off anywhere", () => {
    for (const length of [0, 3, 21, 22, 100, bytes.length - 1]) {
      expect(failure(bytes.subarray(0, length)).status, String(length)).toBe("corrupt");
    }
  });

  it("with bytes before it or behind it", () => {
    expect(why(entries(), { prefix: [1, 2, 3] })).toBe("corrupt read.zip.directory");
    expect(why(entries(), { suffix: [1] })).toBe("corrupt read.zip.trailing");
  });

  it("with a directory that states another number of entries", () => {
    expect(why(entries(), { entriesStated: 3 })).toBe("corrupt read.zip.directory");
    expect(why(entries(), { entriesStated: 9 })).toBe("corrupt read.zip.directory");
  });

  it("with a wrong checksum or data that is no deflate", () => {
    expect(why(change(MAIN, { crc: 1 }))).toBe("corrupt read.zip.crc");
    for (const data of [[0xff, 0xff, 0xff, 0xff], [0x01, 0x05], [0x00], []]) {
      expect(why(change(MAIN, { data: Uint8Array.from(data) })), String(data)).toBe("corrupt read.zip.data");
    }
  });

  it("survives every changed byte: an answer, never an exception", () => {
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 0x55;
      try {
        source(changed);
      } catch (error) {
        expect((error as Error).message, `byte ${at}`).toMatch(/^not read: /);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(bytes.length / 4);
  });
});

describe("a zip that two programs may read differently is rejected", () => {
  it("for a name that leaves its folder", () => {
    for (const name of ["../x", "a/../../x", "..\\..\\x", "/etc/x", "\\x", "C:\\x", "c:x", "a\0b"]) {
      expect(why([...entries(), { name, content: "x" }]), name).toBe("rejected-unsafe read.zip.name");
    }
    expect(text([...entries(), { name: "..a/b..", content: "x" }])).toEqual(["通知"]);
  });

  it("for two parts of one name, also in other case, with other slashes, or composed differently", () => {
    for (const name of [MAIN, "WORD/Document.xml", "word\\document.xml"]) {
      expect(why([...entries(), { name, content: "x" }]), name).toBe("rejected-unsafe read.zip.duplicate");
    }
    expect(why([...entries(), { name: "é.xml" }, { name: "e\u0301.xml" }])).toBe("rejected-unsafe read.zip.duplicate");
  });

  it("for a local header that says something else", () => {
    for (const local of [{ name: "word/Xocument.xml" }, { method: 0 }, { flags: 1 }, { flags: 0x800 }, { size: 7 }]) {
      expect(why(change(MAIN, { local })), JSON.stringify(local)).toBe("rejected-unsafe read.zip.mismatch");
    }
  });

  it("for a size that lies, in either direction", () => {
    const { length } = partsOf(p("通知"))[MAIN]!;
    expect(why(change(MAIN, { size: length - 1 }))).toBe("rejected-unsafe read.zip.size");
    expect(why(change(MAIN, { size: length + 1 }))).toBe("rejected-unsafe read.zip.size");
    expect(why(change(MAIN, { method: 0, size: 5 }))).toBe("rejected-unsafe read.zip.size");
    const long = change(MAIN, { content: "<a>".repeat(1_000_000), size: 1000 });
    expect(why(long)).toBe("rejected-unsafe read.zip.size");
  });

  it("for entries that overlap", () => {
    const raw = entries();
    const shared = { ...raw[0]!, name: raw[0]!.name, headerAt: 0 };
    expect(why([...raw, { ...shared, name: "x.xml" }])).toBe("rejected-unsafe read.zip.mismatch");
    const quoted = change("[Content_Types].xml", { packed: 2000 });
    expect(why(quoted)).toMatch(/^(rejected-unsafe read\.zip\.overlap|corrupt read\.zip\.header)$/);
    const overlapping = entries().map((entry, at) => (at === 0 ? { ...entry, packed: 400, local: {} } : entry));
    expect(why(overlapping)).toBe("rejected-unsafe read.zip.overlap");
  });
});

describe("limits", () => {
  const filler = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `x${i}`, method: 0 }));

  it("hold to the entry", () => {
    const own = entries().length;
    expect(text([...entries(), ...filler(4000 - own)])).toEqual(["通知"]);
    expect(why([...entries(), ...filler(4001 - own)])).toBe("too-large read.zip.entries");
  });

  it("hold for the file, a part and all parts", () => {
    const bytes = docx(p("通知"));
    expect(failure(bytes, { docxBytes: bytes.length - 1 }).reason).toBe("read.docx.too-large");
    expect(source(bytes, { docxBytes: bytes.length }).blocks).toHaveLength(1);
    const part = partsOf(p("通知"))[MAIN]!.length;
    expect(failure(bytes, { partBytes: part - 1 })).toMatchObject({ status: "too-large", reason: "read.zip.part" });
    expect(failure(bytes, { inflatedBytes: part })).toMatchObject({ status: "too-large", reason: "read.zip.total" });
  });

  it("refuse what is packed more than 100:1 beyond a megabyte, and take what is not", () => {
    const blanks = `<w:p><w:r><w:t xml:space="preserve">${" ".repeat(3_000_000)}</w:t></w:r></w:p>`;
    expect(failure(docx(blanks))).toMatchObject({ status: "rejected-unsafe", reason: "read.zip.ratio" });
    expect(source(docx(blanks), { ratio: 1100 }).blocks[0]?.text).toHaveLength(3_000_000);
    expect(source(docx(blanks.replace(/ {2500000}/, ""))).blocks).toHaveLength(1);
  });

  it("never inflate what is not read: a picture may be packed as tight as it likes", () => {
    const files = { "word/media/image1.bmp": new Uint8Array(5_000_000) };
    expect(source(docx(p("通知"), { files })).blocks).toHaveLength(1);
  });

  it("inflate parts over 64 kB packed, piece by piece, with the same result", () => {
    const words = Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * i * 7919) % 20000))).join(
      "",
    );
    expect(source(docx(p(words))).blocks[0]?.text).toBe(words);
  });
});

describe("what else begins like a zip", () => {
  const zipOf = (files: Record<string, string>) =>
    Object.entries(files).map(([name, content]) => ({ name, content, method: 0 }));

  it("is named, so that the clerk knows what to save it as", () => {
    expect(why(zipOf({ "a.txt": "x" }))).toBe("unsupported read.archive");
    expect(why([])).toBe("unsupported read.zip.empty");
    expect(why(zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "x" }))).toBe(
      "unsupported read.odt",
    );
    expect(why(zipOf({ mimetype: "application/epub+zip" }))).toBe("unsupported read.zip.other");
    expect(why(zipOf({ "OFD.xml": "<a/>" }))).toBe("unsupported read.ofd");
    expect(why(zipOf({ "uof.xml": "<a/>" }))).toBe("unsupported read.odt");
    const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    expect(failure(docx("", { mainType: sheet })).reason).toBe("read.spreadsheet");
    const slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    expect(failure(docx("", { mainType: slides })).reason).toBe("read.slides");
  });

  it("is encrypted or packed by other means", () => {
    expect(why(change(MAIN, { flags: 1 }))).toBe("encrypted read.docx.encrypted");
    expect(why(change(MAIN, { method: 9, content: "x" }))).toBe("unsupported read.zip.method");
  });

  it("is a docx without its main part or its list of parts", () => {
    expect(why(entries().filter(({ name }) => name !== MAIN))).toBe("corrupt read.docx.main");
    expect(why(entries().filter(({ name }) => name !== "[Content_Types].xml"))).toBe("corrupt read.docx.types");
    expect(why(change(MAIN, { content: "<html/>" }))).toBe("corrupt read.docx.main");
  });
});
