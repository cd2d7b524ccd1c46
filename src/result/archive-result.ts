import { fill, type Language, say } from "../language/say.ts";
import type { ArchiveRuleResult, ArchiveVerdict, WantedFact } from "../model/archive.ts";
import { wordsOf } from "./finding.ts";

/** Verdicts over an archive in the language asked for. */
export function archiveResults(verdicts: readonly ArchiveVerdict[], language: Language): ArchiveRuleResult[] {
  return verdicts.map((verdict) => archiveResult(verdict, language));
}

function archiveResult(verdict: ArchiveVerdict, language: Language): ArchiveRuleResult {
  const { rule, outcome, held, broken, open } = verdict;
  const words = wordsOf(rule, language);
  const wanting = Object.entries(verdict.uncounted) as [WantedFact, number][];
  return {
    rule: rule.id,
    pack: rule.pack,
    title: words.title,
    severity: rule.severity,
    basis: rule.basis,
    threshold: rule.threshold,
    outcome,
    because: becauseOf(verdict, language),
    held,
    broken,
    open,
    findings: verdict.hits.map(({ issuer, year, values, documents, total, note }) => ({
      issuer,
      year,
      message: [fill(words.message, values), ...(note ? [say(language, note.key, note.values)] : [])].join(
        language === "zh" ? "；" : "; ",
      ),
      advice: fill(words.advice, values),
      documents,
      total,
    })),
    undecided: verdict.undecided.map(({ issuer, year, reason, remedy, values }) => ({
      issuer,
      year,
      reason: say(language, reason, values),
      remedy: say(language, remedy, values),
    })),
    uncounted: wanting.map(([fact, documents]) => ({ fact: factName(fact, language), documents })),
  };
}

function becauseOf({ rule, outcome, notApplicable, open, error }: ArchiveVerdict, language: Language): string {
  if (outcome === "crashed") return say(language, "archive.crashed", { rule: rule.id, error: error ?? "" });
  if (outcome === "not-checked" && open === 0) return say(language, "archive.nothing-counted");
  return outcome === "not-applicable" && notApplicable ? say(language, notApplicable.key, notApplicable.values) : "";
}

/** 标题, 文号, those asked and the wording are told by the document itself, all others are facts. */
function factName(fact: WantedFact, language: Language): string {
  const own = say(language, `archive.want.${fact}`);
  return own === `archive.want.${fact}` ? say(language, `fact.${fact}`) : own;
}
