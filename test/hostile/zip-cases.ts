import { deflateSync, strToU8 } from "fflate";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { crc32 } from "../../src/read/docx/zip/crc32.ts";
import { readDirectory } from "../../src/read/docx/zip/directory.ts";
import { read } from "../../src/read/read.ts";
import { docx, p, partsOf } from "../read/docx/build.ts";
import { type RawEntry, type RawZip, rawZip } from "../read/docx/raw-zip.ts";
import { file, type HostileCase, type HostileGroup } from "./case.ts";

const MAIN = "word/document.xml";
const entries = (body = p("通知")): RawEntry[] =>
  Object.entries(partsOf(body)).map(([name, content]) => ({ name, content }));
const change = (how: Partial<RawEntry>) =>
  entries().map((entry) => (entry.name === MAIN ? { ...entry, ...how } : entry));
const zip = (raw: RawEntry[], how: RawZip = {}) => rawZip(raw, how);
const plus = (...more: RawEntry[]) => zip([...entries(), ...more]);
const MB = 1024 * 1024;

/**
 * The bomb of overlapping files that quote one another: file k is a stored block around the header of file k+1, and goes
 * on as file k+1. `count` names, one kernel; every header, size and checksum is true.
 */
function quotingBomb(count: number, kernelSize: number): Uint8Array {
  const kernel = new Uint8Array(kernelSize);
  const packedKernel = deflateSync(kernel);
  const names = Array.from({ length: count }, (_, i) => `x${String(i).padStart(4, "0")}`);
  let content = kernel;
  let packed = packedKernel;
  const chain: { header: Uint8Array; packed: Uint8Array; content: Uint8Array }[] = [];
  for (const name of names.reverse()) {
    const header = localHeader(name, crc32(content), packed.length, content.length);
    chain.unshift({ header, packed, content });
    const stored = new Uint8Array(5 + header.length + packed.length);
    stored.set([0, header.length & 255, header.length >> 8, ~header.length & 255, (~header.length >> 8) & 255]);
    stored.set(header, 5);
    stored.set(packed, 5 + header.length);
    const longer = new Uint8Array(header.length + content.length);
    longer.set(header);
    longer.set(content, header.length);
    [packed, content] = [stored, longer];
  }
  names.reverse();
  const body = [...chain[0]!.header, ...chain[0]!.packed];
  const central: number[] = [];
  let at = 0;
  for (const [index, name] of names.entries()) {
    const { header, packed: data, content: whole } = chain[index]!;
    central.push(0x50, 0x4b, 1, 2, 20, 0, ...header.slice(4, 30), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...four(at));
    central.push(...strToU8(name));
    at += header.length + (index + 1 < count ? 5 : data.length);
    void whole;
  }
  const end = [
    0x50,
    0x4b,
    5,
    6,
    0,
    0,
    0,
    0,
    ...two(count),
    ...two(count),
    ...four(central.length),
    ...four(body.length),
  ];
  return Uint8Array.from([...body, ...central, ...end, 0, 0]);
}

const two = (value: number) => [value & 255, (value >> 8) & 255];
const four = (value: number) => [...two(value & 0xffff), ...two((value >>> 16) & 0xffff)];

function localHeader(name: string, crc: number, packed: number, size: number): Uint8Array {
  const bytes = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, ...four(crc), ...four(packed), ...four(size)];
  return Uint8Array.from([...bytes, ...two(name.length), 0, 0, ...strToU8(name)]);
}

/** A part of blanks that is packed about `ratio` to one, beyond the first megabyte. */
function packedTo(ratio: number): Uint8Array {
  const size = 4 * MB;
  const noise = new Uint8Array(Math.floor(size / ratio));
  let state = 1;
  for (let i = 0; i < noise.length; i++) noise[i] = 97 + ((state = (state * 48271) % 2147483647) % 26);
  const text = `<a>${String.fromCharCode(...noise.subarray(0, 60_000))}${" ".repeat(size)}</a>`;
  return zip([...change({ content: text }), { name: "word/media/rest.bin", content: noise, method: 0 }]);
}

/** A document whose parts together are packed `ratio` to one, or as little less as a letter makes. */
function packedNearly(ratio: number): Uint8Array {
  let state = 1;
  const noise = Array.from({ length: 100_000 }, () =>
    String.fromCharCode(97 + ((state = (state * 48271) % 2147483647) % 26)),
  ).join("");
  const whole = (letters: number) => docx(p(`通知${noise.slice(0, letters)}${" ".repeat(2 * MB)}`));
  const ratioOf = (bytes: Uint8Array) => {
    const all = [...readDirectory(bytes, DEFAULT_LIMITS).values()];
    return all.reduce((sum, { size }) => sum + size, 0) / all.reduce((sum, { packed }) => sum + packed, 0);
  };
  let [few, many] = [0, noise.length];
  while (many - few > 1) {
    const middle = (few + many) >> 1;
    if (ratioOf(whole(middle)) > ratio) few = middle;
    else many = middle;
  }
  return whole(many);
}

/** Parts that are within their own limits and beyond that of the file together. */
const inflatedOver = (): HostileCase => ({
  name: "parts that are too much together",
  async run() {
    const bytes = docx(p(`通知${"甲乙".repeat(30_000)}`));
    const result = await read(bytes, "草稿.docx", { ...DEFAULT_LIMITS, inflatedBytes: 100_000 });
    return !result.ok && result.failure.reason === "read.zip.total" ? null : "is read";
  },
});

const lying = (size: number) => zip(change({ content: "<a>".repeat(1_000_000), size }));
const NAMES = [
  "../x",
  "..\\x",
  "a/../../x",
  "/etc/x",
  "\\x",
  "C:\\x",
  "\\\\host\\share\\x",
  "c:x",
  "a\0b",
  "a/..",
  "..",
];

export const zipCases: HostileGroup = {
  name: "zip",
  cases: [
    file("bomb of 3 quoting files", () => quotingBomb(3, 1000), "rejected-unsafe"),
    file("bomb of 120 quoting files, 120 MB", () => quotingBomb(120, MB), "rejected-unsafe"),
    file("two names for one entry", () => plus({ name: "y.xml", headerAt: 0 }), "rejected-unsafe"),
    file(
      "entry that reaches into the next",
      () => zip(entries().map((e, i) => (i ? e : { ...e, packed: 400, local: {} }))),
      ["rejected-unsafe", "corrupt"],
    ),
    file("entry that reaches into the directory", () => zip(change({ packed: 100_000 })), [
      "rejected-unsafe",
      "corrupt",
    ]),
    file("header inside another entry", () => plus({ name: "y.xml", headerAt: 7 }), ["corrupt", "rejected-unsafe"]),
    file("200 MB of blanks", () => docx(`<w:p>${" ".repeat(60 * MB)}</w:p>`), ["rejected-unsafe", "too-large"]),
    file("part over 64 MB", () => zip(change({ size: 65 * MB })), ["too-large", "rejected-unsafe"]),
    file("packed 120:1", () => docx(p(" ".repeat(3 * MB))), "rejected-unsafe"),
    file("packed 99:1", () => packedNearly(99), "read"),
    file("packed 100:1", () => packedNearly(100), "read"),
    file("packed 101:1", () => packedNearly(101), "rejected-unsafe"),
    inflatedOver(),
    file("packed far below the limit", () => packedTo(20), ["corrupt", "read", "rejected-unsafe"], ""),
    file(
      "sizes that sum over 300 MB",
      () => plus(...Array.from({ length: 6 }, (_, i) => ({ name: `word/header${i}.xml`, size: 60 * MB }))),
      "read",
    ),
    ...[1, 1000, 2_999_999, 3_000_001, 0xffffffff].map((size) =>
      file(`size says ${size}, is 3,000,000`, () => lying(size), ["rejected-unsafe", "too-large", "corrupt"]),
    ),
    file("stored entry with another size", () => zip(change({ method: 0, size: 5 })), "rejected-unsafe"),
    ...NAMES.map((name) => file(`name ${JSON.stringify(name)}`, () => plus({ name, content: "x" }), "rejected-unsafe")),
    file("empty name", () => plus({ name: "", content: "x" }), "rejected-unsafe"),
    file("names CON, aux.xml, a:b", () => plus({ name: "CON" }, { name: "aux.xml" }, { name: "word/a:b" }), "read"),
    file("the same name twice", () => plus({ name: MAIN, content: "x" }), "rejected-unsafe"),
    file("the same name in other case", () => plus({ name: MAIN.toUpperCase(), content: "x" }), "rejected-unsafe"),
    file("the same name with backslash", () => plus({ name: "word\\document.xml", content: "x" }), "rejected-unsafe"),
    file("the same name composed otherwise", () => plus({ name: "é" }, { name: "e\u0301" }), "rejected-unsafe"),
    file("folder and file of one name", () => plus({ name: "word/document.xml/", method: 0 }), "rejected-unsafe"),
    file(
      "names of the prototype",
      () => plus({ name: "__proto__" }, { name: "constructor" }, { name: "toString" }),
      "read",
    ),
    file("encrypted entry", () => zip(change({ flags: 1 })), "encrypted"),
    file("strong encryption", () => zip(change({ flags: 0x41 })), "encrypted"),
    file("encrypted directory", () => zip(change({ flags: 0x2000 })), "encrypted"),
    ...[1, 6, 9, 12, 14, 93, 99].map((method) =>
      file(`method ${method}`, () => zip(change({ method })), ["unsupported", "rejected-unsafe"]),
    ),
    file("local method differs", () => zip(change({ local: { method: 0 } })), "rejected-unsafe"),
    file("local name differs", () => zip(change({ local: { name: "word/Xocument.xml" } })), "rejected-unsafe"),
    file("local size differs", () => zip(change({ local: { size: 7 } })), "rejected-unsafe"),
    file("local flags differ", () => zip(change({ local: { flags: 1 } })), "rejected-unsafe"),
    file("zip64 records", () => zip(entries(), { zip64: true }), "read"),
    file(
      "comment that looks like an end record",
      () => zip(entries(), { comment: [0x50, 0x4b, 5, 6, ...Array(18).fill(0)] }),
      ["corrupt", "rejected-unsafe"],
    ),
    file("bytes before the zip", () => zip(entries(), { prefix: [...strToU8("PK\x03\x04junk")] }), [
      "corrupt",
      "rejected-unsafe",
    ]),
    file("bytes behind the zip", () => zip(entries(), { suffix: [1, 2, 3] }), ["corrupt", "rejected-unsafe"]),
    file("fewer entries stated", () => zip(entries(), { entriesStated: 2 }), "corrupt"),
    file("more entries stated", () => zip(entries(), { entriesStated: 65535 }), ["corrupt", "too-large"]),
    file(
      "4,001 entries",
      () => plus(...Array.from({ length: 4001 }, (_, i) => ({ name: `x${i}`, method: 0 }))),
      "too-large",
    ),
    file("wrong checksum", () => zip(change({ crc: 1 })), "corrupt"),
    file("data that is no deflate", () => zip(change({ data: Uint8Array.of(255, 255, 255) })), "corrupt"),
    ...[0.1, 0.5, 0.9, 0.999].map((share) =>
      file(
        `cut off at ${share * 100} %`,
        () => docx(p("通知")).slice(0, Math.floor(docx(p("通知")).length * share)),
        "corrupt",
      ),
    ),
  ],
};
