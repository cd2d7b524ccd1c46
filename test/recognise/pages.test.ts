import { describe, expect, test } from "vitest";
import { bodyLines, draft, rows } from "./draft.ts";

/** Shapes of real pages of government sites, place names replaced. */
describe("documents as government pages show them", () => {
  test("metadata in two columns, the number in the title's brackets, tools between title and 主送机关", () => {
    const document = draft(
      [
        "归档时间：2018-11-21",
        "当前位置: 首页 > 政务公开 > 政策法规",
        "中共某市委办公室某市人民政府办公室印发《关于全面推进政务公开工作的实施意见》的通知(某办发〔2017〕2号)",
        "来源:某市政府门户网 日期:2017-01-12 17:08 字号:【",
        "视力保护色:",
        "浏览量:",
        "各县市区委、人民政府,某市经济技术开发区、某某管理区,市直各单位,中央、省驻市单位:",
        "《关于全面推进政务公开工作的实施意见》已经市委、市人民政府同意,现印发给你们,请结合实际认真贯彻执行。",
        "中共某市委办公室",
        "某市人民政府办公室",
        "2017年1月10日",
        "关于全面推进政务公开工作的实施意见",
        "根据有关要求,结合我市实际,现就全面推进政务公开工作提出如下实施意见。",
        "一、把握总体要求,明确工作目标",
        "(一)总体要求。坚持以公开为常态、不公开为例外。",
      ].join("\n"),
    );
    expect(document.elements.title?.text).toBe(
      "中共某市委办公室某市人民政府办公室印发《关于全面推进政务公开工作的实施意见》的通知",
    );
    expect(document.elements.docNumber?.text).toBe("某办发〔2017〕2号");
    expect(document.elements.addressees?.spans[0]?.block).toBe(6);
    expect(document.elements.signature?.text).toBe("中共某市委办公室\n某市人民政府办公室");
    expect(document.parts.map((part) => [part.name, part.title?.text.slice(0, 10)])).toEqual([
      ["notice", "中共某市委办公室某市"],
      ["annex", "关于全面推进政务公开"],
    ]);
    expect(bodyLines(document)).toEqual([8, 15]);
    expect(rows(document)).toEqual(["14 一、 1", "15 (一) 2"]);
  });

  test("a title that the page puts in 《》, the plan without a title of its own", () => {
    const document = draft(
      [
        "某政办发〔2016〕26号《某市人民政府办公厅关于印发〈某市政务公开工作要点〉的通知》",
        "《某市人民政府办公厅关于印发〈某市政务公开工作要点〉的通知》",
        "某政办发〔2016〕26号",
        "各区人民政府,市政府各委、办、局,各市属机构:",
        "《某市政务公开工作要点》已经市政府同意,现印发给你们,请结合实际认真贯彻落实。",
        "某市人民政府办公厅",
        "2016年5月28日",
        "2016年是全面建成小康社会决胜阶段的开局之年,政务公开工作的总体要求是深入贯彻中央部署。",
        "一、围绕深化改革推进公开",
        "(一)进一步推进权力清单公开",
      ].join("\n"),
    );
    expect(document.elements.title?.text).toBe("某市人民政府办公厅关于印发〈某市政务公开工作要点〉的通知");
    expect(document.elements.docNumber?.text).toBe("某政办发〔2016〕26号");
    expect(document.parts.map((part) => part.name)).toEqual(["notice", "annex"]);
    expect(document.chrome).toEqual([{ first: 0, last: 0 }]);
    expect(bodyLines(document)).toEqual([5, 10]);
  });

  test("an emergency plan numbered 1, 1.1, 2, 2.1", () => {
    const document = draft(
      [
        "某县突发事件应急预案",
        "1  总则",
        "1.1  编制目的",
        "规范全县突发事件的应急处置工作，保障公众生命安全。",
        "1.2  编制依据",
        "依据有关法律法规制定本预案。",
        "2  组织体系",
        "2.1 指挥机构",
        "县政府成立指挥部。",
        "3  附则",
        "本预案自发布之日起实施。",
      ].join("\n"),
    );
    expect(rows(document)).toEqual(["2 1 1", "3 1.1 2", "5 1.2 2", "7 2 1", "8 2.1 2", "10 3 1"]);
  });

  test("sections numbered across chapters", () => {
    const document = draft(
      "返回顶部\n某县人民政府工作规则\n  • 索引号:\n    610728/2024-001005\n  • 发文字号:\n    某政发〔2024〕7号\n某县人民政府工作规则\n第一章总则\n一、根据有关规定，制定本规则。\n二、县政府工作的指导思想是实事求是。\n第二章   组成人员\n三、县政府由县长、副县长组成。",
    );
    expect(document.elements.title?.spans[0]?.block).toBe(6);
    expect(rows(document)).toEqual(["8 第一章 1", "9 一、 2", "10 二、 2", "11 第二章 1", "12 三、 2"]);
  });

  test("a page that begins with 主送机关 and shows no title of the notice", () => {
    const document = draft(
      "某某园区管委会,各乡镇人民政府,市级各部门:\n《某市人民政府议事规则》已经会议通过,现予印发。\n某市人民政府\n2024年11月20日\n(此件公开发布)\n某市人民政府议事规则\n第一章 总 则\n第一条 为推进科学决策，制定本规则。",
    );
    expect(document.elements.title?.text).toBe("某市人民政府议事规则");
    expect(document.elements.signature?.text).toBe("某市人民政府");
    expect(document.parts[0]).toMatchObject({ name: "notice", title: null });
    expect(bodyLines(document)).toEqual([2, 8]);
  });

  test("a letter has no title of its own, whatever is attached to it", () => {
    const document = draft(
      "某某大学：\n你校《关于报送试点方案的函》收悉。经研究，主要意见回复如下：\n一、原则同意开展试点（具体要点附后）。\n二、加强组织领导，明确责任分工。\n某某部\n2022年9月20日\n试点任务要点（某某大学）\n一、技术研究\n（一）试点单位。\n某某大学。\n（二）试点内容。\n研究技术，开展推广应用。",
    );
    expect(document.elements.title).toBeNull();
    expect(document.elements.addressees?.text).toBe("某某大学：");
    expect(document.elements.signature?.text).toBe("某某部");
  });

  test("a short announcement: one paragraph, whom to ask, the names attached", () => {
    const document = draft(
      "根据标准化工作的总体安排，现将申请立项的《通用技术要求》等标准计划项目予以公示（见附件），截止日期为2017年12月5日。如对拟立项标准项目有不同意见，请在公示期间填写意见表并反馈至我司，邮件主题请注明反馈事项。\n地址：某市某街13号 某某司 标准处\n邮编：100846\n联系电话：010-12345678\n公示时间：2017年11月3日-2017年12月5日\n附件：1. 标准制修订计划\n2. 意见反馈表\n某某部科技司\n2017年11月6日",
    );
    expect(document.elements.title).toBeNull();
    expect(bodyLines(document)?.[0]).toBe(1);
    expect(document.elements.attachments.map(({ text }) => text)).toEqual(["标准制修订计划", "意见反馈表"]);
  });

  test("a signature whose day is lost", () => {
    const document = draft(
      "某镇关于印发应急预案的通知\n各村（社区），镇属各单位：\n现将《某镇应急预案》印发给你们，请遵照执行。\n某镇人民政府\n（此件公开发布）\n某镇应急预案\n为做好应急工作，制定本预案。\n一、总则",
    );
    expect(document.elements.signature?.text).toBe("某镇人民政府");
    expect(document.elements.date).toBeNull();
    expect(document.parts.map((part) => part.name)).toEqual(["notice", "annex"]);
  });

  test("an order with its history and a table of contents", () => {
    const document = draft(
      "某市数据条例\n（2020年4月29日某市第十五届人民代表大会常务委员会第三十次会议通过\n2021年5月26日某省第十三届人民代表大会常务委员会批准）\n目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　为了规范管理，制定本条例。\n第二章　附则\n第二条　本条例自2021年7月1日起施行。",
    );
    expect(document.elements.title?.text).toBe("某市数据条例");
    expect(rows(document)).toEqual(["7 第一章 1", "8 第一条 2", "9 第二章 1", "10 第二条 2"]);
    expect(bodyLines(document)).toEqual([7, 10]);
  });
});

describe("words that pages and documents share", () => {
  test.each([
    "为规范行政许可证管理，现将有关事项通知如下：",
    "为加强政务微信、微博和客户端管理，经市政府同意，现就有关事项通知如下：",
    "根据群众举报和媒体评论反映的问题，制定如下措施：",
  ])("%s opens the body", (line) => {
    const document = draft(`某市关于加强管理的通知\n各县区人民政府：\n${line}\n一、抓好落实。`);
    expect(bodyLines(document)).toEqual([3, 4]);
    const plain = draft(`某市关于加强管理的措施\n${line}\n一、抓好落实。\n二、抓好督查。`);
    expect(bodyLines(plain)).toEqual([2, 4]);
  });

  test("a title may speak of 注册, 举报 or 许可证", () => {
    for (const title of ["某市关于准予某基金注册的批复", "某市关于办理群众举报事项的通知", "某市许可证管理办法"]) {
      expect(draft(`${title}\n为加强管理，制定本文件。\n一、抓好落实。`).elements.title?.text).toBe(title);
    }
  });
});
