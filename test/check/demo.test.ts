import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openWorkbench } from "../../src/bench/workbench.ts";
import { checkKinds } from "../../src/check/registry.ts";
import { lintDocument, openSuperior } from "../../src/lint.ts";
import { loadPacks } from "../../src/pack/load.ts";
import { shippedFiles } from "../pack/files.ts";

const folder = fileURLToPath(new URL("../../fixtures/demo/", import.meta.url));
const UNDECLARED = { over: {}, under: {} };

/** Expectations stand in comments of the Markdown drafts and in the description property of the docx. */
function notesOf(bytes: Uint8Array, name: string): string {
  return name.endsWith(".docx") ? strFromU8(unzipSync(bytes)["docProps/core.xml"]!) : strFromU8(bytes);
}

function named(notes: string, key: string): string[] {
  return [...notes.matchAll(new RegExp(`${key}: ([^\\s<]+)`, "g"))].map((found) => found[1]!);
}

const drafts = readdirSync(folder).filter((name) => /\.(md|docx)$/.test(name));
const expected = drafts.map((name) => {
  const notes = notesOf(readFileSync(folder + name), name);
  return { name, against: named(notes, "against"), findings: named(notes, "expect").filter((one) => one !== "none") };
});

describe("the demonstration drafts", async () => {
  const [pack] = await loadPacks(["gongwen"], checkKinds, shippedFiles);
  const bench = await openWorkbench([pack!], { language: "zh" });
  const open = (name: string) => ({
    name,
    declared: UNDECLARED,
    superiors: [],
    open: async () => new Uint8Array(readFileSync(folder + name)),
  });

  it.each(expected)("$name breaks what it says and nothing else", async ({ name, against, findings }) => {
    const superiors = await Promise.all(against.map((one) => openSuperior(open(one), bench)));
    const { result } = await lintDocument(open(name), { ...bench, superiors });
    expect(result.problem).toBeNull();
    const found = result.findings
      .filter(({ severity }) => severity !== "info")
      .map(({ rule, clause, line, paragraph }) => `${rule}@${clause ?? line ?? paragraph ?? "document"}`);
    expect(found.sort()).toEqual([...findings].sort());
  });

  it("has a clean draft, and drafts for length, copying and responsibility", () => {
    const rules = new Set(expected.flatMap(({ findings }) => findings.map((one) => one.split("@")[0])));
    expect([...rules].sort()).toEqual(["GW-copy", "GW-length-4000", "GW-unit"]);
    expect(expected.find(({ name }) => name === "clean-notice.md")!.findings).toEqual([]);
  });
});
