import type { Element, OfficialDocument, Span } from "../../model/document.ts";
import { FACT_NAMES, type Fact, type FactName, type Facts, type FactValues, type Kind } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";
import { splitNames } from "../responsibility/names.ts";
import { isoDay } from "./dates.ts";
import { deploymentOf, directionOf } from "./direction.ts";
import { bodyOf, issuerOfTitle, levelOf } from "./issuer.ts";
import { kindOfText } from "./own-words.ts";
import { isPolicyDocument } from "./policy.ts";
import { seriesOf } from "./series.ts";
import { kindOfTitle } from "./title.ts";
import { inForceUntil, repealsOf } from "./validity.ts";

type Recognised = { [N in FactName]?: { value: FactValues[N]; evidence: Span | null } };

/**
 * Every fact of the document: declared where declared, else recognised with the words that tell it, else unknown.
 * What no text tells (receivedOn, reviews) is only ever declared. Duties have to be assigned before.
 */
export function recogniseFacts(document: OfficialDocument, declared: Partial<Facts>): Facts {
  const found = recognised(document, declared);
  const facts: Partial<Record<FactName, Fact<unknown>>> = {};
  for (const name of FACT_NAMES) {
    const told = declared[name];
    const own = found[name];
    if (told && told.origin !== "unknown") facts[name] = told;
    else facts[name] = own ? { origin: "recognised", value: own.value, evidence: own.evidence } : { origin: "unknown" };
  }
  return facts as Facts;
}

function recognised(document: OfficialDocument, declared: Partial<Facts>): Recognised {
  const { elements } = document;
  const found: Recognised = {};
  const known = <N extends FactName>(name: N): FactValues[N] | null => {
    const fact = declared[name];
    return fact && fact.origin !== "unknown" ? (fact.value as FactValues[N]) : (found[name]?.value ?? null);
  };

  const title = elements.title ?? document.parts.at(-1)?.title ?? null;
  const kind = kindFact(document);
  if (kind) found.kind = kind;
  const date = elements.date ? isoDay(elements.date.text) : null;
  if (date) found.issuedOn = { value: date, evidence: last(elements.date) };
  const issuer = issuerFact(document, title);
  if (issuer) found.issuer = issuer;
  const name = firstIssuer(known("issuer"));
  const level = name ? levelOf(name) : null;
  if (level) found.issuerLevel = { value: level, evidence: found.issuer?.evidence ?? null };
  const body = name ? bodyOf(name) : null;
  if (body) found.issuerBody = { value: body, evidence: found.issuer?.evidence ?? null };
  if (elements.addressees) {
    found.addressees = { value: addresseesOf(elements.addressees), evidence: first(elements.addressees) };
  }
  const policy = isPolicyDocument({
    title: title?.text ?? null,
    annexTitle: document.parts.find((part) => part.name === "annex")?.title?.text ?? null,
    kind: known("kind"),
    opening: openingOf(document),
    measures: document.clauses.filter((clause) => clause.measure).length,
  });
  if (policy !== null) found.policyDocument = { value: policy, evidence: last(title) };
  const direction = directionOf(known("kind"), title?.text ?? null, elements.addressees?.text ?? null);
  if (direction) found.direction = { value: direction, evidence: first(elements.addressees) ?? last(title) };
  const deployment = deploymentOf(title?.text ?? null);
  if (deployment) found.deployment = { value: deployment, evidence: last(title) };
  const repeals = repealsOf(document);
  if (repeals) found.repeals = { value: repeals.value, evidence: repeals.span };
  const until = inForceUntil(document, known("issuedOn"));
  if (until) found.inForceUntil = { value: until.value, evidence: until.span };
  addOpenness(found, elements.secrecy, elements.publicity);
  const series = seriesOf(document);
  if (series) found.series = { value: series.value, evidence: series.span };
  return found;
}

/**
 * By the file's title, where the title is not only that of the paper a notice without one prints; a text without a title
 * says itself what it is; else the title of the printed paper.
 */
function kindFact(document: OfficialDocument): { value: Kind; evidence: Span | null } | null {
  const { title } = document.elements;
  const notice = document.parts.find((part) => part.name === "notice");
  const untitled = title === null || (notice !== undefined && notice.title === null);
  if (!untitled) return { value: kindOfTitle(title.text) ?? "其他", evidence: last(title) };
  const own = kindOfText(document);
  if (own) return { value: own.value, evidence: own.span };
  const annex = title ?? document.parts.at(-1)?.title ?? null;
  const kind = annex ? kindOfTitle(annex.text) : null;
  return kind && { value: kind, evidence: last(annex) };
}

/** 落款, else the head of the title, else 发文机关标志, else the office that printed it; one that tells a level goes before one that does not. */
function issuerFact(
  document: OfficialDocument,
  title: Element | null,
): { value: string; evidence: Span | null } | null {
  const { signature, issuerMark, printed } = document.elements;
  const candidates: { value: string; evidence: Span | null }[] = [];
  if (signature) {
    const names = signature.spans.flatMap((span) =>
      namesIn(document.blocks[span.block]?.text.slice(span.start, span.end) ?? ""),
    );
    const value = names.length > 0 ? names.join(" ") : signature.text;
    if (!PERSON.test(simplify(value))) candidates.push({ value, evidence: first(signature) });
  }
  const named = title ? issuerOfTitle(title.text) : null;
  if (named && title) candidates.push({ value: named, evidence: first(title) });
  if (issuerMark) candidates.push({ value: withoutPaper(issuerMark.text), evidence: first(issuerMark) });
  const printer = printed
    ? /^[\s\u3000]*([^\d０-９\s]{4,40}?)[\s\u3000]*[\d０-９]{4}年/.exec(printed.text)?.[1]
    : undefined;
  if (printer) candidates.push({ value: printer.replace(/[\s\u3000]/g, ""), evidence: first(printed) });
  return candidates.find(({ value }) => levelOf(value.split(" ")[0]!) !== null) ?? candidates[0] ?? null;
}

/** A decree is signed by a person: 省长 ×××. */
const PERSON = /^(?:总理|主席|委员长|[省市县区州]长|部长|局长|主任)/;

/** 山东省人民政府文件 → 山东省人民政府. */
const withoutPaper = (mark: string) => mark.replace(/[\s\u3000]/g, "").replace(/(?:文件|檔案|令)$/, "");

/** Names on a line of the 落款: spread-out letters are joined (国 务 院), names side by side are told apart. */
function namesIn(line: string): string[] {
  const parts = line
    .trim()
    .replace(/[（(]?(?:印章|盖章|公章|代章|章)[）)]?$/, "")
    .split(/[\s\u3000]+/)
    .filter(Boolean);
  return parts.every((part) => part.length >= 3) ? parts : [parts.join("")];
}

const firstIssuer = (issuer: string | null) => issuer?.split(" ")[0] ?? null;

function addresseesOf(element: Element): string[] {
  const text = element.text.replace(/[\s\u3000]/g, "").replace(/[:：]$/, "");
  const plain = simplify(text);
  return splitNames(plain, 0, plain.length).map(({ start, end }) => text.slice(start, end));
}

/** 密级 and 公开方式; what is published openly bears no 密级. */
function addOpenness(found: Recognised, secrecy: Element | null, publicity: Element | null): void {
  const grade = secrecy ? /绝密|机密|秘密/.exec(simplify(secrecy.text))?.[0] : undefined;
  if (grade) found.secrecy = { value: grade as FactValues["secrecy"], evidence: first(secrecy) };
  const words = publicity ? simplify(publicity.text) : "";
  const value = /依申请/.test(words)
    ? "依申请公开"
    : /不予公开|不公开/.test(words)
      ? "不予公开"
      : /公开/.test(words)
        ? "主动公开"
        : null;
  if (!value) return;
  found.publicity = { value, evidence: first(publicity) };
  if (value === "主动公开" && !grade) found.secrecy = { value: "none", evidence: first(publicity) };
}

/** The first paragraphs of the body, in which a text without a title says what it is about. */
function openingOf(document: OfficialDocument): string {
  const from = document.body?.first ?? 0;
  return document.blocks
    .slice(from, from + 2)
    .map((block) => block.text)
    .join("\n");
}

const first = (element: Element | null | undefined): Span | null => element?.spans[0] ?? null;
const last = (element: Element | null | undefined): Span | null => element?.spans.at(-1) ?? null;
