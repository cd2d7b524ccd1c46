import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const BROWSER = "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why there is no browser to test with; empty where there is one. */
export function noBrowser(): string {
  try {
    execFileSync(BROWSER, ["--version"], { stdio: "ignore" });
    return "";
  } catch {
    return ` (skipped: ${BROWSER} missing, see scripts/install-office.sh)`;
  }
}

export interface Opened {
  page: Page;
  /** Everything the page asked for besides itself, and everything it complained of. */
  requests: string[];
  errors: string[];
}

export interface TestBrowser {
  /** Opens a file from the disk in a window of the given size, the part of the address after # included. */
  open(file: string, hash?: string, size?: { width: number; height: number }): Promise<Opened>;
  close(): Promise<void>;
}

/** Chromium with a profile of its own that is thrown away. */
export async function testBrowser(): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: BROWSER,
    headless: true,
    args: ARGUMENTS,
    offline: true,
  });
  return {
    async open(file, hash = "", size = { width: 1366, height: 768 }) {
      const page = await context.newPage();
      await page.setViewportSize(size);
      const address = pathToFileURL(file).href;
      const requests: string[] = [];
      const errors: string[] = [];
      page.on("request", (request) => {
        if (request.url().split("#")[0] !== address) requests.push(request.url());
      });
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => errors.push(message.text()));
      page.on("dialog", (dialog) => {
        errors.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(address + hash);
      return { page, requests, errors };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core objects to, a line each. The script is put in past the page's own policy. */
export async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
