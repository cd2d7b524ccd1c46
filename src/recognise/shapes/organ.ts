import type { Line } from "../lines/line.ts";
import { withoutTrailer } from "./kind.ts";

const ORGAN_END =
  /(?:政府|委员会|委|厅|局|部|办|室|院|署|会|社|团|组|处|科|站|所|队|司|行|校|学|联|协|中心|公司|集团|人大|政协|军|海关|党组|指挥部|专班|大学|基地|联盟|庭|馆|台|网|党|军区|园区|(?:新|开发|高新|示范|管理|试验|度假|合作)区)$/;
const COLLECTIVE = /^(?:各|全[省市县区国]|有关|相关|本[省市县区]|省|市|县|区|局|厅|委|部|机关|驻|直属|中央|国务院)/;

/** Names of organs side by side or one below the other: 国务院办公厅, 国务院 中央军委, 科 技 部. */
export function isOrganLine(line: Line): boolean {
  return !line.label && !line.cell && isOrganName(line.bare);
}

/** The same of words that are no line as it stands: a part of one, or two that belong together. */
export function isOrganName(bare: string): boolean {
  if (bare.length < 2 || bare.length > 90) return false;
  if (/[。；！？，,;：:!?"“”<>》《\d|]/.test(bare)) return false;
  return ORGAN_END.test(withoutTrailer(bare));
}

/** 市长 王某某, 省长：李某: a post and a name under an order. */
export function isSigner(line: Line): boolean {
  return (
    line.bare.length <= 16 &&
    /^(?:[\u4e00-\u9fff]{0,6}(?:长|主席|主任|总理|书记|院长|行长))[:：]?[\u4e00-\u9fff·×]{2,4}$/.test(line.bare) &&
    !line.label
  );
}

const ADDRESSEE_END = /(?:单位|部门|机构|企业|地区|省|市|县|区|州|盟|旗|乡镇|街道|高校|院校|团体|组织)$/;
const NO_ADDRESSEE =
  /(?:如下|是|为|包括|附件|抄送|有|电话|传真|地址|邮编|邮箱|联系人|日期|文号|字号|来源|词|时间|机关|标题|称|位置|条件|单位是)[:：]$/;

/** 主送机关: a line that ends in a colon and lists organs, their last one named in full. */
export function isAddressees(line: Line): boolean {
  const { bare } = line;
  if (line.last !== "：" && line.last !== ":") return false;
  if (bare.length < 3 || bare.length > 600 || line.label || /[。！？!?；;“《]/.test(bare) || NO_ADDRESSEE.test(bare))
    return false;
  const pieces = bare.slice(0, -1).split(/[，、,]/);
  const tail = withoutTrailer(pieces[pieces.length - 1]!);
  if (pieces.some((piece) => piece.length > 40)) return false;
  if (pieces.length === 1) return ORGAN_END.test(tail) || (COLLECTIVE.test(tail) && ADDRESSEE_END.test(tail));
  return ORGAN_END.test(tail) || ADDRESSEE_END.test(tail);
}
