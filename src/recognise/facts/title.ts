import { KINDS, type Kind } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";

/** Last words of titles that stand for another 文种 than their own name. */
const ALIASES: Record<string, Kind> = {
  复函: "函",
  函复: "函",
  令: "命令",
  若干政策: "措施",
  政策: "措施",
  举措: "措施",
  指引: "指南",
  会议纪要: "纪要",
  行动纲要: "规划",
  发展纲要: "规划",
  规划纲要: "规划",
  致辞: "讲话",
  目录: "清单",
};

const WORDS: [string, Kind][] = [
  ...KINDS.filter((kind) => kind !== "其他").map((kind): [string, Kind] => [kind, kind]),
  ...Object.entries(ALIASES),
].sort(([a], [b]) => b.length - a.length) as [string, Kind][];

/** The title without white space and without what follows its last word: （试行）, （2022—2025年）, 征求意见稿. */
export function titleWords(title: string): string {
  let text = simplify(title).replace(/[\s\u3000]/g, "");
  for (let i = 0; i < 4; i++) {
    const shorter = text
      .replace(/(?:[（(〔[][^（）()〔〕[\]]{0,40}[）)〕\]])$/, "")
      .replace(/(?:征求意见稿|送审稿|讨论稿|草案|试行|暂行|修订版?|全文|》)$/, "")
      .replace(/\d{4}年?版?$/, "");
    if (shorter === text || shorter === "") break;
    text = shorter;
  }
  return text;
}

/** 文种 by the last word of a title: 关于…的通知 → 通知; null where no known word ends it. */
export function kindOfTitle(title: string): Kind | null {
  const text = titleWords(title);
  const found = WORDS.find(([word]) => text.endsWith(word));
  if (!found) return null;
  const before = text.slice(0, text.length - found[0].length);
  // 信函, 来函 and 口令, 司令 are no 文种; 公函 is.
  if (found[1] === "函" && /[信来去]$/.test(before)) return null;
  if (found[0] === "令" && /[口司禁法]$/.test(before)) return null;
  return found[1];
}

/** The paper that a title prints or passes on: 关于印发《X方案》的通知 → X方案; null where it names none. */
export function printedPaper(title: string): string | null {
  const text = simplify(title).replace(/[\s\u3000]/g, "");
  const match = /(?:印发|下发|发布|颁发|转发|批转)(.{2,120}?)(?:的通知|的函|的决定)?$/.exec(text);
  if (!match) return null;
  const named = /《(.+)》/.exec(match[1]!);
  return named ? named[1]! : match[1]!;
}
