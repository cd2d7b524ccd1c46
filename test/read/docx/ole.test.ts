import { describe, expect, it } from "vitest";
import { isOle, readOle } from "../../../src/read/docx/ole.ts";

/** A compound file whose directory, in sector 0, names these streams; more than four run on into sector 2. */
function compound(...names: string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 0, true);
  view.setUint32(76, 1, true);
  view.setUint32(1024, names.length > 4 ? 2 : 0xfffffffe, true);
  view.setUint32(1024 + 8, 0xfffffffe, true);
  names.forEach((name, i) => {
    const at = (i < 4 ? 512 : 1536) + (i % 4) * 128;
    for (let k = 0; k < name.length; k++) view.setUint16(at + 2 * k, name.charCodeAt(k), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
  });
  return bytes;
}

const why = (bytes: Uint8Array) => `${readOle(bytes).status} ${readOle(bytes).reason}`;

describe("readOle", () => {
  it("tells an encrypted docx from the old .doc and .wps, and from other programs' files", () => {
    expect(why(compound("Root Entry", "EncryptionInfo", "EncryptedPackage"))).toBe("encrypted read.docx.encrypted");
    expect(why(compound("Root Entry", "WordDocument", "1Table"))).toBe("unsupported read.docx.old");
    expect(why(compound("Root Entry", "Workbook"))).toBe("unsupported read.spreadsheet");
    expect(why(compound("Root Entry", "PowerPoint Document"))).toBe("unsupported read.slides");
    expect(why(compound("Root Entry", "x"))).toBe("unsupported read.docx.ole");
  });

  it("follows the directory into its next sector", () => {
    expect(why(compound("Root Entry", "a", "b", "c", "d", "EncryptedPackage"))).toBe("encrypted read.docx.encrypted");
  });

  it("ends on files that are cut off or whose directory goes in a circle", () => {
    const circle = compound("Root Entry");
    new DataView(circle.buffer).setUint32(1024, 0, true);
    expect(why(circle)).toBe("unsupported read.docx.ole");
    for (const length of [8, 100, 512, 600])
      expect(why(compound("WordDocument").subarray(0, length))).toBe("unsupported read.docx.ole");
    expect(isOle(compound())).toBe(true);
    expect(isOle(new Uint8Array([0xd0, 0xcf]))).toBe(false);
  });
});
