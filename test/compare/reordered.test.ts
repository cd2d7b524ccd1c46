import { describe, expect, it } from "vitest";
import { compare } from "../../src/compare/compare.ts";

const PARTS = [
  "逐座登记坝高、库容、管护人和巡查路线。",
  "每季度向水利科报送一次变动情况和照片。",
  "汛前把放水涵管启闭两遍并留存视频记录。",
  "发现散浸渗漏的立即插旗并派人昼夜守护。",
];
const BEFORE = "今年以来，我市雨情汛情偏重，群众反映强烈。";
const AFTER = "请于六月前把名单交到镇上，联系人另行通知。";
const OWN = "镇里今年另拨十万元给老支书修护林哨所的屋顶。";
const above = (text: string, name = "上级") => ({ name, text });

describe("compare, on words moved about", () => {
  it("tells shuffled sentences as one lightly edited passage whose script reproduces both sides", () => {
    const draft = BEFORE + [PARTS[2], PARTS[0], PARTS[3], PARTS[1]].join("") + AFTER;
    const source = PARTS.join("");
    const [passage, ...others] = compare(draft, [above(source)]);
    expect(others).toEqual([]);
    expect(passage!.class).toBe("light");
    expect(passage!.identity).toBeGreaterThan(0.8);
    expect(passage!.edits.map((edit) => edit.draft).join("")).toBe(PARTS[2]! + PARTS[0] + PARTS[3] + PARTS[1]);
    expect(passage!.edits.map((edit) => edit.source).join("")).toBe(source);
    const moved = passage!.edits.filter((edit) => edit.about === "moved");
    expect(moved.some((edit) => edit.kind === "insert")).toBe(true);
    expect(moved.some((edit) => edit.kind === "delete")).toBe(true);
  });

  it("takes in short pieces between marks that were moved with the rest", () => {
    const source = "巡查人员带齐铁锹、编织袋、头灯、口哨，沿坝脚、坝坡、溢洪道、放水涵管逐段查看并签字。";
    const pieces = source.slice(0, -1).split(/[、，]/);
    const draft = `${[pieces[3], pieces[1], ...pieces.slice(4), pieces[2], pieces[0]].join("、")}。`;
    const [passage, ...others] = compare(BEFORE + draft + AFTER, [above(PARTS[0] + source + PARTS[1])]);
    expect(others).toEqual([]);
    expect(passage!.draft.start).toBeLessThanOrEqual(BEFORE.length + 3);
    expect(passage!.draft.end).toBeGreaterThanOrEqual(BEFORE.length + draft.length - 1);
  });

  it("keeps two passages from far apart in the source two when a sentence of one's own stands between them", () => {
    const filler = Array.from(
      { length: 12 },
      (_, i) => `第${i + 3}村的渠首闸门由${"甲乙丙丁戊己庚辛壬癸子丑"[i]}组看守。`,
    ).join("");
    const source = PARTS[0]! + PARTS[1] + filler + PARTS[2] + PARTS[3];
    const draft = BEFORE + PARTS[0] + PARTS[1] + OWN + PARTS[2] + PARTS[3] + AFTER;
    const passages = compare(draft, [above(source)]);
    expect(passages.map(({ draft: p }) => draft.slice(p.start, p.end))).toEqual([
      PARTS[0]! + PARTS[1],
      PARTS[2]! + PARTS[3],
    ]);
  });

  it("cuts two sources copied in turn where they change", () => {
    const first = [`${PARTS[0]}水位尺每米刻度重新描红一遍。`, `${PARTS[1]}缺报两次的由镇长约谈村书记。`];
    const second = [`${PARTS[2]}闸门钢丝绳每年涂抹黄油两次。`, `${PARTS[3]}夜间守护的发给雨衣和手电筒。`];
    const draft = BEFORE + first[0] + second[0] + first[1] + second[1] + AFTER;
    const found = compare(draft, [above(first.join(""), "甲"), above(second.join(""), "乙")]);
    const nameAt = (words: string) => {
      const at = draft.indexOf(words) + 5;
      return found.filter(({ draft: p }) => p.start <= at && at < p.end).map(({ source }) => source.name);
    };
    expect(PARTS.map(nameAt)).toEqual([["甲"], ["甲"], ["乙"], ["乙"]]);
  });
});

describe("the ends of a passage", () => {
  const label = "（一）市水利局牵头建立小型水库台账，逐座登记坝高、库容、管护人和巡查路线（含照片）。";

  it("begins with the bracket of its label and ends with its final mark", () => {
    const draft = `${BEFORE}\n${label}\n${AFTER}`;
    const [passage] = compare(draft, [above(`${OWN}\n${label}\n`)]);
    expect(draft.slice(passage!.draft.start, passage!.draft.end)).toBe(label);
  });

  it("does not end with the number of the next clause", () => {
    const draft = `${label}\n（二）${AFTER}`;
    const [passage] = compare(draft, [above(`${label}\n（二）${OWN}`)]);
    expect(draft.slice(passage!.draft.start, passage!.draft.end)).toBe(label);
  });

  it("leaves a mark alone that only one side has", () => {
    const draft = `${BEFORE}${label.slice(0, -1)}，${AFTER}`;
    const [passage] = compare(draft, [above(label)]);
    expect(draft.slice(passage!.draft.start, passage!.draft.end)).toBe(label.slice(0, -1));
  });
});

describe("what is no passage", () => {
  it("finds nothing between two covering letters", () => {
    const letter = (title: string) =>
      `各县（市、区）人民政府，市政府各部门、各直属机构：\n现将《${title}》印发给你们，请结合实际认真贯彻执行。\n附件：${title}\n`;
    const title = "小型水库管护人员巡查登记若干措施";
    expect(compare(letter(title), [above(letter(title))])).toEqual([]);
  });

  it("tells no passage below the least identity", () => {
    const draft = BEFORE + PARTS[0] + PARTS[1] + AFTER;
    expect(compare(draft, [above(PARTS[0]! + PARTS[1])], { leastIdentity: 1.1 })).toEqual([]);
  });
});
