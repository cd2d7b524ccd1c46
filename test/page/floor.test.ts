import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Ask, CheckedDraft } from "../../src/page/messages.ts";
import { folderWith } from "../cli/run.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What came to Chrome after 86 and is put in where it is missing (src/page/older-browsers.ts). */
const PUT_IN = [
  "Array.prototype.at",
  "String.prototype.at",
  "Object.hasOwn",
  "Array.prototype.findLast",
  "Array.prototype.findLastIndex",
  "Array.prototype.toSorted",
  "Array.prototype.toReversed",
  "structuredClone",
];
/** What came later, is not put in, and so must not be used: script, then style. */
const SCRIPT_LATER =
  /\bObject\.groupBy|\bMap\.groupBy|\bArray\.fromAsync|\bPromise\.(?:withResolvers|try)\b|\.(?:toSpliced|isWellFormed|toWellFormed|isSubsetOf|isSupersetOf|symmetricDifference|checkVisibility|showPicker|moveBefore)\(|\bcrypto\.randomUUID|\bAbortSignal\.(?:timeout|any)|\bIntl\.Segmenter|\bIterator\.from|\breportError\(|\bscheduler\.|\bRegExp\.escape|\bstatic\{|#\w+ in |,"[dgimsuy]*[dv][dgimsuy]*"\)|\.hasIndices|\bimport\(/;
const STYLE_LATER =
  /:(?:has|is|where|modal|popover-open|user-invalid)\(|@(?:layer|container|property|scope|starting-style)|\b(?:color-mix|light-dark|oklch|lch|lab)\(|\d(?:dvh|svh|lvh|cqw|cqi)\b|[{;](?:inset|accent-color|aspect-ratio|overflow:clip|text-wrap|margin-inline|padding-inline|margin-block|padding-block|translate|rotate|scale)\s*:|&/;

let page: string;
let parts: { style: string; core: string; script: string; policy: string };
beforeAll(() => {
  const folder = folderWith({});
  execFileSync(process.execPath, [join(root, "scripts/build-page.mjs"), join(folder, "gwlint.html")]);
  page = readFileSync(join(folder, "gwlint.html"), "utf8");
  const [, policy, style, core, script] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">.*<style>(.*?)<\/style>.*<script type="text\/plain" id="core">(.*?)<\/script>\s*<script>(.*?)<\/script>/s.exec(
      page,
    )!;
  parts = { policy: policy!, style: style!, core: core!, script: script! };
}, 120_000);

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the page as built", () => {
  it("allows its own script, style and worker, and nothing else", () => {
    const allowed = Object.fromEntries(
      parts.policy.split("; ").map((one) => [one.slice(0, one.indexOf(" ")), one.slice(one.indexOf(" ") + 1)]),
    );
    expect(allowed).toEqual({
      "default-src": "'none'",
      "script-src": hash(parts.script),
      "style-src": hash(parts.style),
      "worker-src": "blob:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  });

  it("refers to nothing outside itself", () => {
    const markup = page.replace(parts.core, "").replace(parts.script, "").replace(parts.style, "");
    expect(markup).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(parts.style).not.toMatch(/url\(|@import/);
    expect(`${parts.core}${parts.script}`).not.toMatch(
      /\bXMLHttpRequest\b|\bfetch\(|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\blocalStorage\b|\bindexedDB\b/,
    );
  });

  it("uses nothing that Chromium 86 lacks and that is not put in", () => {
    expect(SCRIPT_LATER.exec(parts.core)?.[0]).toBeUndefined();
    expect(SCRIPT_LATER.exec(parts.script)?.[0]).toBeUndefined();
    expect(STYLE_LATER.exec(parts.style)?.[0]).toBeUndefined();
  });

  it("is a few megabytes at most", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(4_000_000);
  });

  it("checks a draft in an engine without what is put in", async () => {
    const here = createContext({ TextDecoder, TextEncoder, performance, console, setTimeout, clearTimeout });
    const run = (code: string) => runInContext(code, here);
    for (const path of PUT_IN) run(`delete ${path}`);
    run(
      "delete Object.getPrototypeOf(Uint8Array).prototype.at; var self = globalThis; var answers = []; var postMessage = (one) => answers.push(one); var gone = typeof [].at",
    );
    expect(run("gone")).toBe("undefined");
    run(parts.core);
    const ask = async (ask: Ask): Promise<Answer> => {
      // Bytes have to be of this other engine, as they are in a worker.
      run(`var ask = ${JSON.stringify(ask)}; ask.job.draft.bytes = Uint8Array.from(ask.job.draft.bytes)`);
      await run("self.onmessage({ data: { number: 1, ask } })");
      return run("answers.pop().answer");
    };
    const bytes = [...readFileSync(join(root, "fixtures/demo/plan.docx"))] as unknown as Uint8Array;
    const job = { draft: { name: "方案.docx", bytes }, superiors: [], facts: {} };
    const setUp = { packs: ["gongwen", "hegao", "gbt-9704"], ownPacks: [], language: "zh" as const };
    const answer = await ask({ ask: "check", setUp, job, id: "d1" });
    expect(answer.answer, JSON.stringify(answer).slice(0, 500)).toBe("checked");
    expect((answer as CheckedDraft).counts.warning).toBeGreaterThan(0);
  });
});
