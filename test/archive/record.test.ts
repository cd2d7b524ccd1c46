import { describe, expect, it } from "vitest";
import { numberText, parseDocNumber } from "../../src/archive/record/doc-number.ts";
import { mattersOf } from "../../src/archive/record/matters.ts";
import { recordOf } from "../../src/archive/record/record-of.ts";
import { bandsOf, openSketch, sketchLikeness, sketchOf } from "../../src/archive/record/sketch.ts";
import { draft } from "../recognise/draft.ts";

const MEETING = `某教发〔2019〕7号

某某市教育局关于召开全市教育工作会议的通知

各县区教育局：

定于3月5日召开全市教育工作会议。参会人员：各县区教育局局长、市直学校校长。

某某市教育局

2019年2月26日`;

describe("recordOf", () => {
  it("tells number, issuer, day, matter and whom it reaches", () => {
    const record = recordOf(draft(MEETING));
    expect(record).toMatchObject({
      kind: "通知",
      issuer: "某某市教育局",
      issuerLevel: "city",
      issuerBody: "department",
      number: { code: "某教发", year: 2019, serial: 7 },
      issuedOn: "2019-02-26",
      matters: ["meeting"],
      reach: ["county"],
      receivedOn: null,
      inForceUntil: null,
      declared: [],
    });
    expect(record.audience).toHaveLength(3);
  });

  it("leaves what nobody told as null", () => {
    const record = recordOf(draft("各单位要抓紧办理。"));
    expect(record).toMatchObject({
      issuer: null,
      issuedOn: null,
      number: null,
      title: null,
      matters: null,
      sketch: null,
    });
  });
});

describe("文号", () => {
  it.each([
    ["鲁政发〔2019〕12号", { code: "鲁政发", year: 2019, serial: 12 }],
    ["魯 政 辦 發［２０１９］第１２ 号", { code: "鲁政办发", year: 2019, serial: 12 }],
    ["（国办函(2004)80号）", { code: "国办函", year: 2004, serial: 80 }],
    ["第3号", null],
    ["鲁政发〔2019〕×号", null],
  ])("%s", (text, expected) => expect(parseDocNumber(text)).toEqual(expected));

  it("is written as it is printed", () =>
    expect(numberText(parseDocNumber("鲁政发[2019]12号")!)).toBe("鲁政发〔2019〕12号"));
});

describe("what a document is about", () => {
  it.each([
    ["某某市教育局关于召开全市教育工作会议的通知", ["meeting"]],
    ["全市安全生产工作电视电话会议预备通知", ["meeting"]],
    ["关于传达学习全市教育工作会议精神的通知", []],
    ["关于推迟召开全市教育工作会议的通知", []],
    ["关于印发全市教育工作会议纪要的通知", []],
    ["关于对各县区开展食品安全专项督查的通知", ["inspection", "standing"]],
    ["关于开展“四不两直”暗访检查的通知", ["inspection", "covert"]],
    ["关于开展2019年度综合考核的通知", ["assessment", "comprehensive"]],
    ["某某市行政执法监督检查办法", []],
    ["关于做好春季农业生产的通知", []],
  ])("%s", (title, expected) => expect(mattersOf(title, "")).toEqual(expected));

  it("asks for papers where the text does", () => {
    expect(mattersOf("关于做好统计工作的通知", "请各县区于3月1日前报送工作情况统计表。")).toEqual(["forms"]);
    expect(mattersOf("某某市统计工作管理办法", "各县区应当按季报送工作情况统计表。")).toEqual([]);
  });
});

describe("sketches", () => {
  const sentence = (i: number) =>
    `第${i}项由${"东南西北中上下左右前"[i % 10]}片区${String.fromCharCode(0x4e00 + i * 37)}组负责巡查登记整改销号并按时归档备查。`;
  const text = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => sentence(from + i)).join("");

  it("estimate what two texts share", () => {
    const [whole, most, other] = [text(0, 200), text(0, 180), text(300, 500)].map((one) => openSketch(sketchOf(one)!));
    expect(sketchLikeness(whole!, whole!)).toBe(1);
    expect(sketchLikeness(whole!, most!)).toBeGreaterThan(0.75);
    expect(sketchLikeness(whole!, other!)).toBeLessThan(0.65);
    const bands = (sketch: Uint16Array) => new Set(bandsOf(sketch, 1));
    expect([...bands(whole!)].some((band) => bands(most!).has(band))).toBe(true);
    expect([...bandsOf(whole!, 1)].some((band) => new Set(bandsOf(whole!, 2)).has(band))).toBe(false);
  });

  it("pass over numbers, punctuation and traditional characters", () => {
    const plain = text(0, 60);
    expect(sketchOf(plain.replace(/\d+/g, "9").replaceAll("。", "；").replaceAll("东", "東"))).toBe(sketchOf(plain));
  });

  it("are not taken of a text too short to tell", () => expect(sketchOf("各单位要抓紧办理。")).toBeNull());
});
