import type { Block } from "./block.ts";
import type { Facts } from "./facts.ts";
import type { SourceDocument } from "./source.ts";

/** A block and two offsets into its text. Checks point at spans; `place.ts` alone turns one into a place. */
export interface Span {
  block: number;
  start: number;
  end: number;
}

/** Blocks `first` … `last`, both included. */
export interface BlockRange {
  first: number;
  last: number;
}

/** A recognised element: its text as printed (several lines joined without a break) and where it stands. */
export interface Element {
  text: string;
  spans: Span[];
}

/** 公文 elements of GB/T 9704-2012 section 7; null where the text has none. */
export interface Elements {
  /** 份号 */
  copyNumber: Element | null;
  /** 密级和保密期限 */
  secrecy: Element | null;
  /** 紧急程度 */
  urgency: Element | null;
  /** 发文机关标志 (the red head) */
  issuerMark: Element | null;
  /** 发文字号 */
  docNumber: Element | null;
  /** 签发人 */
  signers: Element | null;
  /** 标题 */
  title: Element | null;
  /** 主送机关 */
  addressees: Element | null;
  /** 附件说明: one element a named attachment, without number and bracket */
  attachments: Element[];
  /** 落款: issuer lines at the end */
  signature: Element | null;
  /** 成文日期 */
  date: Element | null;
  /** 附注 */
  notes: Element | null;
  /** 抄送机关 */
  copies: Element | null;
  /** 印发机关和印发日期 */
  printed: Element | null;
  /** 公开方式: 此件公开发布, 主动公开 … */
  publicity: Element | null;
}

export type PartName = "document" | "notice" | "annex";

/** A file holds one `document`, or a `notice` and the `annex` it prints (印发…方案的通知). */
export interface Part {
  name: PartName;
  title: Element | null;
  /** Body: after 主送机关 (or the preamble's first line) to before 附件说明 and 落款. Null where there is none. */
  body: BlockRange | null;
  /** Everything of the part, elements included. */
  range: BlockRange;
}

/** Style of an ordinal label, by GB/T 9704-2012 7.3.3 and the usual others. */
export type LabelStyle =
  | "chapter" // 第一章, 第一节, 第一部分
  | "article" // 第一条
  | "chinese" // 一、
  | "chinese-bracket" // （一）
  | "arabic" // 1. 1． 1、
  | "arabic-bracket" // （1） 1）
  | "decimal" // 1.1 2.3.1
  | "circled" // ①
  | "enumerated" // 一是 首先
  | "letter" // a. A、
  | "heading"; // an unnumbered Markdown or styled heading

/** A numbered item at any level, with its responsibility marks. */
export interface Clause {
  /** Position in `OfficialDocument.clauses`. */
  index: number;
  part: PartName;
  label: string;
  style: LabelStyle;
  /** Value of the ordinal (三 → 3); 0 for none. */
  ordinal: number;
  /** By nesting in this document, from 1. */
  level: number;
  parent: number | null;
  children: number[];
  /** The opening line: label included, to the end of its block or to the next inline label. */
  span: Span;
  /** Heading or first sentence after the label. */
  head: Span;
  /** The clause's own text: `span` and the unlabelled blocks below it, down to its first child or the next clause. */
  own: Span[];
  /** Last block of the clause with everything below it. */
  lastBlock: number;
  /** A label inside running text (…；二是…). Such a clause has no row in `outline`. */
  inline: boolean;
  leaf: boolean;
  /** Tells somebody to do something. */
  measure: boolean;
  deadline: Deadline | null;
  responsibility: Responsibility;
}

export interface Deadline {
  text: string;
  span: Span;
  /** Last day it allows, ISO, where the words fix one. */
  until: string | null;
  /** 每年, 每季度 … */
  recurring: boolean;
}

export type ResponsibilityForm = "bracket" | "line" | "inline" | "table" | "inherited" | "none";
/** 牵头 leads, 配合 assists, 负责 is responsible. */
export type Role = "牵头" | "配合" | "负责";

export interface Unit {
  name: string;
  role: Role;
  span: Span;
  /** 有关部门, 各单位, 各市: names no one. */
  vague: boolean;
}

export interface Responsibility {
  form: ResponsibilityForm;
  /** All units are vague. */
  vague: boolean;
  units: Unit[];
  /** The words of each mark; of the ancestor's where inherited. */
  marks: Span[];
}

/** A recognised official document: blocks, what each is, the clause tree, the facts. */
export interface OfficialDocument {
  /** Name shown to people; for a file its path relative to the root. */
  name: string;
  source: SourceDocument;
  blocks: Block[];
  elements: Elements;
  /** Blocks of the file's body: from the first part's first body block to the last part's last. */
  body: BlockRange | null;
  /** Blocks that are not part of the document at all: site headers, navigation, editors' names. */
  chrome: BlockRange[];
  parts: Part[];
  /** Annexed papers after 落款 or the printed plan: 附件1 … each with its own blocks. */
  attachments: Attachment[];
  clauses: Clause[];
  facts: Facts;
}

export interface Attachment {
  label: string;
  title: Element | null;
  range: BlockRange;
}
