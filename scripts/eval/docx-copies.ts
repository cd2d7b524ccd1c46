import { strToU8, zipSync } from "fflate";
import { automaticNumbers } from "./automatic-numbers.ts";

const OFFICE = "http://schemas.openxmlformats.org";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONSHIPS = `${OFFICE}/officeDocument/2006/relationships`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
const REVISION = 'w:author="核稿" w:date="2024-01-01T00:00:00Z"';

/** Lengths of the runs a paragraph is cut into, round and round: words, names and numbers come apart. */
const CUTS = [1, 3, 2, 7, 5, 11, 4, 23];
/** A bracket that names responsible units; the reviewer's deleted units go into it. */
const BRACKET = /[（(〔【][^（()）〔〕【】]{0,200}(?:牵头|负责|配合|责任单位|落实|参与)/g;
const FALSE_UNITS = ["市虚设局牵头，", "省虚设厅、", "责任单位：县虚设委员会；"];
const FALSE_BRACKET = "（市虚设局牵头，市假设委配合，2001年底前完成）";
const FALSE_LINE = "责任单位：市虚设局、市假设委";

/** A zip date must lie after 1980; a fixed one keeps the bytes the same from run to run. */
const MTIME = new Date(2000, 0, 1);

/**
 * The text as a Word document under review: a paragraph a line (empty ones too, so that the paragraph's ordinal is the
 * line), labels as automatic numbers, text in runs of odd lengths, some of it inserted or moved here, with deleted
 * units inside responsibility brackets, deleted brackets behind clauses and deleted and hidden lines in between.
 */
export function docxCopy(text: string): Uint8Array {
  const lines = text.replace(/(?:\r\n?|\n)$/, "").split(/\r\n?|\n/);
  const numbers = automaticNumbers(lines);
  const paragraphs = lines.map((line, index) => {
    const { list, level, cut } = numbers.lines[index]!;
    const numbered = list === null ? "" : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
    const content = line.trim() === "" ? blank(index) : body(line.slice(cut), index, list !== null);
    return `<w:p><w:pPr>${numbered}<w:jc w:val="both"/></w:pPr>${content}</w:p>`;
  });
  return zipSync(
    Object.fromEntries(
      Object.entries(parts(paragraphs.join(""), numbers.xml)).map(([name, xml]) => [name, strToU8(HEAD + xml)]),
    ),
    { mtime: MTIME },
  );
}

function parts(body: string, numbering: string): Record<string, string> {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return {
    "[Content_Types].xml": `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONSHIPS}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${W}><w:body>${body}${page}</w:body></w:document>`,
    "word/numbering.xml": `<w:numbering ${W}>${numbering}</w:numbering>`,
  };
}

/** Where deleted text goes into a line: offset and words. */
function deletions(text: string, index: number, labelled: boolean): Map<number, string> {
  const at = new Map<number, string>();
  for (const [count, bracket] of [...text.matchAll(BRACKET)].entries()) {
    at.set(bracket.index + 1, FALSE_UNITS[(index + count) % FALSE_UNITS.length]!);
  }
  if (labelled && index % 3 === 0) at.set(text.length, FALSE_BRACKET);
  return at;
}

function body(text: string, index: number, labelled: boolean): string {
  const deleted = deletions(text, index, labelled);
  let xml = "";
  let from = 0;
  for (let piece = index; from < text.length; piece++) {
    xml += deletion(deleted.get(from));
    let to = Math.min(text.length, from + CUTS[piece % CUTS.length]!);
    for (const at of deleted.keys()) if (at > from && at < to) to = at;
    // A pair of surrogates is one character.
    if (to < text.length && /[\udc00-\udfff]/.test(text[to]!)) to++;
    xml += change(run(text.slice(from, to), piece), piece);
    from = to;
  }
  return xml + deletion(deleted.get(text.length));
}

/** Every fifth piece was inserted by the reviewer, every eleventh moved here. */
function change(xml: string, piece: number): string {
  if (piece % 5 === 4) return `<w:ins w:id="${piece}" ${REVISION}>${xml}</w:ins>`;
  if (piece % 11 === 7) return `<w:moveTo w:id="${piece}" ${REVISION}>${xml}</w:moveTo>`;
  return piece % 7 === 3 ? `<w:proofErr w:type="spellStart"/>${xml}<w:proofErr w:type="spellEnd"/>` : xml;
}

function run(text: string, piece: number): string {
  const look = ["", "<w:b/>", '<w:rFonts w:hint="eastAsia"/>'][piece % 3];
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

function deletion(text: string | undefined): string {
  if (text === undefined) return "";
  return `<w:del w:id="9" ${REVISION}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
}

/** An empty line: every fourth held a deleted line, every fourth a hidden one, every fourth a line moved elsewhere. */
function blank(index: number): string {
  if (index % 4 === 0) return deletion(FALSE_LINE);
  if (index % 4 === 1) return `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${FALSE_LINE}</w:t></w:r>`;
  if (index % 4 === 2) return `<w:moveFrom w:id="8" ${REVISION}><w:r><w:t>${FALSE_LINE}</w:t></w:r></w:moveFrom>`;
  return "";
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
