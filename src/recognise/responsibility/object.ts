import { type Name, splitAt } from "./names.ts";
import { isOrgan } from "./organs.ts";
import { nameList } from "./subject.ts";

const LIST = new Set("、");
/** Longest list of names looked for behind a trigger. */
const REACH = 400;

/** Names that begin at `from`, the last one as far as its first complete noun: 会同A、B将资金拨付 … */
export function namesAfter(text: string, from: number, to: number): Name[] {
  let stop = from;
  while (stop < Math.min(to, from + REACH) && !/[，,；;：:。]/.test(text[stop]!)) stop++;
  const items = splitAt(text, from, stop, LIST);
  const names: Name[] = [];
  for (const [i, item] of items.entries()) {
    const rest = items[i + 1];
    if (rest || item.end === to) {
      const whole = nameList(text, item.start, item.end);
      if (whole) {
        names.push(...whole);
        continue;
      }
    }
    const end = nameEnd(text, item.start, item.end);
    if (end > 0) names.push(...(nameList(text, item.start, end) ?? []));
    if (!rest || end > 0) break;
  }
  return names;
}

/** Characters that carry a name on past a noun that could end it: 发展改革委|员会, 财政部|门, 市委|办公室. */
const GOES_ON = /^(?:员会|事处|[门厅局委部院署组办会处室等、和与]|及(?!时)|办公|党组|人民|政府|中心|公司|（|\()/;

/** Nouns that end a name for certain; 科, 区, 院 … also stand inside one (青岛高科技工业园管委会). */
const FIRM =
  /(?:[委厅局署部办]|[^社机大]会|政府|中心|公司|集团|部门|单位|机构|机关|法院|检察院|银行|专班|方面|企业|同志|领导|室|组|街道|办事处)$/;

/** Words that the last character of a seeming name begins: 主管部门组|织, 市委办|理. */
const SPLITS =
  /^(?:组[织建]|办[理法]|部[署分]|会[同议商]|处[理置]|委[托派]|署名|局[部限]|院[士校]|司[法机]|科[学技研]|团[体队]|所[在有属需]|协[会调议作]|行[为业政动]|市[场容民]|区[域别]|室[内外]|站[点]|联[合系动])/;

function nameEnd(text: string, from: number, to: number): number {
  let weak = -1;
  for (let end = from + 2; end <= Math.min(to, from + 28); end++) {
    const next = text.slice(end - 1, Math.min(to, end + 1));
    if (SPLITS.test(next)) continue;
    const onward = text.slice(end, Math.min(to, end + 3));
    if (GOES_ON.test(onward) && !SPLITS.test(onward)) continue;
    const name = text.slice(from, end);
    if (!isOrgan(name)) continue;
    if (FIRM.test(name)) return end;
    if (weak < 0) weak = end;
  }
  return weak;
}

/** X牵头，Y、Z等参加: the names between 牵头 and the word for taking part. */
export function helpersAfter(text: string, from: number, to: number): Name[] {
  const words = text.slice(from, Math.min(to, from + 300));
  const match =
    /^(?:负责|组织|实施|落实|抓总)?[，、,；]([^。；]{2,280}?)(?:共同|积极|协同|密切|主动)?(?:配合|参与|参加|协助)/.exec(
      words,
    );
  if (!match) return [];
  const at = from + match[0].indexOf(match[1]!, 1);
  const names = nameList(text, at, at + match[1]!.length);
  return names ?? [];
}
