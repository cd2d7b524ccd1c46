import { describe, expect, it } from "vitest";
import { compare } from "../../src/compare/compare.ts";

const ABOVE =
  "省水利厅牵头建立全省小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向省政府办公厅报送一次变动情况。";
const BELOW =
  "市水利局牵头建立全市小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向市政府办公室报送一次变动情况。";
const BEFORE = "今年以来，我市雨情汛情偏重，三座水库出现散浸，群众反映强烈。";
const AFTER = "请于六月前把名单交到水利科，联系人另行通知。";
const source = (text: string, name = "上级") => ({ name, text });

describe("compare", () => {
  it("finds a paragraph copied from the province by a city, with both places exact and only names changed", () => {
    const draft = BEFORE + BELOW + AFTER;
    const [passage, ...others] = compare(draft, [source(`一、总体要求。${ABOVE}二、保障措施。`)]);
    expect(others).toEqual([]);
    expect(passage!.class).toBe("names");
    expect(draft.slice(passage!.draft.start, passage!.draft.end)).toBe(BELOW);
    expect(passage!.source.start).toBe("一、总体要求。".length);
    expect(passage!.identity).toBeGreaterThan(0.85);
    const changed = passage!.edits.filter((edit) => edit.kind !== "equal");
    expect(changed.map((edit) => [edit.source, edit.draft])).toContainEqual(["省", "市"]);
    expect(changed.every((edit) => edit.about === "level" || edit.about === "place")).toBe(true);
  });

  it("calls a place name exchanged for another a change of names", () => {
    const [passage] = compare(
      `${BEFORE}景德镇市要逐座登记坝高、库容、管护人和巡查路线，并把变动情况报送景德镇市水利部门备查。`,
      [source("上饶市要逐座登记坝高、库容、管护人和巡查路线，并把变动情况报送上饶市水利部门备查。")],
    );
    expect(passage!.class).toBe("names");
    expect(passage!.edits.filter((edit) => edit.kind !== "equal").map((edit) => edit.about)).toEqual([
      "place",
      "place",
    ]);
  });

  it("tells numbers, light and heavy rewording apart", () => {
    const text = "逐座登记坝高、库容、管护人和巡查路线，每年巡查12次，发现渗漏的在3天内报送水利科并张贴告示。";
    const of = (draft: string) => compare(draft, [source(text)])[0]?.class;
    expect(of(text)).toBe("verbatim");
    expect(of(text.replace("12", "6").replace("3天", "5天"))).toBe("numbers");
    expect(of(text.replace("报送", "上报"))).toBe("light");
    expect(
      of("逐座登记坝高、库容、管护人和巡查路线，并由村里每个月安排党员骨干上坝看一看，发现渗漏的在3天内报送水利科。"),
    ).toBe("heavy");
  });

  it("takes a renumbered clause for the same clause", () => {
    const [passage] = compare(`第七条　${ABOVE}`, [source(`第十二条　${ABOVE}`)]);
    expect(passage!.class).toBe("verbatim");
  });

  it("finds nothing in a cited title with its number, or in the article it names", () => {
    const title = "《江西省人民政府办公厅关于进一步加强农村小型水库安全管护工作的实施意见》（赣府厅发〔2019〕12号）";
    expect(
      compare(`根据${title}第三条，我市已完成登记。`, [source(`${title}自印发之日起施行，有疑问的咨询水利厅。`)]),
    ).toEqual([]);
  });

  it("finds nothing in an attributed quotation, and the same words without marks and attribution", () => {
    const words = "小型水库管护要逐座落实到人，宁可十防九空，不可一次放松，谁签字谁负责到底";
    const above = [source(`他说到，${words}，这是底线。`)];
    expect(compare(`会议强调：“${words}。”各村照此办理。`, above)).toEqual([]);
    expect(compare(`各村要做到${words}，照此办理。`, above)).toHaveLength(1);
  });

  it("finds nothing in the frame that a site puts around a document, and what stands in it", () => {
    const frame = [
      "无障碍",
      "长者助手",
      "繁体版",
      "走进乐平",
      "政务公开",
      "搜索热词：",
      "发布时间：2024-05-01 来源：本站",
    ];
    const foot = "主办：乐平市人民政府 承办：乐平市大数据局 备案序号：赣ICP备12345号";
    const page = (words: string) => [...frame, words, "分享到：", "打印", "关闭", "返回顶部", foot].join("\n");
    expect(compare(page(BEFORE + AFTER), [source(page("省里另行布置的工作不在此列，请各地自行安排。"))])).toEqual([]);
    const [passage, ...others] = compare(page(BELOW), [source(page(ABOVE))]);
    expect(others).toEqual([]);
    expect(passage!.class).toBe("names");
    const items = "一、政务公开的网站首页由乐平市水利局每周一上午更新一次，老旧链接由管理员逐条清除。";
    expect(compare(items, [source(items)])).toHaveLength(1);
  });

  it("finds nothing in set phrases and required wording, even side by side", () => {
    const phrases =
      "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，加强组织领导，健全工作机制，明确责任分工，确保各项政策措施落到实处。";
    expect(compare(BEFORE + phrases, [source(phrases + ABOVE)])).toEqual([]);
  });

  it("does not tell a run of a dozen characters", () => {
    const short = "坝高库容管护人逐座登记";
    expect(compare(BEFORE + short + AFTER, [source(`全省${short}完毕。`)])).toEqual([]);
  });

  it("sees through traditional characters, full width and blanks", () => {
    const draft = `${BEFORE}省水利廳牽頭建立全省小型水庫臺賬，逐座登記壩高、庫容、管護人和巡查路線， 每季度向省政府辦公廳報送一次變動情況。`;
    const [passage] = compare(draft, [source(ABOVE)]);
    expect(passage!.draft.start).toBe(BEFORE.length);
    expect(passage!.identity).toBeGreaterThan(0.95);
  });

  it("gives a passage to the better source, then to the earlier, and names the other", () => {
    const draft = BEFORE + ABOVE + AFTER;
    const worse = ABOVE.replace("逐座登记坝高、库容、管护人", "登记坝高和库容、责任人").replace("变动", "变更");
    const better = compare(draft, [source(worse, "转述"), source(ABOVE, "原件")]);
    expect(better.map((passage) => [passage.source.name, passage.alsoIn])).toEqual([["原件", ["转述"]]]);
    const equal = compare(draft, [source(ABOVE, "甲"), source(ABOVE, "乙")]);
    expect(equal.map((passage) => [passage.source.name, passage.alsoIn])).toEqual([["甲", ["乙"]]]);
    const dated = compare(draft, [
      { ...source(ABOVE, "甲"), issuedOn: "2020-01-01" },
      { ...source(ABOVE, "乙"), issuedOn: "2018-01-01" },
    ]);
    expect(dated[0]!.source.name).toBe("乙");
  });

  it("tells moved sentences as one passage", () => {
    const parts = [
      "逐座登记坝高、库容、管护人和巡查路线。",
      "每季度向水利科报送一次变动情况和照片。",
      "汛前把放水涵管启闭两遍并留存视频记录。",
    ];
    const found = compare(BEFORE + [parts[2], parts[0], parts[1]].join("") + AFTER, [source(parts.join(""))]);
    expect(found).toHaveLength(1);
    expect(found[0]!.draft.start).toBe(BEFORE.length);
  });

  it("tells a copy with sentences of the draft's own put in between as one passage, those sentences marked as its own", () => {
    const copied = [
      "逐座登记水库的坝高、库容、管护人和巡查路线，张榜公布。",
      "汛前把放水涵管启闭两遍并留存视频记录，镇里派人到场。",
      "发现散浸渗漏的立即插旗并派人昼夜守护，直至险情排除。",
    ];
    const own = ["老支书负责给夜间守坝的人送姜汤和干粮。", "林场的旧工棚腾出两间给抢险队堆放沙袋和木桩。"];
    const draft = `${BEFORE}${copied[0]}${own[0]}${copied[1]}${own[1]}${copied[2]}${AFTER}`;
    const [passage, ...others] = compare(draft, [source(copied.join(""))]);
    expect(others).toEqual([]);
    expect(draft.slice(passage!.draft.start, passage!.draft.end)).toBe(
      `${copied[0]}${own[0]}${copied[1]}${own[1]}${copied[2]}`,
    );
    expect(passage!.own.map(({ start, end }) => draft.slice(start, end))).toEqual(own);
    expect(passage!.identity).toBe(1);
    expect(passage!.class).toBe("light");
    const inserted = passage!.edits.filter((edit) => edit.kind === "insert").map((edit) => edit.draft);
    expect(inserted).toEqual(own);
  });

  it("tells a short sentence copied whole, and not a fragment of that length", () => {
    const sentence = "渔政船每月上旬检修柴油机和缆绳。";
    const told = (draft: string) => compare(draft, [source(`${ABOVE}${sentence}本县另有安排。`)]);
    expect(told(`${BEFORE}${sentence}${AFTER}`).map(({ class: kind }) => kind)).toEqual(["verbatim"]);
    expect(told(`${BEFORE}停靠码头的渔政船每月上旬检修柴油机一次。${AFTER}`)).toEqual([]);
  });

  it("keeps the caller's bounds", () => {
    const draft = BEFORE + BELOW + AFTER;
    expect(compare(draft, [source(ABOVE)], { minimum: 200 })).toEqual([]);
  });

  it("holds on empty and tiny texts", () => {
    expect(compare("", [source(ABOVE)])).toEqual([]);
    expect(compare(ABOVE, [source("")])).toEqual([]);
    expect(compare("一、", [source("二、")])).toEqual([]);
  });
});
