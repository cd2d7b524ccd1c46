import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { plainPattern } from "../../src/check/plain-pattern.ts";

function re2(source: string, text: string) {
  const matcher = RE2JS.compile(source).matcher(text);
  const found: [number, number][] = [];
  while (matcher.find()) found.push([matcher.start(), matcher.end()]);
  return found;
}
const plain = (source: string, text: string) =>
  plainPattern(source)
    ?.findAll(text)
    .map(({ start, end }) => [start, end]) ?? null;

describe("plain patterns", () => {
  it.each([
    "上下一般粗",
    "(妥否|当否)[，,]? ?(敬)?请[^。，；]{0,6}(批示|批复)",
    "×{2,}",
    "\\bX{2,}\\b",
    "^附件 ?[：:].*[。；]$",
    "(的通知){2,}|关于关于",
    "\\d{4}年",
    "[\\s一-龥]号$",
  ])("%s mean what RE2 makes of them", (source) => {
    const texts = [
      "",
      "妥否，请批示。",
      "××年XX月",
      "附件：一览表。",
      "关于的通知的通知",
      "2024年 3号",
      "上下一般粗，上下一般粗",
    ];
    for (const text of texts) expect(plain(source, text)).toEqual(re2(source, text));
  });

  it.each([
    ["a repeat inside a repeat", "(a+)+$"],
    ["two repeats without bounds", "a.*?z|.*b.*c"],
    ["more ways than may be tried", ".{0,100}a.{0,100}b"],
    ["an unbounded repeat with many ways", "[ab]{0,5}[bc]{0,5}x*y"],
    ["flags and named groups", "(?i)abc"],
    ["classes that RE2 alone knows", "\\pL+"],
    ["names of classes", "[[:alpha:]]"],
    ["a repeated choice", "(a|ab)*c"],
    ["a mistake", "(未闭合"],
  ])("are not those with %s", (_what, source) => {
    expect(plainPattern(source)).toBeNull();
  });

  it("find everything again after a look whether there is anything", () => {
    const pattern = plainPattern("督查|考核")!;
    expect(pattern.test("考核方案")).toBe(true);
    expect(pattern.findAll("考核方案")).toHaveLength(1);
  });

  it("find the same as RE2, whatever the text and the pattern", () => {
    const letter = fc.constantFrom("a", "b", "省", "市", "。", "1", " ", "😀");
    const atom = fc.oneof(letter, fc.constantFrom(".", "[ab市]", "[^省。]", "\\d", "\\s", "(a|市)", "(?:省b)"));
    const sign = fc.constantFrom("", "", "?", "{2}", "{0,3}");
    const source = fc
      .array(fc.tuple(atom, sign), { minLength: 1, maxLength: 5 })
      .map((parts) =>
        parts.map(([one, repeat]) => (one.startsWith("(a|") && repeat !== "?" ? one : one + repeat)).join(""),
      );
    fc.assert(
      fc.property(source, fc.array(letter, { maxLength: 30 }), (pattern, letters) => {
        const text = letters.join("");
        const found = plain(pattern, text);
        fc.pre(found !== null);
        expect(found).toEqual(re2(pattern, text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the default pack", () => {
  it("needs no other engine: a cold check of a draft never loads re2js", async () => {
    const { openPacks } = await import("../../src/node/packs.ts");
    const { checkKinds } = await import("../../src/check/registry.ts");
    const [pack] = await openPacks(["gongwen"], ".");
    const patterns = pack!.rules.flatMap((rule) => {
      const kind = checkKinds.find(({ name }) => name === rule.check);
      return kind?.patterns?.(rule.options) ?? [];
    });
    expect(patterns.length).toBeGreaterThan(5);
    expect(patterns.filter((source) => !plainPattern(source))).toEqual([]);
  });
});
