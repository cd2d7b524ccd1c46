import { describe, expect, test } from "vitest";
import { en } from "../../src/language/en.ts";
import { zh } from "../../src/language/zh.ts";
import { detect, UNSUPPORTED } from "../../src/read/detect.ts";
import { refusal } from "./read-bytes.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const ascii = (text: string) => bytes(text);

describe("what a file really is goes before its name", () => {
  test.each([
    ["草稿.docx", "{\\rtf1\\ansi}", "unsupported", "read.rtf"],
    ["草稿.docx", "%PDF-1.7\n", "unsupported", "read.pdf"],
    ["草稿.txt", "\n\n%PDF-1.4\n", "unsupported", "read.pdf"],
    ["草稿.docx", "\x89PNG\r\n\x1a\n", "unsupported", "read.image"],
    ["草稿.docx", "\xff\xd8\xff\xe0", "unsupported", "read.image"],
    ["草稿.docx", "<!DOCTYPE html><p>x</p>", "unsupported", "read.html-renamed"],
    ["草稿.doc", "<html xmlns:o='x'>", "unsupported", "read.html-renamed"],
    ["草稿.docx", "plain text", "corrupt", "read.not-docx"],
    [
      "草稿.docx",
      "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
      "unsupported",
      "read.odt",
    ],
    ["草稿.docx", `PK\x03\x04${"\0".repeat(60)}xl/workbook.xml`, "unsupported", "read.spreadsheet"],
    ["草稿.docx", `PK\x03\x04${"\0".repeat(60)}OFD.xml`, "unsupported", "read.ofd"],
    ["网页.html", 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n', "unsupported", "read.mhtml"],
    [
      "草稿.docx",
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
      "unsupported",
      "read.word-xml",
    ],
  ])("%s with %j", async (name, content, status, reason) => {
    expect(await refusal(name, ascii(content))).toMatchObject({ status, reason });
  });

  test.each([
    ["旧稿.doc", "read.doc"],
    ["旧稿.wps", "read.wps"],
    ["表.xls", "read.spreadsheet"],
    ["签发稿.ofd", "read.ofd"],
    ["包.zip", "read.archive"],
    ["草稿.xyz", "read.unknown-type"],
  ])("%s is named by its ending", async (name, reason) => {
    expect(await refusal(name, "x")).toMatchObject({ status: "unsupported", reason });
  });

  test("the owner file of Word is skipped, an empty file is not a clean one", async () => {
    expect(await refusal("目录/~$草稿.docx", "x")).toMatchObject({ status: "skipped", reason: "read.owner-file" });
    expect(await refusal("草稿.docx", "")).toMatchObject({ status: "corrupt", reason: "read.empty" });
    expect(await refusal("草稿.txt", "\u3000\n \n")).toMatchObject({ status: "corrupt", reason: "read.no-text" });
  });

  test("binary data under the name of a text, and text in no known encoding", async () => {
    expect(await refusal("草稿.txt", bytes("ab\0\0\x01cd"))).toMatchObject({
      status: "unsupported",
      reason: "read.binary",
    });
    expect(await refusal("草稿.md", bytes("\xe9\n\xff\xff"))).toMatchObject({
      status: "corrupt",
      reason: "read.encoding",
    });
  });

  test("a text larger than the limit", async () => {
    expect(await refusal("草稿.txt", "字".repeat(40), { textBytes: 100 })).toMatchObject({ status: "too-large" });
  });

  test("who reads what", () => {
    const reader = (name: string, content: string) => detect(ascii(content), name);
    expect(reader("a.docx", "PK\x03\x04 word/document.xml")).toEqual({ reader: "docx" });
    expect(reader("a.txt", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")).toEqual({ reader: "ole2" });
    expect(reader("A.MD", "x")).toEqual({ reader: "markdown" });
    expect(reader("a.txt", "<!doctype html>")).toEqual({ reader: "html" });
    expect(reader("a.htm", "<p>x")).toEqual({ reader: "html" });
    expect(reader("-", "x")).toEqual({ reader: "text" });
  });

  test("every refusal has its sentence and its advice in both languages", () => {
    const reasons = [...UNSUPPORTED.values(), "read.owner-file", "read.empty", "read.no-text", "read.html-renamed"];
    reasons.push("read.not-docx", "read.unknown-type", "read.text-too-large", "read.binary", "read.encoding");
    reasons.push("read.word-xml", "read.html-too-deep", "read.markdown-too-complex");
    for (const reason of reasons) {
      for (const key of [reason, `${reason}.advice`]) {
        expect(zh).toHaveProperty([key]);
        expect(en).toHaveProperty([key]);
      }
    }
  });
});
