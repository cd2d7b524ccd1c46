import { checkKinds } from "../../src/check/registry.ts";
import { PackError } from "../../src/pack/errors.ts";
import { formatPackError } from "../../src/pack/format-error.ts";
import { loadPacks } from "../../src/pack/load.ts";
import { packFiles } from "../pack/files.ts";
import type { HostileCase, HostileGroup } from "./case.ts";

const rule = (id: string, pattern = "甲") =>
  `  ${id}: { check: pattern, title: t, basis: { practice: p, examples: [e] }, strength: 本单位, severity: info, evidence: inferred, with: { pattern: ${JSON.stringify(pattern)} }, message: m, advice: a }\n`;
/** A rule without a pattern. */
const short = (id: string) =>
  rule(id)
    .replace("check: pattern", "check: length")
    .replace(/with: \{[^}]*\}/, "with: { max: 9 }");
const pack = (rules: string, head = "") => `pack: p\ntitle: 试\n${head}rules:\n${rules}`;

/** A pack that has to be refused with a mistake of this code at a line, in words a pack author reads. */
function refused(name: string, text: () => string, code: RegExp, files: Record<string, string> = {}): HostileCase {
  return {
    name,
    async run() {
      try {
        await loadPacks(["p.yaml"], checkKinds, packFiles({ "p.yaml": text(), ...files }));
        return "was loaded";
      } catch (error) {
        if (!(error instanceof PackError)) return `threw ${String(error).slice(0, 200)}`;
        const codes = error.problems.map((problem) => problem.code);
        if (!codes.some((one) => code.test(one))) return `says ${codes.join(" ")}`;
        return /pack\.[a-z]|undefined|\[object/.test(formatPackError(error, "zh")) ? "says it in no words" : null;
      }
    },
  };
}

function loaded(name: string, text: () => string): HostileCase {
  return {
    name,
    async run() {
      const packs = await loadPacks(["p.yaml"], checkKinds, packFiles({ "p.yaml": text() })).catch(
        (error: Error) => error,
      );
      return packs instanceof Error ? `threw ${packs.message.slice(0, 200)}` : null;
    },
  };
}

const deepFlow = (depth: number) => `pack: p\nx: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
const deepIndent = (depth: number) =>
  `pack: p\n${Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}\n`;
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
  .split("")
  .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
  .join("\n")}\n`;

export const packCases: HostileGroup = {
  name: "packs",
  cases: [
    loaded("a sound pack", () => pack(rule("R-1"))),
    refused("alias bomb", () => `${bomb}${pack(rule("R-1"))}`, /anchor/),
    refused("one anchor", () => pack(rule("R-1"), "x: &a 1\ny: *a\n"), /anchor/),
    refused("merge key", () => pack(rule("R-1"), "x: { <<: { a: 1 } }\n"), /merge/),
    refused("tag of a program", () => pack(rule("R-1"), "x: !!js/function 'f'\n"), /tag/),
    refused("tag of one's own", () => pack(rule("R-1"), "x: !own 1\n"), /tag/),
    refused("binary tag", () => pack(rule("R-1"), "x: !!binary aGk=\n"), /tag|unknown/),
    refused("key twice", () => `pack: p\npack: q\n${pack(rule("R-1"))}`, /duplicate/),
    refused("rule twice", () => pack(rule("R-1") + rule("R-1")), /duplicate/),
    refused("key __proto__", () => pack(rule("R-1"), "__proto__: { polluted: 1 }\n"), /forbidden/),
    refused("key constructor in a rule", () => pack(`  R-1: { constructor: { prototype: 1 } }\n`), /forbidden/),
    refused("rule named __proto__", () => pack(rule("__proto__")), /forbidden/),
    refused("a key that is a list", () => pack(rule("R-1"), "[a, b]: 1\n"), /key/),
    ...[62, 63].map((depth) =>
      refused(
        `${depth} brackets deep, in a map: the bound, refused for an unknown key only`,
        () => deepFlow(depth),
        /unknown/,
      ),
    ),
    ...[65, 500, 5_000, 50_000].map((depth) => refused(`${depth} brackets deep`, () => deepFlow(depth), /deep/)),
    ...[65, 1_200].map((depth) => refused(`${depth} indents deep`, () => deepIndent(depth), /deep|large/)),
    refused(
      "the sequence 50, 500, 5,000 in one",
      () => deepFlow(50) + deepFlow(500) + deepFlow(5000),
      /deep|duplicate/,
    ),
    refused("over a megabyte", () => `pack: p\n# ${"x".repeat(1024 * 1024)}\n`, /large/),
    refused("2,001 rules", () => pack(Array.from({ length: 2001 }, (_, i) => short(`R-${i}`)).join("")), /rules|many/),
    refused("two documents", () => `${pack(rule("R-1"))}---\npack: q\n`, /several/),
    refused("tabs as indent", () => "pack: p\nrules:\n\tR-1: {}\n", /tab/),
    refused("a list where rules should be", () => "pack: p\ntitle: t\nrules: [1, 2]\n", /./),
    refused("nothing", () => "", /./),
    refused("a number", () => "42\n", /./),
    refused("an unknown key", () => pack(rule("R-1"), "runs: rm -rf\n"), /unknown/),
    refused("an unknown kind", () => pack(rule("R-1").replace("pattern", "exec")), /kind/),
    refused("extends http", () => pack(rule("R-1"), "extends: [http://127.0.0.1/p.yaml]\n"), /./),
    refused("extends file URL", () => pack(rule("R-1"), "extends: [file:///etc/passwd]\n"), /./),
    refused("extends outside", () => pack(rule("R-1"), "extends: [../../../etc/passwd]\n"), /./),
    refused("extends itself", () => pack(rule("R-1"), "extends: [p.yaml]\n"), /cycle/),
    refused("extends in a ring", () => pack(rule("R-1"), "extends: [q.yaml]\n"), /cycle/, {
      "q.yaml": `pack: q\ntitle: t\nextends: [p.yaml]\nrules:\n${rule("Q-1")}`,
    }),
    refused(
      "extends six deep",
      () => pack(rule("R-1"), "extends: [e1.yaml]\n"),
      /depth/,
      Object.fromEntries(
        Array.from({ length: 7 }, (_, i) => [
          `e${i + 1}.yaml`,
          `pack: e${i + 1}\ntitle: t\nextends: [e${i + 2}.yaml]\nrules:\n${rule(`E-${i}`)}`,
        ]),
      ),
    ),
    refused("pattern over 1,000 characters", () => pack(rule("R-1", "甲".repeat(1001))), /long/),
    refused("repeat over 1,000", () => pack(rule("R-1", "甲{1001}")), /pattern/),
    refused("repeats that multiply", () => pack(rule("R-1", "((甲{100}){100}){100}")), /pattern/),
    refused("look-ahead", () => pack(rule("R-1", "(?=甲)乙")), /pattern/),
    refused("look-behind", () => pack(rule("R-1", "(?<=甲)乙")), /pattern/),
    refused("back-reference", () => pack(rule("R-1", "(甲)\\1")), /pattern/),
    refused("pattern that is none", () => pack(rule("R-1", "(甲")), /pattern/),
  ],
};
