import { strFromU8, unzipSync } from "fflate";

/** The main part of a document as the file has it. */
export function mainXml(bytes: Uint8Array, part = "word/document.xml"): string {
  return strFromU8(unzipSync(bytes)[part]!);
}

const NAME = "(?:[A-Za-z0-9]+:)?";

/** Any comment mark with one of these numbers: range start, range end, reference run. */
function markPattern(ids: readonly number[]): RegExp {
  const id = `(?: xmlns:w="[^"]*")? [A-Za-z0-9]+:id="(?:${ids.join("|")})"/>`;
  const range = `<${NAME}commentRange(?:Start|End)${id}`;
  const reference = `<${NAME}r(?: xmlns:w="[^"]*")?><${NAME}commentReference${id}</${NAME}r>`;
  return new RegExp(`(?:${range}|${reference})+`, "g");
}

const CLOSINGS = [`</${NAME}r>$`, `</${NAME}t></${NAME}r>$`, `\\]\\]></${NAME}t></${NAME}r>$`].map(
  (one) => new RegExp(one),
);
const PROPERTIES = `<${NAME}rPr(?:/>|(?: [^>]*[^/])?>[\\s\\S]*?</${NAME}rPr>)`;
const OPENING = new RegExp(`^(<${NAME}r(?: [^>]*)?>\\s*(?:${PROPERTIES})?)(<${NAME}t(?: [^>]*)?>)?(<!\\[CDATA\\[)?`);
const PRESERVE = ' xml:space="preserve"';

/**
 * Takes the marks out of a marked part and joins the runs they split. The original is the judge of every step: what
 * stands between marks has to be the original's, and what a split repeats has to be the head of the very run it split.
 */
export function unmark(marked: string, original: string, ids: readonly number[]): string {
  let joined = "";
  let split = false;
  for (const segment of marked.split(markPattern(ids))) {
    const starts: string[] = split ? withoutOpening(segment, joined) : [segment];
    const candidates = starts.flatMap((text) => [text, withoutSpace(text)]);
    const at = joined.length;
    const fits = (one: string) => original.startsWith(one, at);
    const whole = candidates.find(fits);
    const found = whole ?? candidates.flatMap(withoutClosing).find(fits);
    if (found === undefined) throw new Error(`not the original at ${at}: ${segment}`);
    split = whole === undefined;
    joined += found;
  }
  return joined;
}

const withoutClosing = (text: string) => CLOSINGS.filter((one) => one.test(text)).map((one) => text.replace(one, ""));

/** What stands behind the repeated head of a split run, and behind the repeated `w:t` where a text was cut. */
function withoutOpening(segment: string, joined: string): string[] {
  const opening = OPENING.exec(segment);
  if (!opening) throw new Error(`no run goes on here: ${segment.slice(0, 80)}`);
  const [, run = "", text = "", section = ""] = opening;
  const head = joined.lastIndexOf(run);
  if (head < 0 || new RegExp(`</${NAME}r>`).test(joined.slice(head))) throw new Error(`not the head: ${run}`);
  return [run + text + section, run + text, run].map((one) => segment.slice(one.length));
}

/** The last `w:t` of a segment without the xml:space it got because it is cut beside a blank. */
function withoutSpace(text: string): string {
  const at = text.lastIndexOf(PRESERVE);
  return at < 0 ? text : text.slice(0, at) + text.slice(at + PRESERVE.length);
}
