import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../../docs/accuracy.md", import.meta.url));
const PARTS = ["recognition", "copying"];

/** Replaces one part of docs/accuracy.md and leaves the others: each is measured by a command of its own. */
export function writePart(name, text) {
  const before = readFileSync(FILE, "utf8");
  const between = (part) => {
    const [start, end] = [`<!-- ${part} -->\n`, `<!-- end of ${part} -->\n`].map((mark) => [
      before.indexOf(mark),
      mark,
    ]);
    return start[0] < 0 || end[0] < 0 ? "" : before.slice(start[0] + start[1].length, end[0]);
  };
  const parts = PARTS.map(
    (part) => `<!-- ${part} -->\n${part === name ? text : between(part)}<!-- end of ${part} -->\n`,
  );
  writeFileSync(FILE, `# Accuracy\n\n${parts.join("\n")}`);
  console.log(`docs/accuracy.md: ${name} written`);
}
