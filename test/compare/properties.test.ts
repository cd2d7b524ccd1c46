import fc from "fast-check";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/compare/compare.ts";
import { normalise } from "../../src/compare/normalise.ts";

const ITEMS = [
  "省水利厅牵头建立小型水库台账，逐座登记坝高、库容、管护人和巡查路线。",
  "各县每年3月底前完成渠道清淤，清出的淤泥就近还田，不得堆放在村道两侧。",
  "用水户协会选举理事五名，任期三年，水价由成员大会表决后张榜告知。",
  "泵站值班员持证上岗，开机前检查轴承油位和进水池水位，并填写运行日志。",
  "改造资金按工程进度分三次拨付，竣工后留存百分之五作为两年的质量保证金。",
];
const HOST = [
  "今年天气偏旱，早稻育秧推迟了十天。",
  "镇里借来两台抽水机，轮流给下游三个组供水。",
  "老支书带人守了一夜。",
];
const traditional = Converter({ from: "cn", to: "tw" });

/** Rewrites that change no word: blanks, full width, traditional characters. */
const disguise = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(/，/g, "， ").replace(/。/g, "。\u3000"),
  (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  traditional,
  (text) => [...text].join(" "),
);

describe("compare, on any selection of copied items in any disguise", () => {
  const cases = fc.record({
    items: fc.shuffledSubarray(ITEMS, { minLength: 1 }),
    hosts: fc.shuffledSubarray(HOST, { minLength: 1 }),
    disguise,
  });

  it("gives offsets whose slices are the same words, and scripts that reproduce both sides", () => {
    fc.assert(
      fc.property(cases, ({ items, hosts, disguise }) => {
        const draft = hosts[0]! + items.map(disguise).join("") + (hosts[1] ?? "");
        const above = ITEMS.join("\n");
        const passages = compare(draft, [{ name: "上级", text: above }]);
        expect(passages.length).toBeGreaterThan(0);
        for (const { draft: mine, source, edits } of passages) {
          expect(edits.map((edit) => edit.draft).join("")).toBe(draft.slice(mine.start, mine.end));
          expect(edits.map((edit) => edit.source).join("")).toBe(above.slice(source.start, source.end));
          for (const edit of edits) {
            if (edit.kind === "equal") expect(normalise(edit.draft).codes).toEqual(normalise(edit.source).codes);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("covers every copied item and leaves the draft's own sentences alone", () => {
    fc.assert(
      fc.property(cases, ({ items, hosts, disguise }) => {
        const copied = items.map(disguise).join("");
        const draft = hosts[0]! + copied + (hosts[1] ?? "");
        const passages = compare(draft, [{ name: "上级", text: ITEMS.join("\n") }]);
        const from = hosts[0]!.length;
        const covered = passages.reduce(
          (sum, { draft: p }) => sum + Math.max(0, Math.min(p.end, from + copied.length) - Math.max(p.start, from)),
          0,
        );
        const beyond = passages.reduce((sum, { draft: p }) => sum + p.end - p.start, 0) - covered;
        expect(covered / copied.length).toBeGreaterThan(0.9);
        expect(beyond).toBeLessThan(4);
      }),
      { numRuns: 60 },
    );
  });

  it("finds nothing between texts that share no sentence", () => {
    expect(compare(HOST.join(""), [{ name: "上级", text: ITEMS.join("") }])).toEqual([]);
  });
});

describe("normalise", () => {
  it("maps every unit to its stretch of the original, in order and without overlap", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."省市县全国家级景德镇江西天水2０。， \n一二第条（）A臺𠀀、") }),
        (text) => {
          const { codes, starts, ends } = normalise(text);
          let last = 0;
          for (let i = 0; i < codes.length; i++) {
            expect(starts[i]).toBeGreaterThanOrEqual(last);
            expect(ends[i]).toBeGreaterThan(starts[i]!);
            last = ends[i]!;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it("gives the same units for level words, digits, width and traditional characters", () => {
    const same = (a: string, b: string) => expect([...normalise(a).codes]).toEqual([...normalise(b).codes]);
    same("全省各市县", "全市各县区");
    same("全国小型水库", "全省小型水库");
    same("2019年第三条", "２０２１年第十七条");
    same("水庫臺賬", "水库台账");
    same("江西省景德镇市浮梁县水利部门", "甘肃省水利部门");
    same("ＧＷ/Ｔ", "gw t".replace(" ", ""));
  });
});
