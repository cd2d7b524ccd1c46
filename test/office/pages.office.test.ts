import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimatePages } from "../../src/measure/pages.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { PageEstimate } from "../../src/model/result.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { makeSetUps } from "./set-ups.ts";

function answers(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const missing = [
  ["soffice", "--version"],
  ["pdfinfo", "-v"],
  ["pdffonts", "-v"],
]
  .filter(([command, argument]) => !answers(command!, argument!))
  .map(([command]) => command);
const reason = missing.length ? ` (skipped: ${missing.join(", ")} missing, see scripts/install-office.sh)` : "";

interface Comparison {
  name: string;
  office: number;
  fonts: string;
  estimate: PageEstimate;
}

describe.skipIf(missing.length > 0)(`page estimates against LibreOffice${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  let compared: Comparison[] = [];

  beforeAll(async () => {
    const setUps = await makeSetUps();
    for (const { name, bytes } of setUps) writeFileSync(join(folder, `${name}.docx`), bytes);
    const files = setUps.map(({ name }) => join(folder, `${name}.docx`));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files], {
      stdio: "ignore",
    });
    compared = await Promise.all(
      setUps.map(async ({ name, bytes }) => {
        const pdf = join(folder, `${name}.pdf`);
        const pages = /^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }));
        const fonts = execFileSync("pdffonts", [pdf], { encoding: "utf8" });
        const result = await read(bytes, `${name}.docx`, DEFAULT_LIMITS);
        if (!result.ok) throw new Error(`${name}: ${result.failure.reason}`);
        const estimate = estimatePages(recognise(result.source, name, {}));
        return { name, office: Number(pages?.[1]), fonts, estimate };
      }),
    );
    console.table(
      compared.map(({ name, office, estimate: { low, best, high } }) => ({ name, office, low, best, high })),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("lays every set-up out with a CJK font embedded in the PDF", () => {
    expect(compared.length).toBeGreaterThan(0);
    for (const { name, fonts } of compared) {
      const embedded = fonts
        .split("\n")
        .filter((line) => /CJK|Song|Hei|Fang|Kai|Ming/i.test(line) && /\byes\b/.test(line));
      expect(embedded, name).not.toEqual([]);
    }
  });

  it("has the office's number inside every interval", () => {
    for (const { name, office, estimate } of compared) {
      expect(estimate.low, name).toBeLessThanOrEqual(office);
      expect(estimate.high, name).toBeGreaterThanOrEqual(office);
    }
  });

  it("is at most one page off where the line pitch is fixed", () => {
    for (const { name, office, estimate } of compared.filter((one) => one.name.startsWith("exact"))) {
      expect(Math.abs(estimate.best - office), name).toBeLessThanOrEqual(1);
    }
  });
});
