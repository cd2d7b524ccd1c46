import type { Block } from "../../model/block.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";

const ENDING =
  /(?:政府|委员会|办公室|部门|单位|机构|[局厅委办院部]|公司|企业|集团|大学|学院|学校|街道|乡镇|[省市县区镇乡州盟旗]|地区|团体|组织|中心)$/;

/**
 * Where the colon behind 主送机关 is half-width or missing (GB/T 9704-2012, 7.3.2: 最后一个机关名称后标全角冒号). Without
 * any colon only a line right below the title is taken that lists several organs, or all of a kind, and has running
 * text below it; a single organ there is as often the issuer's own name.
 */
export function addresseesColon(document: OfficialDocument): { span: Span; replacement: string } | null {
  const { addressees, title } = document.elements;
  const last = addressees?.spans.at(-1);
  if (last) {
    const text = document.blocks[last.block]?.text ?? "";
    const at = text.trimEnd().length - 1;
    return text[at] === ":" ? { span: { block: last.block, start: at, end: at + 1 }, replacement: "：" } : null;
  }
  const below = title?.spans.at(-1)?.block;
  if (addressees || below === undefined) return null;
  const [line, next] = document.blocks.slice(below + 1).filter(isWritten);
  if (!line || !next || !isList(line) || !/[，。]/.test(next.text) || next.text.trim().length < 20) return null;
  const end = line.text.trimEnd().length;
  return { span: { block: line.index, start: end, end }, replacement: "：" };
}

const isWritten = ({ region, text, cell }: Block) => region === "body" && !cell && text.trim() !== "";

function isList({ text, labelLength, headingLevel }: Block): boolean {
  const bare = text.trim();
  if (labelLength > 0 || headingLevel > 0 || bare.length > 300 || /[。；！？“《（(:：;0-9]/.test(bare)) return false;
  const names = bare.split(/[，、,]/);
  if (!names.every((name) => name.length >= 2 && name.length <= 40 && ENDING.test(name))) return false;
  return names.length > 1 || bare.startsWith("各");
}
