import type { WireEvidence, WireFinding } from "../model/result.ts";
import type { Basis } from "../model/rule.ts";
import type { Desk } from "./pretty.ts";
import { cut, excerpt, safe } from "./terminal.ts";

const SIGN = { error: "✗", warning: "!", info: "·" } as const;
/** Places shown of one rule in one document; the others are counted. */
const SHOWN = 60;

/** All findings of one rule in one document: 问题 with every place and its words, then 依据 and 怎么改 once. */
export function findingGroup(desk: Desk, findings: WireFinding[]): string[] {
  const { word, paint } = desk;
  const first = findings[0]!;
  const colour = first.severity === "error" ? paint.red : first.severity === "warning" ? paint.yellow : paint.cyan;
  const head = `${SIGN[first.severity]} ${word(`severity.${first.severity}`)}${word("pretty.gap")}${safe(first.title)}`;
  const count = findings.length > 1 ? word("pretty.places", { count: findings.length }) : "";
  const lines = [`${colour(head)}${count}${word("pretty.gap")}${paint.dim(first.rules.map(safe).join(" "))}`];
  const sameMessage = findings.every((finding) => finding.message === first.message);
  if (sameMessage) lines.push(`  ${safe(first.message)}`);
  for (const finding of findings.slice(0, SHOWN)) lines.push(...place(desk, finding, !sameMessage));
  if (findings.length > SHOWN) lines.push(`  ${word("pretty.more", { count: findings.length - SHOWN })}`);
  lines.push(...basisLines(desk, first));
  if (first.advice) lines.push(`  ${word("pretty.advice")}${word("pretty.gap")}${safe(first.advice)}`);
  return lines;
}

function place(desk: Desk, finding: WireFinding, withMessage: boolean): string[] {
  const { paint, context, word } = desk;
  const lines: string[] = [];
  const said = withMessage ? `${word("pretty.gap")}${safe(finding.message)}` : "";
  if (finding.text || withMessage || finding.line !== null) lines.push(`  ${paint.bold(safe(finding.place))}${said}`);
  const copies = finding.evidence.filter((evidence) => evidence.kind === "copy");
  if (copies.length > 0) lines.push(...copies.flatMap((evidence) => copyLines(desk, evidence)));
  else if (finding.text) {
    const { sentence, offset, text } = finding;
    const { before, words, after } = excerpt(sentence, offset, offset + text.length, context.width - 6);
    const marked = context.colour ? paint.underline(words) : before || after ? `【${words}】` : words;
    lines.push(`    ${before}${marked}${after}`);
  }
  return lines;
}

/** The two passages one above the other; what differs stands in 【】, so that no column has to line up. */
function copyLines({ word, paint, context }: Desk, evidence: WireEvidence): string[] {
  const other = evidence.other;
  if (!evidence.draft || !other) return [];
  const mark = (text: string) => (context.colour ? paint.inverse(text) : `【${text}】`);
  const side = (of: "draft" | "source", whole: string) =>
    evidence.edits
      ? evidence.edits
          .filter((edit) => edit[of] !== "")
          .map((edit) => (edit.kind === "equal" ? shorten(safe(edit[of])) : mark(safe(edit[of]))))
          .join("")
      : cut(safe(whole), context.width * 2);
  const from = `${word("pretty.gap")}${paint.dim(`${safe(other.name)}${other.clause ? ` ${safe(other.clause)}` : ""}`)}`;
  return [
    `    ${word("pretty.draft")}${word("pretty.gap")}${side("draft", evidence.draft.text)}`,
    `    ${word("pretty.superior")}${word("pretty.gap")}${side("source", other.text)}${from}`,
  ];
}

/** A long equal stretch keeps its ends: what changed is what the reader looks for. */
function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= 60) return text;
  return `${characters.slice(0, 28).join("")}……${characters.slice(-28).join("")}`;
}

function basisLines(desk: Desk, finding: WireFinding): string[] {
  const { word } = desk;
  const indent = `  ${word("pretty.basis")}${word("pretty.gap")}`;
  const lines = finding.basis.map((basis) => `${indent}${safe(basisText(desk, basis))}`);
  if (finding.threshold) lines.push(`  ${word("pretty.threshold")}`);
  return lines;
}

/** 天水市…二十五条措施（2019）第8条“……”（原文已核对） */
export function basisText({ word }: Pick<Desk, "word">, basis: Basis): string {
  if (basis.practice) {
    const examples = basis.practice.examples.join("、");
    return word("pretty.practice", { text: basis.practice.text, examples });
  }
  const title = `${basis.issuer}《${basis.document}》${basis.year ? `（${basis.year}）` : ""}${basis.clause}`;
  const quote = basis.quote ? `“${basis.quote}”` : basis.gist ? word("pretty.gist", { text: basis.gist }) : "";
  const inForce = basis.inForce === "no" ? word("pretty.repealed") : "";
  return `${title}${quote}（${word(`verified.${basis.verified}`)}${inForce}）`;
}
