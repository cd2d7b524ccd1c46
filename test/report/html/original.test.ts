import { describe, expect, it } from "vitest";
import { originalView, sanitised } from "../../../src/report/html/original.ts";
import { wordIn } from "../../../src/report/html/word.ts";
import { docx } from "../../read/docx/build.ts";
import { all, parsed, words } from "./parsed.ts";

const word = wordIn("zh");
const clean = async (text: string) => (await sanitised(text, word)).text;

/** One red dot. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

describe("the unmarked view", () => {
  it("keeps what lays text out and nothing that acts or leads away", async () => {
    expect(await clean(`<p onclick="x()" style="color:red" id="a">甲<a href="javascript:x()">乙</a></p>`)).toBe(
      "<p>甲乙</p>",
    );
    expect(
      await clean(`<h1>题</h1><script>x()</script><iframe src="http://x"></iframe><svg><script>x()</script></svg>`),
    ).toBe('<p class="heading">题</p>');
    expect(await clean(`<table><tr><td colspan="2" rowspan="9999">丙</td></tr></table>`)).toBe(
      '<table><tbody><tr><td colspan="2">丙</td></tr></tbody></table>',
    );
    expect(await clean("<p>&lt;script&gt;</p>")).toBe("<p>&lt;script&gt;</p>");
  });

  it.each([
    "http://x/a.png",
    "file:///etc/passwd",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:text/html;base64,eA==",
    "",
  ])("says that a picture was left out rather than point to %j", async (source) => {
    const text = await clean(`<img src="${source}" onerror="x()">`);
    expect(text).toBe('<span class="left-out">图片，没有放进报告</span>');
  });

  it("carries a small picture of the draft itself, and says of a large one that it is not there", async () => {
    const picture = (id: string) =>
      `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"/>`;
    const bytes = docx(picture("small") + picture("large"), {
      relationships: relation("small", "media/small.png") + relation("large", "media/large.png"),
      files: {
        "word/media/small.png": Uint8Array.from(Buffer.from(DOT, "base64")),
        "word/media/large.png": new Uint8Array(100_000),
      },
    });
    const { root } = parsed((await originalView(bytes, word)).text, true);
    expect(all(root, "img").map(({ properties }) => properties["src"])).toEqual([`data:image/png;base64,${DOT}`]);
    expect(all(root, "span.left-out").map(words)).toEqual(["图片，没有放进报告"]);
  });

  it("says so where the document cannot be converted", async () => {
    const { text } = await originalView(new Uint8Array([1, 2, 3]), word);
    expect(text).toMatch(/原稿视图没有做成/);
  });
});
