import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { Finding } from "../../src/model/result.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { annotate } from "../../src/revise/annotate.ts";
import { fixDocument } from "../../src/revise/fix-document.ts";
import { docx, p, r } from "../read/docx/build.ts";
import { finding } from "../revise/covered.ts";
import { shared } from "../shared.ts";

/** Documents that the office suite has to open with comments and corrections in them. */
const FILES = 12;

function answers(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const reason = answers("soffice") ? "" : " (skipped: soffice missing, see scripts/install-office.sh)";

/** Issued documents beside the project, and three of our own, which are there everywhere. */
function drafts(): { name: string; bytes: Uint8Array }[] {
  const own = [
    docx(`${p("关于加强管理的通知")}${p("各单位要坚持原则,敢于担当。")}`),
    docx(`<w:p>${r("各单位要")}<w:ins w:id="7" w:author="张">${r("加强组织领")}</w:ins>${r("导。")}</w:p>`),
    docx(
      `${p("表格如下。")}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${p("各单位要加强,领导。")}</w:tc></w:tr></w:tbl>${p("完。")}`,
    ),
  ].map((bytes, i) => ({ name: `own-${i}`, bytes }));
  const folder = shared("corpus/docx-issued");
  if (!folder) return own;
  const files = readdirSync(folder).filter((name) => name.endsWith(".docx"));
  const step = Math.floor(files.length / (FILES - own.length));
  const chosen = files.filter((_name, i) => i % step === 0).slice(0, FILES - own.length);
  return [
    ...own,
    ...chosen.map((name, i) => ({ name: `issued-${i}`, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
  ];
}

function documentOf(bytes: Uint8Array) {
  const result = readDocx(bytes, DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "draft", {});
}

describe.skipIf(reason !== "")(`copies in LibreOffice${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "revise-"));
  const names: string[] = [];
  const convert = (to: string, files: string[]) =>
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        folder,
        ...files,
      ],
      { stdio: "ignore" },
    );

  beforeAll(() => {
    for (const { name, bytes } of drafts()) {
      const fixed = fixDocument(bytes, documentOf(bytes));
      if (!fixed.ok) throw new Error(fixed.reason);
      const document = documentOf(fixed.bytes);
      const findings: Finding[] = document.blocks
        .filter(({ text, region }) => region === "body" && text.length > 3)
        .slice(0, 20)
        .map(({ index, text }, i) => finding({ block: index, start: i % 3, end: Math.min(text.length, 3 + i) }));
      const annotated = annotate(fixed.bytes, document, findings, () => ["问题：标题。消息", "怎么改：建议"]);
      if (!annotated.ok) throw new Error(annotated.reason);
      // What is mended is text like any other once its changes are accepted: compare with the mended copy.
      writeFileSync(join(folder, `${name}.before.docx`), fixed.bytes);
      writeFileSync(join(folder, `${name}.after.docx`), annotated.bytes);
      names.push(name);
    }
    const files = names
      .flatMap((name) => [`${name}.before.docx`, `${name}.after.docx`])
      .map((name) => join(folder, name));
    convert("txt:Text (encoded):UTF8", files);
    convert(
      "pdf",
      files.filter((name) => name.endsWith(".after.docx")),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("open and say the same as without comments", () => {
    const texts = (kind: string) => names.map((name) => readFileSync(join(folder, `${name}.${kind}.txt`), "utf8"));
    expect(texts("after")).toEqual(texts("before"));
    expect(texts("before").every((text) => text.trim().length > 1)).toBe(true);
  });

  it("become pages", () => {
    const made = readdirSync(folder).filter((name) => name.endsWith(".after.pdf"));
    expect(made).toHaveLength(names.length);
  });
});
