import type { CheckContext } from "../model/check.ts";
import type { BlockRange, OfficialDocument } from "../model/document.ts";
import type { Kind } from "../model/facts.ts";
import { simplify } from "../model/simplify.ts";
import { isDemanded, quoted, sentenceNear } from "./demand.ts";
import type { Piece } from "./pieces.ts";

/** Kinds that tell of what was done or ask upwards; what stands in them is no demand on anybody below. */
export const NOT_DEMANDING: readonly Kind[] = ["报告", "请示", "总结", "议案", "公报", "决议", "批复", "简报"];

/** What follows turns the phrase round: …的做法予以纠正, …，一律取消. */
const TURNED_AFTER =
  /^[^。；;，,！？\n]{0,20}?(?:予以(?:取消|清理)|一律(?:取消|清理)|(?:现象|问题|做法|行为)|纠正|禁止|杜绝|不得|不再|不准|叫停|整治|查处|除外)|^[^。；;，,！？\n]{0,20}[，,](?:一律|坚决|予以|应予|要)[^。；，]{0,6}?(?:取消|废止|停止|纠正|清理|禁止|杜绝|整治|查处|批评|问责)/;

/** The phrase itself forbids: 考核不得以会议记录为依据. */
const TURNED_WITHIN = /不得|不能|不以|不将|不把|不再|不准|不许|不搞|不作为|严禁|禁止/;

/** The part of the sentence before tells of something: 近年来一些地方…, 去年已…. */
const TOLD = /已经|已(?!于)|曾|去年|上年|近年来|一些地方|一些部门|有的|个别|普遍/;

/** A statute, or what the Centre, the State Council or the province asks for. */
const AUTHORITY =
  /《[^》]{0,30}(?:法|条例|党章|章程)》|《中华人民共和国|(?:根据|依据|依照|按照|按|遵照|落实|执行|对照)[^。；]{0,40}?(?:法律|法规|法定|国家|中央|国务院|中办|国办|省委|省政府|省人民政府|省级|全省|自治区|上级|有关规定|规定的)|(?:中央|国务院|国家|省委|省政府|省级)[^。；，]{0,12}(?:明确|统一|要求|规定|部署)|(?:国发|国办发|国办函|中发|中办发|厅字|政发|政办发)[〔[﹝(（]/;

/** Somebody entitled to allow it has: 经市委、市政府批准. */
const APPROVED = /(?:经|报)[^。；，]{0,24}(?:批准|同意|审批|授权|审定)|授权/;

/** A demand in a text: where it stands, and whether the sentence cites who asks for it above. */
export interface Demanded {
  start: number;
  end: number;
  sentence: string;
  cited: boolean;
  approved: boolean;
}

/**
 * Matches of a phrase that stand in a demanding position: not quoted, not negated or forbidden before or behind, not told
 * of as something past or as a fault of others. `text` is in simplified characters.
 */
export function demandedIn(text: string, found: { start: number; end: number }[]): Demanded[] {
  if (found.length === 0) return [];
  const quotes = quoted(text);
  return found.flatMap(({ start, end }) => {
    if (end === start || quotes[start] === 1 || !isDemanded(text, start)) return [];
    if (/[不未勿]$/.test(text.slice(Math.max(0, start - 1), start))) return [];
    if (TURNED_WITHIN.test(text.slice(start, end))) return [];
    if (TURNED_AFTER.test(text.slice(end, end + 60)) || TOLD.test(partBefore(text, start))) return [];
    const sentence = sentenceNear(text, start, end);
    return [{ start, end, sentence, cited: AUTHORITY.test(sentence), approved: APPROVED.test(sentence) }];
  });
}

/** From the last comma or full point on, at most 40 characters. */
function partBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < 40 && !/[。；;，,：:！？\n]/.test(text[from - 1]!)) from--;
  return text.slice(from, start);
}

/** Paragraphs and cells of the bodies and of the annexed papers, in simplified characters: a scoring table asks too. */
export function demandingPieces(document: OfficialDocument, context: CheckContext): Piece[] {
  return context.once("demanding pieces", () => piecesOfPapers(document));
}

function piecesOfPapers(document: OfficialDocument): Piece[] {
  const ranges: BlockRange[] = document.parts.flatMap((part) => (part.body ? [part.body] : []));
  const seen = new Set<number>();
  const pieces: Piece[] = [];
  for (const { first, last } of [...ranges, ...document.attachments.map((annexed) => annexed.range)]) {
    for (const block of document.blocks.slice(first, last + 1)) {
      if (block.region !== "body" || block.text === "" || seen.has(block.index)) continue;
      seen.add(block.index);
      const span = (start: number, end: number) => ({ block: block.index, start, end });
      pieces.push({ text: simplify(block.text), span });
    }
  }
  return pieces;
}
