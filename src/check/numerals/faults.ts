import { type Range, rangesOf } from "../printed.ts";

/** Scanners for one paragraph each; every pattern is linear. Clause numbers are those of GB/T 15835-2011. */
type Scan = (text: string) => Range[];

/** 4.2.2: an approximate number with 几 is written in Chinese. */
const few: Scan = (text) =>
  rangesOf(
    /[0-9０-９]+几(?=[个十百千万亿天年月次人名户项件条家倍场批所座处篇份套辆种])|几[0-9]+(?=[个天年月次人名户项件条家倍场批所座处篇份套辆种])/g,
    text,
  );

/** 5.2.1: 三五天 takes no mark. 一、二等奖 names two grades, and 三、四月 two months. */
const approximate: Scan = (text) =>
  rangesOf(
    /(?<![第前后十百千万零〇一二三四五六七八九、（）])(?:一、二|二、三|两、三|三、四|四、五|五、六|六、七|七、八|八、九)(?:个(?!月|方面|部分|阶段)|天|名|户|倍|件|次|家|所|场|年(?!级|制|度|期))/g,
    text,
  );

/** 4.3: one date, one kind of numeral. */
const mixedDate: Scan = (text) =>
  rangesOf(
    /[一二][〇○零一二三四五六七八九]{3}年[0-9]{1,2}月|(?<![0-9])(?:19|20)[0-9]{2}年[一二三四五六七八九十]{1,3}月|(?<![0-9])[0-9]{1,2}月[一二三四五六七八九十]{1,3}日/g,
    text,
  );

/** 5.2.5: a year in Chinese numerals has 〇. */
const zero: Scan = (text) =>
  rangesOf(
    /(?<![零〇一二三四五六七八九])[一二](?:[零0OＯ][零〇○0OＯ一二三四五六七八九]{2}|[〇○九八][零0OＯ][〇○零0OＯ一二三四五六七八九]|[〇○九八][一二三四五六七八九][零0OＯ])年/g,
    text,
  );

/** 5.1.4: a year keeps its four digits. */
const shortYear: Scan = (text) =>
  rangesOf(
    /(?<![0-9０-９.年满近约共长达过每第])[0-9]{2}年(?:[0-9]{1,2}月(?!以|内|龄)|度(?=工作|计划|预算|决算)|[底末初](?=[\u4e00-\u9fff，。；、）]))/g,
    text,
  );

/** 5.1.3: 15%～30%, 13万元～17万元 keep the sign or 万, 亿 on both sides; years and numbers of things do not need it. */
const range: Scan = (text) =>
  rangesOf(
    /(?<![0-9.,第—～~\-－])[0-9]+(?:\.[0-9]+)?(?:-{1,2}|－|—|–|～|~|至)[0-9]+(?:\.[0-9]+)?(?:%|％|‰|万(?!能)|亿)/g,
    text,
  );

/** 5.1.2: a number below one keeps its zero. */
const decimal: Scan = (text) =>
  rangesOf(
    /(?<=[\u4e00-\u9fff，、（])[.．][0-9]+(?=%|％|‰|个|万|亿|元|米|平方|立方|公里|公顷|亩|吨|人|户|倍|小时)/g,
    text,
  );

/** 5.3: only 万 and 亿 stand behind Arabic numerals; 千瓦, 千克, 千米 are units. */
const mixed: Scan = (text) =>
  rangesOf(
    /(?<![0-9.、])[0-9]+(?:\.[0-9]+)?(?:千(?!瓦|克|米|卡|伏|赫|帕|焦|乏|安|牛|欧|字节|字|比特|家万户|方百计)(?:[万亿元余多]|[个人户名亩吨])|百(?!分|货|强|年|姓|日|米|千|校|帕|兆)(?:[万亿元余多]|[个人户名亩吨])|十(?:[万亿元余多]|[个人户名亩吨])|[千百十]几)/g,
    text,
  );

/** 4.2.1: days of the lunar calendar are written in Chinese. */
const lunar: Scan = (text) =>
  rangesOf(
    /(?:农历|阴历|夏历)(?:[0-9]{4}年)?(?:[0-9]{1,2}月|[正冬腊一二三四五六七八九十]{1,2}月[0-9]{1,2})|初[0-9]{1,2}(?=日|[，。、；）])/g,
    text,
  );

export const NUMERAL_SCANS = {
  few,
  approximate,
  "mixed-date": mixedDate,
  zero,
  "short-year": shortYear,
  range,
  decimal,
  mixed,
  lunar,
} satisfies Record<string, Scan>;
