import type { FactValues, Kind } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";

const UP: readonly Kind[] = ["请示", "报告", "议案"];
const DOWN: readonly Kind[] = ["通知", "通报", "批复", "决定", "决议"];

/**
 * 行文方向 by 文种 (条例 art. 8): 请示, 报告, 议案 go up, 函 level, 通知, 通报, 批复, 决定 down. 意见 and working papers go
 * where their addressees stand: 各… and what is printed for others is down. 公告, 通告 and 公报 go to the public: unknown.
 */
export function directionOf(
  kind: Kind | null,
  title: string | null,
  addressees: string | null,
): FactValues["direction"] | null {
  const words = title ? simplify(title).replace(/[\s\u3000]/g, "") : "";
  if (/政府工作报告|调研报告|报告会/.test(words)) return null;
  if (kind && UP.includes(kind)) return "up";
  if (kind === "函") return "level";
  if (kind && DOWN.includes(kind)) return "down";
  const plain = addressees ? simplify(addressees).replace(/[\s\u3000]/g, "") : "";
  return /^(?:各|有关|省直|市直|县直|区直|机关各)|各(?:[省市县区镇乡州]|部门|单位|直属|有关|地)/.test(plain)
    ? "down"
    : null;
}

/** 部署 as far as a title tells: a plan for years, a special drive, a single task. Which field or how wide it never tells. */
export function deploymentOf(title: string | null): FactValues["deployment"] | null {
  const words = title ? simplify(title).replace(/[\s\u3000]/g, "") : "";
  if (/规划(?:纲要)?(?:[（(》]|$|的通知)|五年规划|发展纲要/.test(words) && !/规划(?:实施|编制|管理|落实)/.test(words))
    return "plan";
  if (/专项(?:行动|整治|治理|工作|斗争|检查|清理|督查|攻坚)/.test(words)) return "special";
  if (/政府工作报告|年度?工作要点(?:[》的]|$)/.test(words) && /人民政府|党委|省委|市委|县委|区委/.test(words))
    return "comprehensive";
  // 重点任务 of a whole area, named by a slogan or a year alone: 关于“担当作为、狠抓落实”重点任务的实施方案.
  if (
    /^(?:.{0,24}[省市县区府委会厅室])?(?:关于)?(?:印发)?《?(?:“[^”]{1,24}”)?(?:20\d\d年)?(?:全[省市县区])?重点(?:任务|工作)/.test(
      words,
    )
  )
    return "comprehensive";
  if (/召开.{0,40}会议|会议的通知|放假|报送.{0,40}的通知|(?:申报|征集|报名|推荐).{0,20}(?:工作)?的通知/.test(words))
    return "task";
  return null;
}
