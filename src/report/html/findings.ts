import type { WireFinding } from "../../model/result.ts";
import type { Basis } from "../../model/rule.ts";
import { basisText } from "../pretty-finding.ts";
import { html, joined, type Markup, type Piece } from "./markup.ts";
import { clauseWords, type DocumentView, type FindingView, type RuleGroup, SIGN } from "./view.ts";
import type { Word } from "./word.ts";

/** Characters quoted of a finding's words, and before and behind them. */
const WORDS = 60;
const AROUND = 22;

/** The list of findings: a group a rule, the gravest first; 依据 and 怎么改 said once, then every place. */
export function findingList(view: DocumentView, word: Word): Markup {
  if (view.findings.length === 0) {
    const { length } = view.result.notChecked;
    const more = html` <a href="#${view.id}-rules">${word("html.clean-but-open", { open: length })}</a>`;
    return html`<p class="clean">✓ ${word("html.clean")}${length > 0 && more}</p>`;
  }
  return html`<div class="groups">${view.groups.map((group) => ruleGroup(view, group, word))}</div>`;
}

function ruleGroup({ id, draft }: DocumentView, group: RuleGroup, word: Word): Markup {
  const { standing, first, findings, message } = group;
  const name = `${id}-g${group.number}`;
  const count = findings.length > 1 ? word("pretty.places", { count: findings.length }) : "";
  return html`<section class="group ${standing}" id="${name}" aria-labelledby="${name}-t">
<h4 id="${name}-t"><span class="badge ${standing}">${SIGN[standing]} ${word(`severity.${standing}`)}</span> <span class="title">${first.title}</span><span class="count">${count}</span></h4>
<div class="rule">${message && html`<p class="said">${message}</p>`}
<dl>${basisPart(first, word)}${first.advice && html`<dt>${word("pretty.advice")}</dt><dd class="advice">${first.advice}</dd>`}</dl>
<p class="ids">${word("html.rule")} ${first.rules.join(" ")}</p></div>
<ol>${findings.map((found) => findingItem(id, found, group, draft !== null, word))}</ol>
</section>
`;
}

function basisPart({ basis, threshold }: WireFinding, word: Word): Piece {
  if (basis.length === 0) return null;
  return html`<dt>${word("pretty.basis")}</dt><dd>${joined(
    basis.map((one) => basisMarkup(one, word)),
    html`<br>`,
  )}${threshold && html`<br><em>${word("pretty.threshold")}</em>`}</dd>`;
}

/** Worded once a basis: ten thousand findings rest on few. */
const basisMarkup = (basis: Basis, word: Word) => html`<span class="basis">${basisText({ word }, basis)}</span>`;

function findingItem(id: string, found: FindingView, group: RuleGroup, linked: boolean, word: Word): Markup {
  const { number, standing, finding } = found;
  const { place, clause, message, advice, suppressed } = finding;
  const label = word("html.to-draft", { number, place });
  const name = linked
    ? html`<a class="number" href="#${id}-m${number}" aria-label="${label}">${number}</a>`
    : html`<span class="number">${number}</span>`;
  return html`<li class="finding ${standing}" id="${id}-f${number}" data-clause="${clause ?? ""}">${name}<div><p class="place">${placeParts(found)}</p>${
    message !== group.message && html`<p class="said">${message}</p>`
  }${quoted(finding)}${
    advice !== group.first.advice &&
    html`<p class="own-advice">${word("pretty.advice")}${word("pretty.colon")}${advice}</p>`
  }${found.copies.map(
    (copy) => html`<p class="more"><a href="#${id}-c${copy}">${word("html.side-by-side")}</a></p>`,
  )}${suppressed && html`<p class="excused">${excused(suppressed, word)}</p>`}</div></li>
`;
}

/** The clause as people say it, apart from the line, so that the script can head a group with it. */
function placeParts({ finding }: FindingView): Piece {
  const clause = clauseWords(finding);
  return clause ? html`<span>${clause}</span>${finding.place.slice(clause.length)}` : finding.place;
}

function quoted({ text, sentence, offset, evidence }: WireFinding): Piece {
  if (!text || evidence.some(({ kind }) => kind === "copy")) return null;
  const end = offset + text.length;
  const before = sentence.slice(whole(sentence, offset - AROUND), offset);
  const words = text.slice(0, whole(text, WORDS));
  const after = sentence.slice(end, whole(sentence, end + AROUND));
  return html`<p class="quote" lang="zh-CN">${before.length < offset && "…"}${before}<mark>${words}${words.length < text.length && "…"}</mark>${after}${end + after.length < sentence.length && "…"}</p>`;
}

/** An offset at which the text may be cut: never inside a surrogate pair, never outside the text. */
function whole(text: string, at: number): number {
  const within = Math.max(0, Math.min(text.length, at));
  return /[\udc00-\udfff]/.test(text[within] ?? "") ? within + 1 : within;
}

function excused({ kind, reason, approvedBy, until }: NonNullable<WireFinding["suppressed"]>, word: Word): Piece {
  return [
    word(`html.excused.${kind}`, { reason }),
    approvedBy && html` · ${word("html.approved-by", { approvedBy })}`,
    until && html` · ${word("html.until", { until })}`,
  ];
}
