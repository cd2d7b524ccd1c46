import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";
import { simplify } from "../model/simplify.ts";

/** GB/T 9704: a page has 22 lines of 28 characters. */
const PAGE = 22 * 28;
/** Longer lines are sentences, which speak of grades and have none. */
const LONGEST = 40;
const STARRED = /(?:绝密|机密|秘密)[★☆*＊]/;
/** The grade alone, or with what stands beside it in a head: 份号, period, urgency. */
const ALONE =
  /^(?:份号[:：]?)?\d{0,8}(?:密级[:：]?)?(?:绝密|机密|秘密)级?(?:(?:\d{1,3}|[一二三五十]{1,3})(?:年|个?月)|长期)?(?:特急|加急|特提|平急|急件)?$/;
const GRADES = ["绝密", "机密", "秘密"];

/**
 * 密级: whether a document is declared or recognised as 绝密, 机密 or 秘密, or bears the mark anywhere on its first page,
 * heads and text boxes included. When in doubt it does: a mark taken for one costs excerpts, one overlooked a secret.
 */
export function isClassified({ facts, blocks }: OfficialDocument): boolean {
  const { secrecy } = facts;
  if (secrecy.origin !== "unknown" && GRADES.includes(secrecy.value)) return true;
  let read = 0;
  for (const block of blocks) {
    if (block.region === "body") {
      if (read > PAGE) continue;
      read += block.text.length;
    } else if (block.region !== "header" && block.region !== "text-box" && block.region !== "footer") continue;
    if (bearsMark(block)) return true;
  }
  return false;
}

function bearsMark({ text }: Block): boolean {
  return text.split(/[\n\v\f\t]/).some((line) => {
    const bare = simplify(line).replace(/[\s\u3000]+/g, "");
    if (bare.length > LONGEST || bare.includes("。")) return false;
    return STARRED.test(bare) || ALONE.test(bare);
  });
}
