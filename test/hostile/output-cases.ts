import { FORMAT_NAMES } from "../../src/report/formats.ts";
import { folderWith, gwlint } from "../cli/run.ts";
import type { HostileCase, HostileGroup } from "./case.ts";

/** What a draft, a file name or a pack may hold to be obeyed by a terminal, a page, a table or a CI server. */
const PAYLOADS: Record<string, string> = {
  "window title": "\u001b]0;x\u0007",
  hyperlink: "\u001b]8;;http://127.0.0.1\u0007x\u001b]8;;\u0007",
  clipboard: "\u001b]52;c;eA==\u0007",
  "clear screen": "\u001b[2J\u001b[H",
  "carriage return": "甲\r乙",
  "C1 control": "\u009b31m",
  "bidi override": "\u202e甲\u2066乙",
  script: "<script>alert(1)</script>",
  "end of script": "</script><img src=x onerror=alert(1)>",
  formula: `=HYPERLINK("http://127.0.0.1","x")`,
  "workflow command": "::error::x%0A::set-output name=a::b",
};
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** Formats whose own escaping a reader of it undoes; the others go to a terminal or a log as they are. */
const DATA = new Set(["json", "jsonl", "sarif", "gitlab", "rdjson", "junit", "html", "xlsx"]);

const pack = (words: string) => `pack: p
title: ${JSON.stringify(`试${words}`)}
rules:
  R-1:
    check: pattern
    title: ${JSON.stringify(`题${words}`)}
    basis: { practice: ${JSON.stringify(`惯例${words}`)}, examples: [e] }
    strength: 本单位
    severity: error
    evidence: direct
    with: { pattern: 待定 }
    message: ${JSON.stringify(`写着{match}${words}`.replace("{match}", ""))}
    advice: ${JSON.stringify(`改${words}`)}
`;

/** What is wrong with a report of `format`, or null. */
function judged(format: string, out: string): string | null {
  if (out === "") return "nothing was written";
  if (!DATA.has(format) && CONTROLS.test(out.replace(/\n/g, ""))) return "hands control characters on";
  if (/^(?:json|sarif|gitlab|rdjson)$/.test(format)) JSON.parse(out);
  if (format === "markdown" && /(?<!\\)<(?:script|img)/i.test(out)) return "hands HTML on";
  if (format === "junit" && (/<script|<img/i.test(out) || CONTROLS.test(out.replace(/[\n\r\t]/g, ""))))
    return "is no XML";
  if (format === "github") {
    const commands = out.split("\n").filter((line) => /^::|(?<!^)::(?:error|set-output)[ :]/.test(line));
    if (commands.some((line) => !/^::(?:error|warning|notice)(?: |::)/.test(line)))
      return "lets the text give commands";
  }
  return null;
}

async function everyFormat(cwd: string, path: string): Promise<string | null> {
  for (const format of FORMAT_NAMES) {
    if (DATA.has(format) && /^(?:html|xlsx)$/.test(format)) continue;
    const { out, status, err } = await gwlint(cwd, ["check", path, "--rules", "p.yaml", "--format", format]);
    if (status !== 1) return `${format}: exit ${status} ${err.slice(0, 120)}`;
    const wrong =
      judged(format, out) ?? (CONTROLS.test(err.replace(/\n/g, "")) ? "stderr hands control characters on" : null);
    if (wrong) return `${format} ${wrong}`;
  }
  return null;
}

const SOUND = pack("");
function inText([name, payload]: [string, string]): HostileCase {
  return {
    name: `${name} in the text`,
    run: () =>
      everyFormat(
        folderWith({
          "稿.txt": `通知\n\n各单位${payload.replace(/[\u0000-\u001f]/g, (c) => (c === "\u001b" ? c : ""))}时间待定。\n`,
          "p.yaml": SOUND,
        }),
        "稿.txt",
      ),
  };
}
function inName([name, payload]: [string, string]): HostileCase {
  return {
    name: `${name} in the file name`,
    run: () => {
      const file = `稿${payload.replaceAll("/", "-")}.md`;
      return everyFormat(folderWith({ [file]: "# 通知\n\n各单位时间待定。\n", "p.yaml": SOUND }), file);
    },
  };
}
function inPack([name, payload]: [string, string]): HostileCase {
  return {
    name: `${name} in the words of a pack`,
    run: () => everyFormat(folderWith({ "稿.md": "# 通知\n\n各单位时间待定。\n", "p.yaml": pack(payload) }), "稿.md"),
  };
}
function inMistake([name, payload]: [string, string]): HostileCase {
  return {
    name: `${name} in a mistake of the command line`,
    async run() {
      const { out, err, status } = await gwlint(folderWith({}), [
        "check",
        `没有${payload}.md`,
        "--rules",
        `无${payload}`,
      ]);
      if (status !== 2) return `exit ${status}`;
      return CONTROLS.test(`${out}${err}`.replace(/\n/g, "")) ? "hands control characters on" : null;
    },
  };
}

const payloads = Object.entries(PAYLOADS);
export const outputCases: HostileGroup = {
  name: "output",
  cases: [...payloads.map(inText), ...payloads.map(inName), ...payloads.map(inPack), ...payloads.map(inMistake)],
};
