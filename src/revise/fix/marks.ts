/** One place in a text where a character goes, comes, or is replaced. */
export interface Mend {
  start: number;
  end: number;
  replacement: string;
}

const HAN = "\\u4e00-\\u9fff";
const FULL: Record<string, string> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）" };
/** Chinese on the left or right of a mark, brackets and marks of either width included: mending one changes no other. */
const LEFT = `[${HAN}”》）)]`;
const RIGHT = `[${HAN}“《（(]`;

/** GB/T 15834-2011: half-width marks between Chinese characters or behind the last one; brackets only as pairs with Chinese at both inner ends. */
export function halfWidth(text: string): Mend[] {
  const mends = all(new RegExp(`(?<=${LEFT})[,;:?!](?=${RIGHT}|[ \\u3000]{0,8}$)`, "g"), text, (mark) => FULL[mark]!);
  for (const [open, close] of pairs(text)) {
    mends.push({ start: open, end: open + 1, replacement: "（" }, { start: close, end: close + 1, replacement: "）" });
  }
  return mends;
}

/** Half-width brackets that belong together, none inside another, behind Chinese and around Chinese. */
function pairs(text: string): [number, number][] {
  const found: [number, number][] = [];
  let open = -1;
  let depth = 0;
  let nested = false;
  for (let i = text.search(/[()]/); i >= 0 && i < text.length; i++) {
    if (text[i] === "(") {
      if (depth++ === 0) [open, nested] = [i, false];
      else nested = true;
    } else if (text[i] === ")") {
      if (depth === 1 && !nested && isChinese(text, open, i)) found.push([open, i]);
      depth = Math.max(0, depth - 1);
    }
  }
  return found;
}

const INK = new RegExp(`[${HAN}“”《》]`);
const BEFORE = new RegExp(LEFT);

function isChinese(text: string, open: number, close: number): boolean {
  const inner = text[open + 1] ?? "";
  const last = text[close - 1] ?? "";
  return close - open > 1 && BEFORE.test(text[open - 1] ?? "") && INK.test(inner) && INK.test(last);
}

/** 发文字号 in 六角括号 (GB/T 9704-2012, 7.2.5): the brackets around the year, whatever form they have. */
export function docNumber(text: string): Mend[] {
  return brackets(/[[［【(（﹝]\s?[0-9０-９]{4}\s?[\]］】)）﹞](?=\s?第?\s?[0-9０-９]{1,5}\s?号)/g, text);
}

/** The same in the running text, where only square forms behind a Chinese character are certain to mean 〔〕. */
export function citedNumber(text: string): Mend[] {
  return brackets(new RegExp(`(?<=[${HAN}])[[［【](?:19|20)[0-9]{2}[\\]］】](?=第?[0-9]{1,5}号)`, "g"), text);
}

function brackets(pattern: RegExp, text: string): Mend[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: match }) => [
    { start: index, end: index + 1, replacement: "〔" },
    { start: index + match.length - 1, end: index + match.length, replacement: "〕" },
  ]);
}

/** 成文日期 without padding zeros (GB/T 9704-2012, 7.3.5.4: 月、日不编虚位). */
export function date(text: string): Mend[] {
  return all(/(?<=年\s?)[0０](?=[1-9１-９]\s?月)|(?<=月\s?)[0０](?=[1-9１-９]\s?日)/g, text, () => "");
}

/** GB/T 15834-2011, B.3: （一） and （1） take no mark, 一 takes 、 and 1 takes a full point. */
export function labelMark(text: string, full: boolean): Mend[] {
  const bracket = all(
    /(?<=^[\s\u3000]{0,8}[（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[）)])[、，,.．。](?=[ \u3000]?[\u4e00-\u9fff“《])/g,
    text,
    () => "",
  );
  const chinese = all(
    /(?<=^[\s\u3000]{0,8}[一二三四五六七八九十]{1,3})[，,.．。](?=[ \u3000]?[\u4e00-\u9fff“《])/g,
    text,
    () => "、",
  );
  // 1、…；2、… in one paragraph is mended as a whole or not at all.
  const arabic =
    full && !/[；。;][ \u3000]?[0-9]{1,3}、/.test(text)
      ? all(/(?<=^[\s\u3000]{0,8}[0-9]{1,3})[、，,。](?=[\u4e00-\u9fff“《])/g, text, () => ".")
      : [];
  return [...bracket, ...chinese, ...arabic];
}

/** GB/T 15834-2011, 4.5.3.5: titles side by side need no 、 between them. */
export function neighbours(text: string): Mend[] {
  return all(/(?<=》)、(?=《)/g, text, () => "");
}

function all(pattern: RegExp, text: string, replacement: (mark: string) => string): Mend[] {
  return [...text.matchAll(pattern)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
    replacement: replacement(mark),
  }));
}
