import type { OfficialDocument } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { readText } from "../../src/read/text.ts";
import { recognise } from "../../src/recognise/recognise.ts";

/** A document from lines of text, read and recognised as a file would be. */
export function document(name: string, ...lines: string[]): OfficialDocument {
  return recognise(readText(lines.join("\n"), "utf-8", DEFAULT_LIMITS), name, {});
}

/** A provincial notice of our own making; its items are what drafts in these tests copy. */
export const PROVINCE = [
  "江西省人民政府办公厅关于加强农村水利设施管护工作的通知",
  "赣府厅发〔2019〕12号",
  "各市、县（区）人民政府，省政府各部门：",
  "为管好用好农村水利设施，经省政府同意，现将有关事项通知如下：",
  "一、明确管护主体",
  "1.省水利厅牵头建立全省小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向省政府办公厅报送一次变动情况。",
  "2.各市、县（区）人民政府必须在2019年12月底前完成灌溉渠道确权颁证，确权率不低于95%，未确权的渠道不得安排省级维修资金。",
  "二、落实管护经费",
  "3.省财政厅按照每座小型水库每年8000元的标准安排省级补助资金，资金直接拨付到县，任何单位不得截留挪用。",
  "4.鼓励社会资本参与灌区节水改造，参与的企业可以按照合同约定取得水费分成，期限一般不超过二十年。",
  "江西省人民政府办公厅",
  "2019年3月1日",
];
