import { type TypedLabel, typedLabel } from "./typed-labels.ts";

/** What a line of the text becomes in Word: the list use and level that print its label, 0 characters cut if none. */
export interface NumberedLine {
  /** `w:numId`; null where the label, if any, stays typed. */
  list: number | null;
  level: number;
  /** Characters at the start of the line that the list prints instead. */
  cut: number;
}

export interface Numbers {
  lines: NumberedLine[];
  /** Inner XML of the numbering part. */
  xml: string;
}

/** One multilevel list: a level for every look of label, counted as Word counts. */
interface Level extends Pick<TypedLabel, "look"> {
  runsOn: boolean;
  last: number | undefined;
}

const LIST = 1;

/**
 * Turns the typed labels of a text into one automatic multilevel list. Levels in the order of their first use; a level
 * whose numbers run on under new headings is never restarted (`w:lvlRestart` 0); a number that the counter would not
 * reach (gap, repeat, restart) gets a use of the list with a start of its own.
 */
export function automaticNumbers(lines: readonly string[]): Numbers {
  const labels = lines.map(typedLabel);
  const levels = levelsOf(labels);
  const overrides: string[] = [];
  const numbered = labels.map((label): NumberedLine => {
    const index = label ? levels.findIndex(({ look }) => look.key === label.look.key) : -1;
    const level = levels[index];
    if (!label || !level) return { list: null, level: 0, cut: 0 };
    const parent = levels[index - 1];
    if (label.look.parent !== null && parent?.last !== label.look.parent) return { list: null, level: 0, cut: 0 };
    const expected = level.last === undefined ? 1 : level.last + 1;
    level.last = label.value;
    for (const deeper of levels.slice(index + 1)) if (!deeper.runsOn) deeper.last = undefined;
    if (label.value === expected) return { list: LIST, level: index, cut: label.length };
    const list = LIST + 1 + overrides.length;
    overrides.push(
      `<w:num w:numId="${list}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${label.value}"/></w:lvlOverride></w:num>`,
    );
    return { list, level: index, cut: label.length };
  });
  const definition = levels.map(levelXml).join("");
  const xml = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${definition}</w:abstractNum><w:num w:numId="${LIST}"><w:abstractNumId w:val="0"/></w:num>${overrides.join("")}`;
  return { lines: numbered, xml };
}

/** The looks in the order of their first use, at most Word's nine; a nested number stands right below its parent. */
function levelsOf(labels: readonly (TypedLabel | null)[]): Level[] {
  const levels: Level[] = [];
  for (const label of labels) {
    if (!label || levels.length === 9 || levels.some(({ look }) => look.key === label.look.key)) continue;
    const level: Level = { look: label.look, runsOn: false, last: undefined };
    const parent = levels.findIndex(
      ({ look }) => look.format === "decimal" && look.parent === null && look.before === "",
    );
    if (label.look.parent === null) levels.push(level);
    else if (parent >= 0) levels.splice(parent + 1, 0, level);
  }
  for (const [index, level] of levels.entries()) level.runsOn = runsOn(labels, levels, index);
  return levels;
}

/** Whether the numbers of a level more often count on than begin anew below a new number of a higher level. */
function runsOn(labels: readonly (TypedLabel | null)[], levels: readonly Level[], index: number): boolean {
  let last = 0;
  let under = false;
  let on = 0;
  let anew = 0;
  for (const label of labels) {
    const at = label ? levels.findIndex(({ look }) => look.key === label.look.key) : -1;
    if (!label || at < 0 || at > index) continue;
    if (at < index) under = last > 0;
    else {
      if (under && label.value === last + 1) on++;
      else if (under && label.value === 1) anew++;
      under = false;
      last = label.value;
    }
  }
  return on > anew;
}

function levelXml({ look, runsOn }: Level, index: number): string {
  const number = look.parent === null ? `%${index + 1}` : `%${index}.%${index + 1}`;
  const restart = runsOn ? '<w:lvlRestart w:val="0"/>' : "";
  // A list that prints a tab or a space behind its label, or nothing: all three occur in offices.
  const suffix = ["", '<w:suff w:val="nothing"/>', '<w:suff w:val="space"/>'][index % 3];
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${look.format}"/>${restart}${suffix}<w:lvlText w:val="${look.before}${number}${look.after}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>`;
}
