import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { copyLine } from "../../src/scan/cache/copy.ts";
import type { Place } from "../../src/scan/cache/earlier.ts";
import { type Entry, readEntry, writeEntry } from "../../src/scan/cache/entry.ts";
import { openLookup } from "../../src/scan/cache/lookup.ts";
import { openMoves } from "../../src/scan/cache/moves.ts";
import { seal, unseal } from "../../src/scan/cache/seal.ts";
import { openCacheWriter } from "../../src/scan/cache/write.ts";
import { isClassified } from "../../src/scan/classified.ts";
import { openJournal } from "../../src/scan/journal.ts";
import { fileLines } from "../../src/scan/lines.ts";
import { encodeReply, frameReader, type Reply } from "../../src/scan/protocol.ts";
import { differences } from "../../src/scan/report-folder.ts";
import { seenNames } from "../../src/scan/seen.ts";
import { inShard } from "../../src/scan/shard.ts";
import { snapshot } from "../../src/scan/snapshot.ts";
import type { LineSums } from "../../src/scan/totals.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gwlint-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("names met are known again, and no others, however many there are", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 3000 }), (names) => {
      const seen = seenNames();
      const half = names.slice(0, names.length >> 1);
      for (const name of half) expect(seen.add(name)).toBe(true);
      for (const name of half) expect(seen.add(name)).toBe(false);
      expect(seen.size).toBe(half.length);
      expect(names.map((name) => seen.has(name))).toEqual(names.map((_, i) => i < half.length));
    }),
    { numRuns: 20 },
  );
});

test("a name is in exactly one of all parts, composed or not", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (name, of) => {
      const parts = (one: string) => Array.from({ length: of }, (_, i) => inShard(one, { index: i + 1, of }));
      expect(parts(name).filter(Boolean)).toHaveLength(1);
      expect(parts(name.normalize("NFD"))).toEqual(parts(name.normalize("NFC")));
    }),
  );
});

const SUMS: LineSums = ["checked-clean", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ""];

test("frames come whole out of any pieces they are sent in", () => {
  const payloads = ["", "一", "x".repeat(5000), "a\nb\n"].map((text) => Buffer.from(text));
  const frames = payloads.map((payload, task) =>
    encodeReply(
      { kind: "line", task, last: true, checked: true, name: `${task}\n`, sums: SUMS, rss: 1 },
      payload.length > 0 ? payload : undefined,
      task % 2 === 0 ? Buffer.from(`sealed ${task}`) : undefined,
    ),
  );
  const stream = Buffer.concat(frames);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 }), (sizes) => {
      const got: [Reply, string, string][] = [];
      const take = frameReader((reply, { line, sealed }) => got.push([reply, line.toString(), sealed.toString()]));
      for (let at = 0, i = 0; at < stream.length; i++) {
        const end = Math.min(stream.length, at + sizes[i % sizes.length]!);
        take(stream.subarray(at, end));
        at = end;
      }
      expect(got.map(([reply, ...texts]) => [(reply as { task: number }).task, ...texts])).toEqual(
        payloads.map((payload, task) => [task, payload.toString(), task % 2 === 0 ? `sealed ${task}` : ""]),
      );
    }),
  );
});

describe("a line copied from the run before", () => {
  const file = { bytes: 12, sha256: "a".repeat(64), modified: "2026-05-06T08:00:00.000Z", attempts: 2 };
  const today = { ...file, modified: "2026-05-07T08:00:00.000Z", attempts: 1 };
  const bytesOf = (line: object) => Buffer.from(`${JSON.stringify(line)}\n`);

  test("is what reading it and writing it again would give, whatever its words are", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom('","status":"x', ',"file":{"bytes":1,"sha256":"', '},"archive":null', '{"path":"a"'),
    );
    fc.assert(
      fc.property(words, words, words, fc.boolean(), (before, name, title, read) => {
        const rest = { status: "checked-findings", title, findings: [{ text: title }], held: [] };
        const line = { path: before, ...rest, file, archive: { title } };
        const copy = copyLine(bytesOf(line), name, read ? today : { ...today, sha256: null });
        expect(copy?.toString()).toBe(bytesOf({ ...line, path: name, file: today }).toString());
      }),
    );
  });

  test("is none where it is of another content, or no whole line", () => {
    const line = bytesOf({ path: "a", status: "checked-clean", file, archive: null });
    expect(copyLine(line, "a", { ...today, sha256: "b".repeat(64) })).toBeNull();
    for (const end of [0, 5, 40, line.length - 20, line.length - 1]) {
      expect(copyLine(line.subarray(0, end), "a", today)).toBeNull();
    }
  });
});

test("a sealed line opens with its document under its key, and with nothing else", () => {
  const key = "07".repeat(16);
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(), (text, document, at) => {
      const line = Buffer.from(`${text}\n`);
      const sealed = seal(line, document, key);
      expect(unseal(sealed, document, key, 1e6)).toEqual(line);
      expect(seal(line, document, key)).not.toEqual(sealed);
      const other = document.slice();
      other[at % other.length]! ^= 1;
      expect(unseal(sealed, other, key, 1e6)).toBeNull();
      expect(unseal(sealed, document, "08".repeat(16), 1e6)).toBeNull();
      expect(unseal(sealed.subarray(0, at % sealed.length), document, key, 1e6)).toBeNull();
      sealed[at % sealed.length]! ^= 1;
      expect(unseal(sealed, document, key, 1e6)).toBeNull();
    }),
  );
  expect(unseal(seal(Buffer.alloc(1000), new Uint8Array(5), key), new Uint8Array(5), key, 999)).toBeNull();
});

describe("the cache on disk", () => {
  const entry = (number: number, more: Partial<Entry> = {}): Entry => ({
    key: number.toString(16).padStart(8, "0").repeat(4),
    day: 20_000,
    run: "abc",
    offset: number,
    length: 1,
    of: "0123456789abcdef",
    sealed: number % 2 === 0 ? { run: number % 4 === 0 ? null : "abc", offset: number, length: 3 } : null,
    sums: number % 3 === 0 ? '{"found":0}' : "",
    ...more,
  });

  test("is read as it was written, and a line that is none is no entry", () => {
    expect(readEntry(writeEntry(entry(6)).trim())).toEqual(entry(6));
    expect(readEntry(writeEntry(entry(7)).trim())).toEqual(entry(7));
    for (const text of [
      "",
      "x",
      "0".repeat(32),
      `${"0".repeat(32)} k x`,
      `${"0".repeat(32)} k 1 abc 1`,
      `${"0".repeat(32)} c 1 a 1 1`,
    ]) {
      expect(readEntry(text)).toBeNull();
    }
  });

  test("finds every key of thousands and none that is not there, and forgets what was long of no use", async () => {
    const cache = join(folder, "cache");
    // Keys of one file of the 256, as close together and as uneven as they come.
    const keys = (n: number) =>
      `07${Math.floor(n ** 2.2)
        .toString(16)
        .padStart(30, "0")}`;
    const writer = openCacheWriter(cache, "a1", 20_000);
    for (let n = 0; n < 3000; n++) writer.add(entry(n, { key: keys(2 * n) }));
    await writer.finish();
    const later = openCacheWriter(cache, "a2", 20_029);
    later.add(entry(5, { key: keys(0), day: 20_029, offset: 99 }));
    await later.finish();
    const lookup = openLookup(cache);
    for (let n = 1; n < 3000; n++) {
      expect(lookup.find(keys(2 * n))?.offset).toBe(n);
      expect(lookup.find(keys(2 * n + 1))).toBeNull();
    }
    expect(lookup.find(keys(0))?.offset).toBe(99);
    lookup.close();
    const last = openCacheWriter(cache, "a3", 20_031);
    last.add(entry(1, { key: keys(6001), day: 20_031 }));
    await last.finish();
    expect(readFileSync(join(cache, "07"), "utf8").trim().split("\n")).toHaveLength(2);
  });

  test("keeps sealed lines as long as an entry points to them, and no dead ones beyond as many again", async () => {
    const cache = join(folder, "sealed cache");
    const sizes: number[] = [];
    const line = (n: number, run: number) => Buffer.from(`${n} in ${run} `.repeat(20));
    for (let run = 0; run < 8; run++) {
      const writer = openCacheWriter(cache, `b${run}`, 20_000);
      // Two lines stay what they were in the first run, ten are made anew by each.
      for (let n = run === 0 ? 0 : 2; n < 12; n++) {
        writer.add(entry(n, { sealed: writer.seal(line(n, run)) }));
      }
      await writer.finish();
      sizes.push(statSync(join(cache, "00.sealed")).size);
    }
    const lookup = openLookup(cache);
    for (let n = 0; n < 12; n++) {
      const { key, sealed } = lookup.find(entry(n).key)!;
      expect(lookup.sealed(key, sealed!)?.toString()).toBe(line(n, n < 2 ? 0 : 7).toString());
    }
    lookup.close();
    expect(Math.max(...sizes)).toBeLessThan(3 * sizes[0]!);
    expect(readdirSync(cache).sort()).toEqual(["00", "00.sealed"]);
  });

  test("that is cut short or full of something else knows less, and says nothing wrong", () => {
    const cache = join(folder, "cache");
    truncateSync(join(cache, "07"), 60);
    writeFileSync(join(cache, "08"), Buffer.alloc(40_000, 7));
    const lookup = openLookup(cache);
    expect(lookup.find(`08${"0".repeat(30)}`)).toBeNull();
    expect(lookup.find(`07${"f".repeat(30)}`)).toBeNull();
    expect(lookup.find(`09${"f".repeat(30)}`)).toBeNull();
    lookup.close();
  });
});

test("the journal goes on at the byte it is told, in whole lines", async () => {
  const path = join(folder, "journal");
  const first = openJournal(path, 0, () => {});
  expect(first.append(Buffer.from("one\n"))).toEqual({ offset: 0, length: 4 });
  first.append(Buffer.from("two\n"));
  await first.close();
  const second = openJournal(path, 4, () => {});
  expect(second.append(Buffer.from("three\n")).offset).toBe(4);
  await second.close();
  writeFileSync(path, "torn", { flag: "a" });
  const lines: string[] = [];
  for await (const { bytes } of fileLines(path)) lines.push(bytes.toString());
  expect(lines).toEqual(["one\n", "three\n"]);
});

test.skipIf(process.platform !== "linux")("a file that is not what it says it is while it is read is given up", () => {
  // Its size is told as 0, and there is something in it.
  const { bytes, file } = snapshot("/proc/version", 1000, 1);
  expect(bytes).toMatchObject({ status: "unreadable", reason: "scan.changed" });
  expect(file.sha256).toBeNull();
  expect(snapshot("/dev/zero", 1000, 1).bytes).toMatchObject({ reason: "open.not-a-file" });
  expect(snapshot(join(folder, "\ufffd.md"), 1000, 1).bytes).toMatchObject({ reason: "scan.name-encoding" });
  expect(snapshot(join(folder, "journal"), 3, 1).bytes).toMatchObject({ status: "too-large" });
});

test("runs differ in what one of them has otherwise, or not at all", () => {
  expect(differences({ a: "1", b: "2" }, { a: "1", b: "2" })).toEqual([]);
  expect(differences({ a: "1", b: "2" }, { a: "3", c: "2" })).toEqual(["a", "b", "c"]);
});

describe("密级", () => {
  const BODY = "\n\n# 关于做好防汛工作的通知\n\n各县区人民政府：\n\n现就有关事项通知如下。\n";
  async function classified(text: string): Promise<boolean> {
    const result = await read(new TextEncoder().encode(text), "a.md", DEFAULT_LIMITS);
    if (!result.ok) throw new Error(result.failure.reason);
    return isClassified(recognise(result.source, "a.md", {}));
  }

  test.each(["机密★1年", "秘 密 ★ 长期", "绝密", "密级：秘密", "000012　机密★5年　特急", "機密☆", "机密 10年"])(
    "%s on the first page",
    async (mark) => {
      expect(await classified(mark + BODY)).toBe(true);
      expect(await classified(`某某市人民政府文件\n\n${mark}${BODY}`)).toBe(true);
    },
  );

  test.each([
    "关于加强国家秘密管理的通知",
    "机密文件管理办法",
    "各单位要按照“秘密★1年”的格式标注密级，不得漏标。",
    "秘密",
    "商业秘密保护",
    "密级变更情况",
  ])("%s in a heading or in a sentence is none where it is no mark", async (words) => {
    const text =
      words === "秘密"
        ? `${BODY}${"甲乙丙丁。".repeat(400)}\n\n秘密\n`
        : `# ${words}\n\n各单位：\n\n${words}的有关事项通知如下。\n`;
    expect(await classified(text)).toBe(false);
  });

  test("declared counts as marked", async () => {
    const result = await read(new TextEncoder().encode(BODY), "a.md", DEFAULT_LIMITS);
    if (!result.ok) throw new Error(result.failure.reason);
    expect(isClassified(recognise(result.source, "a.md", { secrecy: { origin: "declared", value: "机密" } }))).toBe(
      true,
    );
  });
});

test("lines that moved are followed to where they stand, and to nowhere else", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100_000), { maxLength: 3000 }), fc.nat(3000), (offsets, early) => {
      const moves = openMoves();
      const laid: number[] = [];
      const lay = ({ offset, length }: Place) => laid.push(offset + length) - 1;
      offsets.forEach((offset, i) => {
        moves.add({ offset, length: 7 });
        if (i === early) moves.settle(lay);
      });
      moves.settle(lay);
      expect(laid).toEqual(offsets.map((offset) => offset + 7));
      const follow = moves.follow();
      for (const [i, offset] of offsets.entries()) expect(follow(offset)).toBe(i);
      expect(follow(100_001)).toBeUndefined();
      const missing = [...Array(50).keys()].find((n) => !offsets.includes(n));
      if (missing !== undefined) expect(follow(missing)).toBeUndefined();
    }),
  );
});
