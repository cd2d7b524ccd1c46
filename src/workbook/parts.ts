import { cellXml } from "./cell.ts";
import type { SheetWriter } from "./sheet.ts";

/** The first line of every part. */
export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A written sheet: its name and the number of its part. */
export interface WrittenSheet {
  name: string;
  part: number;
  writer: SheetWriter;
}

/** The parts that say what the package holds, by name; `sheets` in the order of their tabs. */
export function packageParts(sheets: readonly WrittenSheet[]): [string, string][] {
  return [
    ["xl/workbook.xml", workbookXml(sheets)],
    ["xl/_rels/workbook.xml.rels", workbookRelationships(sheets)],
    [
      "_rels/.rels",
      `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ["[Content_Types].xml", contentTypes(sheets)],
  ];
}

/** Names of a sheet's own: the rows printed on every page, and the range that is filtered (Excel expects it hidden). */
function definedNames(sheets: readonly WrittenSheet[]): string {
  const names = sheets.flatMap(({ name, writer }, i) => {
    const quoted = `'${cellXml(name).replaceAll("'", "''")}'!`;
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${quoted}${writer.filterRange("$")}</definedName>`;
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${quoted}$1:$${writer.headRow}</definedName>`;
    return writer.plan.filter === false ? [titles] : [filter, titles];
  });
  return `<definedNames>${names.join("")}</definedNames>`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name, part }, i) => `<sheet name="${cellXml(name)}" sheetId="${i + 1}" r:id="rId${part}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join("")}</sheets>${definedNames(sheets)}</workbook>`;
}

function workbookRelationships(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ part }) => `<Relationship Id="rId${part}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${part}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `<Relationships xmlns="${RELATIONSHIPS}">${list.join("")}${styles}</Relationships>`;
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ part }) => `<Override PartName="/xl/worksheets/sheet${part}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${list.join("")}</Types>`;
}
