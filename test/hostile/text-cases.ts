import { strToU8 } from "fflate";
import { type Ending, file, type HostileCase, type HostileGroup } from "./case.ts";

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...strToU8(part)] : [...part])));
/** 关于做好通知 and 通知 in the encodings of the field; 通知 alone in GBK is also two letters with accents in UTF-8. */
const GBK = [0xb9, 0xd8, 0xd3, 0xda, 0xd7, 0xf6, 0xba, 0xc3, 0xcd, 0xa8, 0xd6, 0xaa];
const BIG5 = [0xb3, 0x71, 0xaa, 0xbe];
const utf16 = (text: string, little: boolean) =>
  [...text].flatMap((c) => {
    const code = c.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
const LONG = "通知要求各单位做好工作。";
const text = (
  name: string,
  content: () => Uint8Array,
  endings: Ending | Ending[],
  has = "通知",
  as = "草稿.txt",
): HostileCase => file(name, content, endings, has, as);
const md = (name: string, content: () => string, endings: Ending | Ending[], has = "通知") =>
  file(name, () => strToU8(content()), endings, has, "草稿.md");
const html = (name: string, content: () => string, endings: Ending | Ending[], has = "通知") =>
  file(name, () => strToU8(content()), endings, has, "草稿.html");

export const textCases: HostileGroup = {
  name: "text, Markdown, HTML",
  cases: [
    text("UTF-8", () => bytes(LONG), "read"),
    text("UTF-8 with mark", () => bytes([0xef, 0xbb, 0xbf], LONG), "read"),
    text("GBK", () => bytes(GBK, GBK, GBK), "read"),
    text("GB18030 of four bytes", () => bytes(GBK, [0x95, 0x32, 0x82, 0x36], GBK), "read"),
    text("Big5", () => bytes(Array(20).fill(BIG5).flat()), ["read", "corrupt"], ""),
    text("UTF-16LE with mark", () => bytes([0xff, 0xfe], utf16(LONG, true)), "read"),
    text("UTF-16BE with mark", () => bytes([0xfe, 0xff], utf16(LONG, false)), "read"),
    text("UTF-16LE without mark", () => bytes(utf16(LONG, true)), ["read", "corrupt"]),
    text("UTF-16BE without mark", () => bytes(utf16(LONG, false)), ["read", "corrupt"]),
    text("UTF-16 with a lone surrogate", () => bytes([0xff, 0xfe], utf16(LONG, true), [0x00, 0xd8]), [
      "corrupt",
      "unsupported",
    ]),
    text("UTF-16 of an odd length", () => bytes([0xff, 0xfe], utf16(LONG, true), [0x41]), ["corrupt", "unsupported"]),
    text("UTF-8 cut in a character", () => bytes(LONG).slice(0, -1), "corrupt"),
    text("UTF-8 and GBK mixed", () => bytes(LONG, GBK, [0xff]), "corrupt"),
    text("overlong UTF-8", () => bytes("通知", [0xc0, 0xaf]), "corrupt"),
    text("NUL in the middle", () => bytes(LONG, [0], LONG), ["unsupported", "corrupt"]),
    text("only NUL", () => new Uint8Array(4096), ["unsupported", "corrupt"]),
    text("random bytes", () => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255), [
      "corrupt",
      "unsupported",
    ]),
    text("empty", () => new Uint8Array(0), "corrupt"),
    text("blanks only", () => bytes(" \n\t　\n".repeat(1000)), "corrupt"),
    text("9 MB in one line", () => bytes(LONG.repeat(250_000)), "read"),
    text("11 MB", () => new Uint8Array(11 * 1024 * 1024).fill(0x61), "too-large"),
    text("CR only", () => bytes(`${LONG}\r${LONG}`), "read"),
    text("U+2028 and U+0085", () => bytes(`${LONG}\u2028${LONG}\u0085${LONG}`), "read"),
    text("bidi controls", () => bytes(`通知\u202e试\u2066一\u2069`), "read"),
    text("zero-width characters", () => bytes("通\u200b知通知\ufeff"), "read"),
    text("escape sequences", () => bytes("通知\u001b]8;;http://x\u0007\u001b[2J"), ["read", "corrupt", "unsupported"]),
    text("300,000 lines", () => bytes("通知\n".repeat(300_000)), "read"),
    md("front matter that is no YAML", () => "---\n: : :\n  - [\n---\n# 通知\n", "read"),
    md("front matter without end", () => `---\n${"a: 1\n".repeat(1000)}# 通知\n`, "read"),
    md("front matter of depth 5,000", () => `---\na: ${"[".repeat(5000)}\n---\n# 通知\n`, ["read", "rejected-unsafe"]),
    md("quotations in one another", () => `${"> ".repeat(500)}通知`, "rejected-unsafe"),
    md("lists in one another", () => Array.from({ length: 400 }, (_, i) => `${" ".repeat(2 * i)}- 通知`).join("\n"), [
      "rejected-unsafe",
      "read",
    ]),
    md("4,000 marks of emphasis", () => "*a_ ".repeat(4000), "rejected-unsafe"),
    md("brackets", () => "[".repeat(20_000), "rejected-unsafe"),
    md("links in links", () => `${"[a](".repeat(3000)}通知`, "rejected-unsafe"),
    md("code fence without end", () => `# 通知\n\`\`\`\n${"通知\n".repeat(5000)}`, "read"),
    md("table of 10,000 columns", () => `# 通知\n\n|${"a|".repeat(10_000)}\n|${"-|".repeat(10_000)}\n`, [
      "read",
      "rejected-unsafe",
    ]),
    md(
      "50,000 reference definitions",
      () => `# 通知\n\n${Array.from({ length: 50_000 }, (_, i) => `[a${i}]: /x`).join("\n")}`,
      ["read", "rejected-unsafe"],
    ),
    html("tags in one another", () => `<html>${"<div>".repeat(100_000)}通知`, "rejected-unsafe"),
    html(
      "script and style",
      () => `<html><style>通知</style><script>alert("通知")</script><p>关于放假的通知</p>`,
      "read",
      "关于放假的通知",
    ),
    html("unclosed comment", () => `<html><p>通知</p><!-- ${"x".repeat(100_000)}`, ["read", "corrupt"]),
    html(
      "100,000 attributes",
      () => `<html><p ${"a".repeat(10)}=1 ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(" ")}>通知</p>`,
      ["read", "rejected-unsafe"],
    ),
    html("entities", () => `<html><p>通知${"&amp;".repeat(200_000)}</p>`, "read"),
    html(
      "frames and links to elsewhere",
      () => `<html><iframe src="http://127.0.0.1/"></iframe><img src="file:///etc/x"><p>通知</p>`,
      "read",
    ),
  ],
};
