/**
 * Whether offset `at` of a main part stands in a frame (`w:framePr`) of several paragraphs. LibreOffice dissolves such a
 * frame as soon as a comment stands in it, so its comments go to the nearest paragraph, like those of a text box.
 */
export function inLongFrame(xml: string, at: number): boolean {
  const open = paragraphBefore(xml, at);
  if (open < 0 || !framed(xml, open)) return false;
  const next = xml.indexOf("</w:p>", at) + "</w:p>".length;
  const before = xml.lastIndexOf("</w:p>", open);
  return (isParagraph(xml, next) && framed(xml, next)) || (before >= 0 && framed(xml, paragraphBefore(xml, before)));
}

const isParagraph = (xml: string, at: number) => xml.startsWith("<w:p>", at) || xml.startsWith("<w:p ", at);

const paragraphBefore = (xml: string, at: number) =>
  Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at));

/** Whether the properties of the paragraph that opens at `open` put it in a frame. */
function framed(xml: string, open: number): boolean {
  const properties = xml.indexOf("<w:pPr>", open);
  const start = xml.indexOf(">", open) + 1;
  if (properties !== start) return false;
  const frame = xml.indexOf("<w:framePr", start);
  return frame >= 0 && frame < xml.indexOf("</w:pPr>", start);
}
