import { isOffice } from "../xml/namespaces.ts";
import type { Repeats } from "../xml/repeats.ts";
import type { Tag } from "../xml/tag.ts";
import type { Story } from "./story.ts";

type Opener = (story: Story, tag: Tag) => boolean | Repeats<unknown>;
type Closer = (story: Story) => void;

const descend =
  (act: (story: Story, tag: Tag) => void): Opener =>
  (story, tag) => {
    act(story, tag);
    return true;
  };

const leaf =
  (act: (story: Story, tag: Tag) => void): Opener =>
  (story, tag) => {
    act(story, tag);
    return false;
  };

const leaveOut: Opener = () => false;
const openText = descend((story, tag) => story.openText(tag.get("xml:space") === "preserve"));
const beginChange = descend((story, tag) => story.changes.begin(tag.name, tag.get("w:author")));
const endChange: Closer = (story) => story.endChange();
const openTableProperties = descend((story) => {
  story.inTableProperties = true;
});
const closeTableProperties: Closer = (story) => {
  story.inTableProperties = false;
};

/**
 * What each element of a story does when it opens; true reads on inside it. An element that is not here (content
 * controls, smart tags, hyperlinks, drawings, groups, math …) is only a way to what it holds.
 */
export const OPENERS = new Map<string, Opener>([
  [
    "w:document",
    descend((story) => {
      story.sawDocument = true;
    }),
  ],
  ["w:p", (story) => story.paragraphs.open()],
  ["w:pPr", (story) => story.openParagraphProperties()],
  ["w:r", descend((story) => story.openRun())],
  ["m:r", descend((story) => story.openRun())],
  ["w:rPr", (story) => story.openRunProperties()],
  ["w:t", openText],
  ["m:t", openText],
  ["w:delText", openText],
  ["w:tab", leaf((story) => story.put("\t"))],
  ["w:ptab", leaf((story) => story.put("\t"))],
  ["w:br", leaf((story, tag) => story.putBreak(tag.get("w:type")))],
  ["w:cr", leaf((story) => story.put("\n"))],
  ["w:noBreakHyphen", leaf((story) => story.put("-"))],
  ["w:sym", leaf((story, tag) => story.putSymbol(tag))],

  ["w:fldChar", descend((story, tag) => story.markField(tag.get("w:fldCharType")))],
  ["w:checkBox", descend((story, tag) => story.check(tag))],
  ["w:default", leaf((story, tag) => story.check(tag))],
  ["w:checked", leaf((story, tag) => story.check(tag))],
  ["w:instrText", openText],
  ["w:delInstrText", leaveOut],
  ["w:textInput", leaveOut],
  ["w:ddList", leaveOut],

  ["w:ins", beginChange],
  ["w:del", beginChange],
  ["w:moveFrom", beginChange],
  ["w:moveTo", beginChange],

  ["w:tbl", (story) => story.openTable()],
  ["w:tr", descend((story) => story.tables.openRow(story.blocks))],
  ["w:tc", descend((story) => story.tables.openCell(story.blocks))],
  ["w:tblPr", openTableProperties],
  ["w:trPr", openTableProperties],
  ["w:tcPr", openTableProperties],
  ["w:tblGrid", leaveOut],
  ["w:tblPrEx", leaveOut],

  ["mc:AlternateContent", descend((story) => void story.alternatives.push(false))],
  ["mc:Choice", openChoice],
  ["mc:Fallback", (story) => story.alternatives.at(-1) === false],
  ["w:txbxContent", (story) => story.openTextBox()],
  ["v:textpath", leaf((story, tag) => story.putWordArt(tag.get("string")))],

  ["w:footnoteReference", leaf((story, tag) => story.refer(tag))],
  ["w:endnoteReference", leaf((story, tag) => story.refer(tag))],
  ["w:commentReference", leaf((story, tag) => story.comment(tag))],
  ["w:altChunk", leaf((story) => story.leaveOut("altChunk"))],
  ["w:subDoc", leaf((story) => story.leaveOut("subDocument"))],
  ["w:sectPr", descend((story) => story.openSection())],

  ["w:rt", leaveOut],
  ["w:rubyPr", leaveOut],
  ["w:sdtPr", leaveOut],
  ["w:sdtEndPr", leaveOut],
  ["w:customXmlPr", leaveOut],
  ["w:smartTagPr", leaveOut],
  ["m:ctrlPr", leaveOut],
]);

export const CLOSERS = new Map<string, Closer>([
  ["w:p", (story) => story.paragraphs.close()],
  ["w:pPr", (story) => story.closeParagraphProperties()],
  [
    "w:rPr",
    (story) => {
      story.inRunProperties = false;
    },
  ],
  ["w:t", (story) => story.closeText()],
  ["m:t", (story) => story.closeText()],
  ["w:delText", (story) => story.closeText()],
  ["w:instrText", (story) => story.closeCode()],
  ["w:ins", endChange],
  ["w:del", endChange],
  ["w:moveFrom", endChange],
  ["w:moveTo", endChange],
  ["w:tbl", (story) => story.tables.closeTable()],
  ["w:tr", (story) => story.tables.closeRow(story.blocks)],
  ["w:tc", closeCell],
  ["w:tblPr", closeTableProperties],
  ["w:trPr", closeTableProperties],
  ["w:tcPr", closeTableProperties],
  ["mc:AlternateContent", (story) => void story.alternatives.pop()],
  ["w:txbxContent", (story) => story.paragraphs.closeBox()],
  ["w:sectPr", (story) => story.closeSection()],
]);

/** The first choice whose namespaces Word knows is what it shows; the fallback repeats it for older programs. */
function openChoice(story: Story, tag: Tag): boolean {
  const { alternatives } = story;
  if (alternatives.at(-1) !== false) return false;
  const known = (tag.get("Requires") ?? "")
    .split(" ")
    .filter((prefix) => prefix !== "")
    .every((prefix) => isOffice(tag.namespace(prefix) ?? ""));
  if (known) alternatives[alternatives.length - 1] = true;
  return known;
}

function closeCell(story: Story): void {
  story.paragraphs.flush();
  story.tables.closeCell(story.blocks);
}
