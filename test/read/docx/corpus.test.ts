import { readdirSync, readFileSync } from "node:fs";
import mammoth from "mammoth";
import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import type { ReadResult } from "../../../src/model/source.ts";
import { isOle, readOle } from "../../../src/read/docx/ole.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { describeShared, shared } from "../../shared.ts";

interface Sample {
  /** First eight letters of the file's name, which is its hash. */
  key: string;
  bytes: Buffer;
  result: ReadResult;
}

const seen = new Map<string, Sample[]>();

function samples(folder: string): Sample[] {
  let list = seen.get(folder);
  if (!list) {
    const path = shared(`corpus/${folder}`)!;
    list = readdirSync(path).map((name) => {
      const bytes = readFileSync(`${path}/${name}`);
      const result: ReadResult = isOle(bytes)
        ? { ok: false, failure: readOle(bytes) }
        : readDocx(new Uint8Array(bytes), DEFAULT_LIMITS);
      return { key: name.slice(0, 8), bytes, result };
    });
    seen.set(folder, list);
  }
  return list;
}

/** What is not read, by key; everything else is. */
function refused(folder: string): Record<string, string> {
  const entries = samples(folder).flatMap(({ key, result }) =>
    result.ok ? [] : [[key, `${result.failure.status} ${result.failure.reason}`]],
  );
  return Object.fromEntries(entries);
}

/** Without blanks, and with mammoth's spelling of the hyphen that does not break and of the round bullet as ours. */
const squeeze = (text: string) => text.replace(/\s+/g, "").replaceAll("\u2011", "-").replaceAll("⦁", "●");

/** Every character of `part` stands in `whole` in the same order. */
function standsIn(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describeShared("the corpus", () => {
  it("every issued document and template is read", () => {
    expect(samples("docx-issued")).toHaveLength(83);
    expect(refused("docx-issued")).toEqual({});
    expect(refused("docx-templates")).toEqual({});
  });

  it("of the odd files, only broken, encrypted, unsafe ones and Word's lock files are not", () => {
    expect(refused("docx-odd")).toEqual({
      "096a1119": "corrupt read.zip.directory",
      "28df2d6d": "encrypted read.docx.encrypted",
      "39619851": "corrupt read.zip.truncated",
      "39ae9e69": "encrypted read.docx.encrypted",
      "4c69be83": "corrupt read.zip.truncated",
      "4fa1dc1c": "corrupt read.zip.truncated",
      "539e4557": "encrypted read.docx.encrypted",
      "5cf7340f": "rejected-unsafe read.xml.doctype",
      "6fb80a7b": "corrupt read.zip.truncated",
    });
  });

  it("every hostile file ends in a status", () => {
    expect(refused("hostile")).toEqual({
      "09446962": "encrypted read.docx.encrypted",
      "096a1119": "corrupt read.zip.directory",
      "0c21aa8c": "unsupported read.docx.old",
      "142e28fc": "unsupported read.docx.old",
      "1c0460cd": "corrupt read.zip.header",
      "372a23e3": "corrupt read.zip.directory",
      "37a0aac9": "corrupt read.zip.directory",
      "3d3443e3": "corrupt read.zip.header",
      "3d6df72c": "unsupported read.archive",
      "47e8b811": "corrupt read.zip.truncated",
      "4ba7b6c2": "unsupported read.spreadsheet",
      "4e326682": "corrupt read.zip.directory",
      "4fa1dc1c": "corrupt read.zip.truncated",
      "5dd6321a": "rejected-unsafe read.zip.mismatch",
      "5edcd16d": "unsupported read.spreadsheet",
      "5ef9b603": "corrupt read.zip.directory",
      "67c10a91": "unsupported read.docx.old",
      "6a565cf7": "unsupported read.docx.old",
      "6ed10401": "unsupported read.archive",
      "7064ecc6": "rejected-unsafe read.zip.mismatch",
      "728c388a": "rejected-unsafe read.zip.mismatch",
      "76894545": "unsupported read.archive",
      "76b4a5b3": "unsupported read.archive",
      "7d2740ab": "unsupported read.archive",
      "7d2a0fc5": "unsupported read.archive",
      "7d34e905": "corrupt read.zip.directory",
      "7dd52c12": "corrupt read.zip.header",
      "828855fd": "unsupported read.archive",
      "863d2216": "encrypted read.docx.encrypted",
      "8739c76e": "unsupported read.zip.empty",
      "8ac615aa": "rejected-unsafe read.zip.name",
      "8dd49168": "unsupported read.archive",
      "8e1a2fe1": "rejected-unsafe read.zip.name",
      "91ce5bd3": "corrupt read.zip.directory",
      "95dc8408": "unsupported read.spreadsheet",
      "98a86044": "unsupported read.docx.old",
      "9a78086d": "corrupt read.zip.directory",
      "9c9d14a0": "corrupt read.zip.truncated",
      a1f9d9fd: "rejected-unsafe read.zip.mismatch",
      a4baffc3: "unsupported read.docx.old",
      a581572d: "unsupported read.archive",
      a986a609: "unsupported read.archive",
      af049067: "corrupt read.zip.truncated",
    });
  });

  it("blocks are numbered, runs cover the text, paragraphs of the body run on, sections exist", () => {
    for (const { key, result } of ["docx-issued", "docx-templates", "docx-odd"].flatMap(samples)) {
      if (!result.ok) continue;
      let last = 0;
      for (const [at, block] of result.source.blocks.entries()) {
        expect(block.index, key).toBe(at);
        expect(block.format!.runs.map(({ start, end }) => block.text.slice(start, end)).join(""), key).toBe(block.text);
        expect(block.format!.section, key).toBeLessThan(Math.max(1, result.source.layout?.sections.length ?? 0));
        if (block.region !== "body" && block.region !== "text-box") continue;
        expect(block.paragraph, key).toBeGreaterThanOrEqual(last);
        last = block.paragraph;
      }
      for (const trace of result.source.traces) expect(trace.block, key).toBeLessThan(result.source.blocks.length);
    }
  });
});

/** Why our text of a file is not mammoth's. `more`: we read what it passes over; `less`: it reads what is not printed. */
const DIFFERENCES: Record<string, { more?: string; less?: string; spelling?: string }> = {
  "0415a167": { more: "math" },
  "042f5565": { more: "math" },
  "04a2fedf": { more: "math" },
  "055406b5": { more: "math" },
  "32933fac": { more: "math" },
  "06f1dc13": { more: "check box of a form" },
  "0c58de6a": { more: "check boxes of a form" },
  "454bd4b5": { more: "simple field of a mail merge" },
  "6565a369": { more: "base text of ruby" },
  "1e222fcf": { less: "hidden text" },
  "28a372a0": { less: "hidden text" },
  "724feef7": { less: "hidden text" },
  "156def28": { spelling: "bullets typed in a symbol font" },
  "15d31018": { spelling: "a triangle of Wingdings 3" },
  "1e671e24": { spelling: "a table of the characters of three symbol fonts" },
};

describeShared("the text of every readable document", () => {
  it("is mammoth's, labels removed, but for differences that are explained", { timeout: 120_000 }, async () => {
    const unexplained: string[] = [];
    const used = new Set<string>();
    let same = 0;
    for (const { key, bytes, result } of ["docx-issued", "docx-templates", "docx-odd", "hostile"].flatMap(samples)) {
      if (!result.ok) continue;
      const blocks = result.source.blocks.filter(({ region }) => region === "body" || region === "text-box");
      const ours = squeeze(blocks.map(({ text, labelLength }) => text.slice(labelLength)).join("\n"));
      const theirs = squeeze((await mammoth.extractRawText({ buffer: bytes })).value);
      if (ours === theirs) {
        same++;
        continue;
      }
      used.add(key);
      const difference = DIFFERENCES[key];
      const hidden = result.source.traces.filter(({ kind }) => kind === "hidden-text");
      const holds =
        (difference?.more && standsIn(theirs, ours)) ||
        (difference?.less &&
          standsIn(ours, theirs) &&
          squeeze(hidden.map(({ text }) => text).join("")).length === theirs.length - ours.length) ||
        (difference?.spelling && Math.abs(ours.length - theirs.length) < 10);
      if (!holds) unexplained.push(key);
    }
    expect(unexplained).toEqual([]);
    expect([...used].sort()).toEqual(Object.keys(DIFFERENCES).sort());
    expect(same).toBeGreaterThan(170);
  });
});
