import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { expect, it } from "vitest";
import { openWorkbench } from "../../src/bench/workbench.ts";
import { runRules } from "../../src/check/run.ts";
import type { OfficialDocument } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { openPacks } from "../../src/node/packs.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { findingsOf } from "../../src/result/finding.ts";
import { annotate } from "../../src/revise/annotate.ts";
import { mended } from "../../src/revise/fix/diff.ts";
import type { Fix } from "../../src/revise/fix/fix.ts";
import { fixDocument } from "../../src/revise/fix-document.ts";
import { describeShared, shared } from "../shared.ts";
import { finding, textOfBlocks } from "./covered.ts";

interface Original {
  name: string;
  bytes: Uint8Array;
  document: OfficialDocument;
}

/** Every readable Word document of a folder of the corpus. */
function originals(folder: string): Original[] {
  const path = shared(`corpus/${folder}`)!;
  return readdirSync(path).flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(`${path}/${name}`));
    const result = bytes[0] === 0x50 ? readDocx(bytes, DEFAULT_LIMITS) : null;
    return result?.ok ? [{ name, bytes, document: recognise(result.source, name, {}) }] : [];
  });
}

function again(bytes: Uint8Array): OfficialDocument {
  const result = readDocx(bytes, DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "again", {});
}

/** mammoth's text; null where it cannot read the file at all. */
async function mammothText(bytes: Uint8Array): Promise<string | null> {
  return mammoth.extractRawText({ buffer: Buffer.from(bytes) }).then(
    ({ value }) => value,
    () => null,
  );
}

/** The fixed copy after the drafter rejects every change of ours. */
function rejected(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (!name.endsWith(".xml") || !strFromU8(content).includes("公文检查")) continue;
    const xml = strFromU8(content)
      .replace(/<w:ins w:id="\d+" w:author="公文检查"[^>]*>.*?<\/w:ins>/gs, "")
      .replace(/<w:del w:id="\d+" w:author="公文检查"[^>]*>(.*?)<\/w:del>/gs, (_all, inner: string) =>
        inner.replaceAll("w:delText", "w:t"),
      );
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
}

const fixedText = ({ blocks }: OfficialDocument, fixes: readonly Fix[]) =>
  blocks
    .map(({ index, text }) =>
      mended(
        text,
        fixes.filter(({ span }) => span.block === index),
      ),
    )
    .join("\n");

describeShared("every document of the corpus", async () => {
  const bench = await openWorkbench(await openPacks(["gongwen"], "."), { language: "zh" });

  it.each(["docx-issued", "docx-odd"])(
    "says the same with comments in it: %s",
    async (folder) => {
      let copies = 0;
      for (const { name, bytes, document } of originals(folder)) {
        const verdicts = runRules(document, bench.rules, { ...bench, comparison: null });
        const everywhere = document.blocks
          .filter(({ text }) => text !== "")
          .slice(0, 40)
          .map(({ index, text }, i) => finding({ block: index, start: i % 4, end: Math.min(text.length, 3 + (i % 9)) }))
          .filter(({ span }) => span!.start < span!.end);
        const findings = [...findingsOf(document, verdicts, bench), ...everywhere, finding(null)];
        const result = annotate(bytes, document, findings, () => ["问题"]);
        if (!result.ok) {
          expect(["revise.no-body", "revise.signed"], name).toContain(result.reason);
          continue;
        }
        copies++;
        expect(textOfBlocks(again(result.bytes)), name).toBe(textOfBlocks(document));
        expect(await mammothText(result.bytes), name).toBe(await mammothText(bytes));
      }
      expect(copies).toBeGreaterThan(50);
    },
    300_000,
  );

  it.each(["docx-issued", "docx-odd"])(
    "is mended for good, and says the same again once rejected: %s",
    async (folder) => {
      let mendedCopies = 0;
      for (const { name, bytes, document } of originals(folder)) {
        const result = fixDocument(bytes, document);
        if (!result.ok) {
          expect(result.reason, name).toBe("revise.signed");
          continue;
        }
        if (result.done.length === 0) continue;
        mendedCopies++;
        const fixed = again(result.bytes);
        expect(textOfBlocks(fixed), name).toBe(fixedText(document, result.done));
        const second = fixDocument(result.bytes, fixed);
        expect(second.ok && second.done, name).toEqual([]);
        const back = rejected(result.bytes);
        expect(textOfBlocks(again(back)), name).toBe(textOfBlocks(document));
        expect(await mammothText(back), name).toBe(await mammothText(bytes));
      }
      expect(mendedCopies).toBeGreaterThan(0);
    },
    300_000,
  );
});
