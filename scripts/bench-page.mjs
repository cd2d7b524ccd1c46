// Times the clerk's page in Chromium: from opening the file until it can be used, and from a drop until the draft stands
// there with its findings. Needs dist/gwlint.html and Chromium.
//   npm run bench:page
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../", import.meta.url));
const file = join(root, "dist/gwlint.html");
const ROUNDS = 7;
const clauses = (count) =>
  Array.from(
    { length: count },
    (_, i) =>
      `（${i + 1}）加强第${i + 1}项工作。各县（区）要在2026年${(i % 12) + 1}月底前完成排查整改,压减会议三分之一以上，市政府办公室牵头，市财政局、市人力资源社会保障局配合，每季度报送一次进展情况，不得层层加码。`,
  ).join("\n\n");
const draft = (characters) =>
  `# 关于加强作风建设的实施方案\n\n各县（区）人民政府：\n\n一、主要任务\n\n${clauses(Math.ceil(characters / 95))}\n\n某某市人民政府\n\n2026年1月5日\n`;
/** 60 pages of 22 lines of 28 characters. */
const DRAFTS = { "4,000 characters": draft(4000), "60 pages": draft(60 * 22 * 28) };

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const load = [];
const shown = Object.fromEntries(Object.keys(DRAFTS).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, text] of Object.entries(DRAFTS)) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector(".welcome");
    load.push(await page.evaluate("performance.now()"));
    await page.waitForTimeout(500);
    const taken = await page.evaluate(
      `(async () => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(text)}], "草稿.md"));
        const started = performance.now();
        const done = new Promise((done) => {
          new MutationObserver(() => {
            if (document.querySelector("article.document .paper")) requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
          }).observe(document.getElementById("main"), { childList: true, subtree: true });
        });
        document.getElementById("main").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
        return done;
      })()`,
    );
    shown[name].push(taken);
    await page.close();
  }
}
await browser.close();
console.log(`page ${(statSync(file).size / 1e6).toFixed(2)} MB, usable after ${median(load).toFixed(0)} ms`);
for (const [name, taken] of Object.entries(shown)) {
  const characters = DRAFTS[name].length;
  console.log(
    `${name} (${characters} with title and signs): shown after ${median(taken).toFixed(0)} ms, slowest of ${ROUNDS} ${Math.max(...taken).toFixed(0)} ms`,
  );
}
