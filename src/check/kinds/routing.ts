import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Element, OfficialDocument, Span } from "../../model/document.ts";
import type { FactName, FactValues } from "../../model/facts.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { piecesOf } from "../pieces.ts";
import { isCommitteeOrGovernment, rankOf } from "../ranks.ts";

/*
 * routing: 行文方向. One fault in who writes to whom.
 *
 *   fault  many-addressees  an upward document with more than one 主送机关
 *          copies-down      an upward document copied to subordinates (抄送：各县区…)
 *          leader           an upward document addressed to a person (李市长：)
 *          skip-level       an upward document past the organ in between, which is not copied
 *          wrong-way        请示, 报告 to subordinates; 通知, 批复, 决定 to a higher level
 *          department       a department or coordinating body commands lower party committees or governments; 函, and
 *                           what is issued with consent (经…同意), are exempt
 *          internal         an office inside a department (处, 科, 司) signs; 办公厅（室） may
 *
 * Before: with { fault: department } “市教育局” to “各县区人民政府：” is a hit at the addressees.
 * After:  the same with “经市政府同意” in the text is none; nor is it to “各县区教育局：”.
 */
const FAULTS = [
  "many-addressees",
  "copies-down",
  "leader",
  "skip-level",
  "wrong-way",
  "department",
  "internal",
] as const;

const options = (z: Zod) => z.strictObject({ fault: z.enum(FAULTS) });

type Options = zod.infer<ReturnType<typeof options>>;

interface Found {
  span: Span | null;
  unit: string;
}

export const routing: CheckKind<Options> = {
  name: "routing",
  title: { zh: "行文方向", en: "Routing" },
  about: {
    zh: "看谁写给谁合不合规矩：上行文主送几个机关、抄送了下级没有、主送了个人没有、越级没有、文种和方向合不合、部门有没有对下级党委政府发指令性公文、内设机构有没有对外正式行文。消息里可用 {unit}、{issuer}、{count}。",
    en: "Who writes to whom: number of addressees of an upward document, copies to subordinates, persons addressed, levels skipped, kind against direction, departments commanding lower committees or governments, internal offices signing. Messages may use {unit}, {issuer}, {count}.",
  },
  values: ["unit", "issuer", "count"],
  options,
  check(document, { fault }): Outcome {
    if (UP.has(fault) && known(document, "direction") !== "up") {
      return { notApplicable: { because: "check.not-upward", values: {} } };
    }
    const found = FIND[fault](document);
    const issuer = known(document, "issuer") ?? "";
    const addressees = known(document, "addressees") ?? [];
    return {
      hits: found.map(({ span, unit }) => ({
        span,
        values: { unit, issuer, count: addressees.length },
        evidence: span ? [{ kind: "text", draft: span }] : [],
      })),
    };
  },
};

const UP: ReadonlySet<Options["fault"]> = new Set(["many-addressees", "copies-down", "leader", "skip-level"]);

const FIND: Record<Options["fault"], (document: OfficialDocument) => Found[]> = {
  "many-addressees": (document) => {
    const names = known(document, "addressees") ?? [];
    if (names.length < 2 || known(document, "kind") === "议案") return [];
    return [{ span: spanOf(document.elements.addressees), unit: names.join("、") }];
  },
  "copies-down": (document) => {
    const copies = document.elements.copies;
    const words = simplify(copies?.text ?? "").replace(/[\s\u3000]/g, "");
    const named = /各(?:县|市|区|乡|镇|街道|科室|下属|所属|直属)[^，。；]{0,20}/.exec(words)?.[0];
    const lower = named ?? subordinate(document, words)[0];
    return lower ? [{ span: spanOf(copies), unit: lower }] : [];
  },
  leader: (document) => {
    const line = addressLine(document);
    const person = line && LEADER.exec(line.text)?.[1];
    return person ? [{ span: line.span, unit: person }] : [];
  },
  "skip-level": skippedLevel,
  "wrong-way": wrongWay,
  department: commanding,
  internal: (document) => {
    const issuer = known(document, "issuer") ?? "";
    if (issuer.includes(" ") || !INTERNAL.test(issuer) || !document.elements.signature) return [];
    return [{ span: spanOf(document.elements.signature), unit: issuer }];
  },
};

/** Committees and governments below the issuer among the names of a list. */
function subordinate(document: OfficialDocument, list: string): string[] {
  const own = rankOf(firstIssuer(document));
  const names = list.replace(/^抄送[：:]/, "").split(/[，、；。]/);
  return names.filter((name) => own !== null && isCommitteeOrGovernment(name) && (rankOf(name) ?? 0) > own);
}

const LEADER =
  /^((?:尊敬的)?[\u4e00-\u9fff]{1,12}?(?:省长|市长|州长|县长|区长|镇长|书记|主席|厅长|局长|总理|部长|主任))(?:同志)?[：:]$/;

/** A place with 处 or 室 in its name (办事处, 管理处) is a body of its own. */
const INTERNAL =
  /(?:部|厅|局|委|委员会|总局)(?:[\u4e00-\u9fff]{1,8})(?<!办公厅|办公室|办事|管理|联络|代表|派出|监督|稽查|调查|建设|工程|养护)(?:处|科|司|股)$/;

/** The line that addresses somebody: 主送机关, or a short line with a colon above the text that was not taken for one. */
function addressLine(document: OfficialDocument): { text: string; span: Span } | null {
  const { addressees, title } = document.elements;
  const after = title?.spans.at(-1)?.block ?? -1;
  const first = spanOf(addressees)?.block ?? document.blocks.findIndex((b) => b.index > after && b.text.trim() !== "");
  const block = document.blocks[first];
  if (!block) return null;
  return { text: simplify(block.text).trim(), span: { block: block.index, start: 0, end: block.text.length } };
}

function skippedLevel(document: OfficialDocument): Found[] {
  const own = rankOf(firstIssuer(document));
  if (own === null) return [];
  const copies = document.elements.copies?.text ?? "";
  return (known(document, "addressees") ?? []).flatMap((unit) => {
    const rank = rankOf(unit);
    if (rank === null || own - rank < 2) return [];
    // 乡镇 → 市 past the county, 县 → 省 past the city: copying the one passed over makes it right (art. 14).
    const between = [/省/, /市|州/, /县|区/].slice(rank - 1, own - 2);
    return between.every((word) => word.test(copies)) ? [] : [{ span: spanOf(document.elements.addressees), unit }];
  });
}

function wrongWay(document: OfficialDocument): Found[] {
  const kind = known(document, "kind");
  const names = known(document, "addressees") ?? [];
  const span = spanOf(document.elements.addressees);
  if (kind === "请示" || kind === "报告") {
    const lower = names.find((name) => /^各(?:县|区|乡|镇|街道|科室|下属|所属)/.test(simplify(name)));
    return lower ? [{ span, unit: lower }] : [];
  }
  if (kind !== "通知" && kind !== "批复" && kind !== "决定") return [];
  const own = rankOf(firstIssuer(document));
  const [only] = names;
  const rank = names.length === 1 && only !== undefined && isCommitteeOrGovernment(only) ? rankOf(only) : null;
  return own !== null && rank !== null && rank < own ? [{ span, unit: only! }] : [];
}

function commanding(document: OfficialDocument): Found[] {
  const body = known(document, "issuerBody");
  const kind = known(document, "kind");
  if (body !== "department" && body !== "coordinating") return [];
  if (kind === "函" || kind === "请示" || kind === "报告" || kind === "公告" || kind === "通告") return [];
  const issuer = known(document, "issuer") ?? "";
  if (/(?:政府|党委|[省市县区州]委)(?:办公厅|办公室)?(?: |$)/.test(issuer)) return [];
  const unit = (known(document, "addressees") ?? []).find(isLower);
  if (unit === undefined) return [];
  return hasConsent(document) ? [] : [{ span: spanOf(document.elements.addressees), unit }];
}

/** Paragraphs in which a paper says by whose leave it is issued. */
const OPENING = 3;

/** Consent is told where the paper begins, or in a sentence about the paper; further down others approve other things. */
function hasConsent(document: OfficialDocument): boolean {
  const texts = piecesOf(document, "body").map((piece) => simplify(piece.text));
  return texts.some((text, i) => CONSENT.test(text) && (i < OPENING || ABOUT_ITSELF.test(text)));
}

/** 现印发给你们, 本通知 */
const ABOUT_ITSELF = /现(?:将|就|予|印发|转发|下达|通知)|印发给你们|本(?:通知|意见|方案|办法|细则)(?:已|经|是)/;

function isLower(organ: string): boolean {
  return isCommitteeOrGovernment(organ) && /^(?:各|[\u4e00-\u9fff]{0,10}[县区乡镇旗])/.test(simplify(organ));
}

/** With consent, by authority, or carrying out what the government decided. */
const CONSENT = /(?:经|报|已经)[^。；，]{0,30}(?:同意|批准|授权|审议通过)|受[^。；，]{0,12}委托|(?:审议|研究)通过/;

function known<N extends FactName>(document: OfficialDocument, name: N): FactValues[N] | null {
  const fact = document.facts[name];
  return fact.origin === "unknown" ? null : fact.value;
}

function firstIssuer(document: OfficialDocument): string {
  return known(document, "issuer")?.split(" ")[0] ?? "";
}

function spanOf(element: Element | null): Span | null {
  return element?.spans[0] ?? null;
}
