// Style and script of the HTML report as a module, so that source and bundles put the same bytes into a report, with
// the hashes that its policy allows. Chromium 86 is the oldest browser it has to run in.
import { createHash } from "node:crypto";
import { build } from "esbuild";

async function bundled(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    charset: "utf8",
    target: "chrome86",
    ...options,
  });
  return outputFiles[0].text.trim();
}

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Text of `src/report/html/assets.data.ts`. */
export async function reportAssets() {
  const style = await bundled("src/report/html/style.css", {});
  const script = await bundled("src/report/html/client/report.ts", { format: "iife", platform: "browser" });
  const constants = { STYLE: style, STYLE_HASH: hash(style), SCRIPT: script, SCRIPT_HASH: hash(script) };
  const lines = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`);
  return `/* Generated from style.css and client/ by scripts/report-assets.mjs: npm run generate. */\n${lines.join("")}`;
}
