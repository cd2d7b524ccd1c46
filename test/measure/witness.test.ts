import { Document, Packer, Paragraph } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { countScope } from "../../src/measure/count.ts";
import { mapPages } from "../../src/measure/page-map.ts";
import { estimatePages } from "../../src/measure/pages.ts";
import type { OfficialDocument } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";

const PROPERTIES = "docProps/app.xml";
let entries: Record<string, Uint8Array>;

beforeAll(async () => {
  const children = Array.from({ length: 60 }, () => new Paragraph("各级各部门要结合实际抓好落实，每季度报送一次。"));
  entries = unzipSync(new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] }))));
});

/** The same document with other statistics saved in it, or none. */
async function withStatistics(pages: number | null): Promise<OfficialDocument> {
  const { [PROPERTIES]: _, ...rest } = entries;
  const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
  const statistics = `<Pages>${pages}</Pages><Words>7</Words><Characters>9</Characters>`;
  const app = strToU8(`<?xml version="1.0"?><Properties xmlns="${namespace}">${statistics}</Properties>`);
  const bytes = zipSync(pages === null ? rest : { ...rest, [PROPERTIES]: app });
  const result = await read(bytes, "a.docx", DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "a.docx", {});
}

it("measures a docx the same with any saved statistics and with none", async () => {
  const without = await withStatistics(null);
  const estimate = estimatePages(without);
  expect(estimate.witness).toBeNull();
  expect(estimate.best).toBeGreaterThan(1);
  for (const pages of [1, 500]) {
    const document = await withStatistics(pages);
    expect(estimatePages(document)).toEqual({ ...estimate, witness: pages });
    expect(mapPages(document)).toEqual(mapPages(without));
    expect(countScope(document, "document")).toEqual(countScope(without, "document"));
  }
});
