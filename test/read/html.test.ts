import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectExactPlaces, readAs, refusal, textsOf } from "./read-bytes.ts";

const html = (text: string) => readAs("a.html", text);
const PROSE = "　　为贯彻落实上级决策部署，切实为基层减负，结合本市实际，制定本方案。";

const PAGE = `<!DOCTYPE html>
<html><head><title>关于印发方案的通知_某市</title><style>p{}</style><script>var text="不是正文";</script></head>
<body>
<div class="top"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">政务服务</a><a href="/c">互动交流</a></div>
<div class="wrap">
 <ul class="side"><li><a href="1">通知公告</a></li><li><a href="2">规划计划</a></li><li><a href="3">人事信息</a></li></ul>
 <div class="text">
  <h1>某市人民政府关于印发<br>某某方案的通知</h1>
  <p>各县（市、区）人民政府：</p>
  <p>${PROSE}<br/>　　一、总体要求</p>
  <p>${PROSE}</p>
  <p>附件：<a href="a.doc">1.清单</a> <a href="b.pdf">2.表</a> <a href="c.pdf">3.图</a></p>
  <p align=right>某市人民政府</p><p>2024年1月1日</p>
 </div>
</div>
<div class="footer">版权所有　备案号</div>
</body></html>`;

describe("the document inside a saved page", () => {
  test("menus, lists of links, scripts and the footer are left out, the document is whole", async () => {
    const source = await html(PAGE);
    expect(textsOf(source)).toEqual([
      "某市人民政府关于印发某某方案的通知",
      "各县（市、区）人民政府：",
      PROSE,
      "　　一、总体要求",
      PROSE,
      "附件：1.清单 2.表 3.图",
      "某市人民政府",
      "2024年1月1日",
    ]);
    expectExactPlaces(source, PAGE);
  });

  test("a page without menus is read whole", async () => {
    const source = await html(`<html><body><p>短标题</p><p>${PROSE.repeat(20)}</p><p>落款</p></body></html>`);
    expect(textsOf(source)).toEqual(["短标题", PROSE.repeat(20), "落款"]);
  });

  test("a title above the text is taken along", async () => {
    const source = await html(
      `<body><div><a href=1>一</a><a href=2>二</a><a href=3>三</a><h1>标题</h1><a href=4>相关阅读相关阅读</a></div><div><p>${PROSE}</p><p>${PROSE}</p></div></body>`,
    );
    expect(textsOf(source)[0]).toBe("标题");
    expect(textsOf(source)).toHaveLength(3);
  });
});

test("an older page laid out with tables", async () => {
  const page = `<html><body><table width=100%><tr><td><a href=1>首页</a> <a href=2>公文</a> <a href=3>法规</a></td></tr></table>
<table><tr><td width=20%><a href=4>栏目一</a><br><a href=5>栏目二</a><br><a href=6>栏目三</a></td>
<td><table><tr><td align=center><b>关于精简会议的通知</b></td></tr><tr><td>某发〔2024〕1号<br><br>　　${PROSE}<br>　　一、精简会议。${PROSE.repeat(20)}</td></tr></table></td></tr></table></body></html>`;
  expect(textsOf(await html(page))).toEqual([
    "关于精简会议的通知",
    "某发〔2024〕1号",
    `　　${PROSE}`,
    `　　一、精简会议。${PROSE.repeat(20)}`,
  ]);
});

describe("blocks", () => {
  test("blanks collapse as on the page, without one between Chinese characters", async () => {
    const source = await html("<p>为贯彻&ldquo;放管服&rdquo;改革，\r\n   结合 <b>实际</b>\n  ABC\nDEF</p>");
    expect(textsOf(source)).toEqual(["为贯彻“放管服”改革，结合 实际 ABC DEF"]);
  });

  test("headings, lists with the numbers a browser shows, indents in one element", async () => {
    const { blocks } = await html(
      "<h2>一、</h2><ol start=3><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul><div>　　丁\n　　戊</div>",
    );
    expect(blocks.map(({ kind, headingLevel, labelLength, text }) => [kind, headingLevel, labelLength, text])).toEqual([
      ["heading", 2, 0, "一、"],
      ["list-item", 0, 3, "3. 甲"],
      ["list-item", 0, 3, "4. 乙"],
      ["list-item", 0, 0, "丙"],
      ["paragraph", 0, 0, "　　丁"],
      ["paragraph", 0, 0, "　　戊"],
    ]);
  });

  test("a table by cells, spans included, empty cells too", async () => {
    const { blocks } = await html(
      "<table><tr><th>序号<th colspan=2>任务<tr><td rowspan=2>1<td>甲<td><p>乙<p>丙</table><table><tr><td>x<td>y</table>",
    );
    expect(
      blocks.map(({ text, cell }) => [text, cell!.table, cell!.row, cell!.column, cell!.rowSpan, cell!.columnSpan]),
    ).toEqual([
      ["序号", 1, 0, 0, 1, 1],
      ["任务", 1, 0, 1, 1, 2],
      ["1", 1, 1, 0, 2, 1],
      ["甲", 1, 1, 1, 1, 1],
      ["乙", 1, 1, 2, 1, 1],
      ["丙", 1, 1, 2, 1, 1],
      ["x", 2, 0, 0, 1, 1],
      ["y", 2, 0, 1, 1, 1],
    ]);
  });

  test("a table that lays out a page is no table", async () => {
    const { blocks } = await html(
      `<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>`,
    );
    expect(blocks.map(({ text, cell }) => [text, cell?.table])).toEqual([
      ["左", undefined],
      ["甲", 1],
      ["乙", 1],
    ]);
  });

  test("comments are kept aside", async () => {
    expect((await html("<p>一</p>\n<!-- gwlint-disable X -->\n<p>二</p>")).comments).toEqual([
      { line: 2, column: 1, text: "gwlint-disable X" },
    ]);
  });
});

test("end tags of what is not open do not hide the depth", async () => {
  expect(await refusal("a.html", `<html>${"<div></b>".repeat(5_000)}字`)).toMatchObject({
    reason: "read.html-too-deep",
  });
});

test("tags nested beyond reason are refused", async () => {
  expect(await refusal("a.html", `<html>${"<div>".repeat(5_000)}字`)).toMatchObject({
    status: "rejected-unsafe",
    reason: "read.html-too-deep",
    values: { actual: 5_001 },
  });
});

test("no word is lost or moved, whatever the tags", async () => {
  const word = fc.constantFrom("为基层减负", "一、", "2024年", "word", "&amp;", "　　", " ", "\n", "\r\n");
  const tag = fc.constantFrom(
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "<h2>",
    "</h2>",
    "<ul><li>",
    "</ul>",
    "<table><tr><td>",
    "<td>",
    "</table>",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(word, tag), { maxLength: 25 }), async (pieces) => {
      const text = `<p>甲${pieces.join("")}`;
      const source = await html(text);
      expectExactPlaces(source, text);
      const words = (value: string) => value.replace(/\s/g, "").split("").sort().join("");
      expect(words(textsOf(source).join(""))).toBe(words(text.replace(/<[^>]*>/g, "").replaceAll("&amp;", "&")));
    }),
    { numRuns: 150 },
  );
});
