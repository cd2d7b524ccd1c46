// Copy detectors of the npm registry under one interface, for overlap.mjs --peers. They are no dependencies: installed
// into a temporary folder when asked for, and removed afterwards. All of them get one letter a token, no punctuation: text
// without blanks would be one token otherwise.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PACKAGES = ["@dodona/dolos-core@1.2.1", "jscpd@5.3.3", "fast-diff@1.3.0"];
/** Letters an equal run of fast-diff needs; k-grams and window of Dolos; tokens of jscpd. */
const RUN = 8;
const DOLOS = { k: 8, window: 5 };
const JSCPD = 16;

/** Installs the peers and returns { finders: { name: find }, close }. */
export async function installPeers() {
  const folder = mkdtempSync(join(tmpdir(), "gwlint-peers-"));
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", ...PACKAGES], {
    cwd: folder,
    stdio: "inherit",
  });
  const load = (path) => import(pathToFileURL(join(folder, "node_modules", path)).href);
  const dolos = await load("@dodona/dolos-core/dist/index.js");
  const { default: diff } = await load("fast-diff/diff.js");
  return {
    finders: {
      [`dolos-core (k ${DOLOS.k}, window ${DOLOS.window})`]: perSource((draft, source) =>
        dolosRuns(dolos, draft, source),
      ),
      [`jscpd (${JSCPD} tokens)`]: perSource((draft, source) => jscpdRuns(folder, draft, source)),
      [`fast-diff (runs of ${RUN})`]: perSource((draft, source) => diffRuns(diff, draft, source)),
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Letters of a text and where they stand. */
function letters(text) {
  const at = [];
  for (let i = 0; i < text.length; i++) if (/[\p{L}\p{N}]/u.test(text[i])) at.push(i);
  return { list: at.map((i) => text[i]), at };
}

/** Runs of letters as passages of the texts. */
function perSource(runs) {
  return (draft, sources) => {
    const mine = letters(draft);
    return sources.flatMap(({ name, text }) => {
      const theirs = letters(text);
      const span = ({ at }, [from, to]) => ({ start: at[from], end: at[to - 1] + 1 });
      return runs(mine.list, theirs.list).map(([left, right]) => ({
        draft: span(mine, left),
        source: { name, ...span(theirs, right) },
        own: [],
      }));
    });
  };
}

function dolosRuns({ File, FingerprintIndex, Region, TokenizedFile }, left, right) {
  const file = (name, list) =>
    new TokenizedFile(
      new File(name, list.join("")),
      list,
      list.map((_, i) => new Region(0, i, 0, i + 1)),
    );
  const files = [file("left", left), file("right", right)];
  const index = new FingerprintIndex(DOLOS.k, DOLOS.window);
  index.addFiles(files);
  return index
    .getPair(...files)
    .buildFragments()
    .map(({ leftSelection, rightSelection }) => [
      [leftSelection.startCol, leftSelection.endCol],
      [rightSelection.startCol, rightSelection.endCol],
    ]);
}

function diffRuns(diff, left, right) {
  const found = [];
  let [a, b] = [0, 0];
  for (const [kind, text] of diff(right.join(""), left.join(""))) {
    if (kind === 0 && text.length >= RUN)
      found.push([
        [a, a + text.length],
        [b, b + text.length],
      ]);
    if (kind >= 0) a += text.length;
    if (kind <= 0) b += text.length;
  }
  return found;
}

function jscpdRuns(folder, left, right) {
  const work = join(folder, "work");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  writeFileSync(join(work, "left.txt"), left.join("\n"));
  writeFileSync(join(work, "right.txt"), right.join("\n"));
  const options = ["--min-tokens", JSCPD, "--min-lines", "1", "--max-lines", "100000", "--reporters", "json"];
  const bin = join(folder, "node_modules/.bin/jscpd");
  execFileSync(bin, [work, ...options.map(String), "--format", "txt", "--output", join(folder, "out"), "--silent"], {
    stdio: "ignore",
  });
  const { duplicates } = JSON.parse(readFileSync(join(folder, "out/jscpd-report.json"), "utf8"));
  return duplicates.flatMap(({ firstFile, secondFile }) => {
    const sides = [firstFile, secondFile].sort(
      (x, y) => (x.name.endsWith("left.txt") ? 0 : 1) - (y.name.endsWith("left.txt") ? 0 : 1),
    );
    if (firstFile.name === secondFile.name) return [];
    return [sides.map(({ start, end }) => [start - 1, end])];
  });
}
