import type { Span } from "./document.ts";

/** 文种: the fifteen of 《党政机关公文处理工作条例》 art. 8, then the usual working papers. */
export const KINDS = [
  "决议",
  "决定",
  "命令",
  "公报",
  "公告",
  "通告",
  "意见",
  "通知",
  "通报",
  "报告",
  "请示",
  "批复",
  "议案",
  "函",
  "纪要",
  "方案",
  "措施",
  "细则",
  "办法",
  "规定",
  "规则",
  "规划",
  "计划",
  "要点",
  "清单",
  "简报",
  "讲话",
  "总结",
  "预案",
  "指南",
  "其他",
] as const;
export type Kind = (typeof KINDS)[number];

export const DIRECTIONS = ["up", "down", "level"] as const;
/** 部署: 规划, 全面工作, 某领域重要工作, 专项工作, 具体任务. */
export const DEPLOYMENTS = ["plan", "comprehensive", "domain", "special", "task"] as const;
export const ISSUER_LEVELS = ["central", "province", "city", "county", "town"] as const;
export const ISSUER_BODIES = ["party", "government", "department", "coordinating"] as const;
export const SECRECY = ["绝密", "机密", "秘密", "none"] as const;
export const PUBLICITY = ["主动公开", "依申请公开", "不予公开"] as const;
export const REVIEWS = ["合法性审查", "公平竞争审查", "征求意见", "会签", "风险评估", "集体审议"] as const;

/** The type of every fact's value. Dates are ISO days. */
export interface FactValues {
  kind: Kind;
  policyDocument: boolean;
  direction: (typeof DIRECTIONS)[number];
  deployment: (typeof DEPLOYMENTS)[number];
  issuer: string;
  issuerLevel: (typeof ISSUER_LEVELS)[number];
  issuerBody: (typeof ISSUER_BODIES)[number];
  addressees: string[];
  issuedOn: string;
  receivedOn: string;
  inForceUntil: string;
  repeals: string[];
  secrecy: (typeof SECRECY)[number];
  publicity: (typeof PUBLICITY)[number];
  reviews: (typeof REVIEWS)[number][];
  series: string;
}
export type FactName = keyof FactValues;

export type Fact<T> =
  | { origin: "declared"; value: T; evidence?: string }
  | { origin: "recognised"; value: T; evidence: Span | null }
  | { origin: "unknown" };

export type Facts = { [N in FactName]: Fact<FactValues[N]> };

/** How a fact is written and which values it may take; `values` only where the set is closed. */
export interface FactType {
  type: "choice" | "boolean" | "text" | "date" | "list";
  values?: readonly string[];
}

export const FACT_TYPES: { [N in FactName]: FactType } = {
  kind: { type: "choice", values: KINDS },
  policyDocument: { type: "boolean" },
  direction: { type: "choice", values: DIRECTIONS },
  deployment: { type: "choice", values: DEPLOYMENTS },
  issuer: { type: "text" },
  issuerLevel: { type: "choice", values: ISSUER_LEVELS },
  issuerBody: { type: "choice", values: ISSUER_BODIES },
  addressees: { type: "list" },
  issuedOn: { type: "date" },
  receivedOn: { type: "date" },
  inForceUntil: { type: "date" },
  repeals: { type: "list" },
  secrecy: { type: "choice", values: SECRECY },
  publicity: { type: "choice", values: PUBLICITY },
  reviews: { type: "list", values: REVIEWS },
  series: { type: "text" },
};

export const FACT_NAMES = Object.keys(FACT_TYPES) as FactName[];
