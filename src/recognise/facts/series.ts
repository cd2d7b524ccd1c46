import type { OfficialDocument } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import type { Told } from "./validity.ts";

const ISSUE = /第[\s\u3000]*[\d〇一二三四五六七八九十百×X]{1,5}[\s\u3000]*期|总第[\s\u3000]*\d+[\s\u3000]*期/;
const NAME = /(?:简报|快报|专报|动态|信息|参阅|通讯|摘报|要情|工作交流|内参|舆情)/;
/** Lines of the head in which a bulletin names itself. */
const HEAD = 10;

/** The name of the bulletin a document is an issue of: 优化营商环境简报 above 第12期. */
export function seriesOf(document: OfficialDocument): Told<string> | null {
  const last = Math.min(HEAD, document.blocks.length);
  for (let i = 0; i < last; i++) {
    const text = simplify(document.blocks[i]!.text);
    const issue = ISSUE.exec(text);
    if (!issue || text.trim().length > 60) continue;
    for (const at of [i, i - 1, i - 2]) {
      const block = document.blocks[at];
      if (!block) continue;
      const head = simplify(block.text);
      const line = at === i ? head.slice(0, issue.index) : head;
      const name = line.replace(/[\s\u3000]/g, "").replace(/[（(]$/, "");
      if (name.length < 2 || name.length > 30 || !NAME.test(name) || /[。，]/.test(name)) continue;
      return { value: name, span: { block: at, start: 0, end: line.length } };
    }
  }
  return null;
}
