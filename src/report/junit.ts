import { say } from "../language/say.ts";
import type { DocumentResult, WireFinding } from "../model/result.ts";
import { findingWords } from "./finding-words.ts";
import type { ReportContext, ReportFormat } from "./format.ts";
import { xmlAttribute, xmlText } from "./xml.ts";

/**
 * JUnit XML: a suite a document, a case a finding and a rule. Errors and warnings are failures, hints pass with their
 * words; what was exempted or not checked is skipped, with the reason; a document that could not be checked is an error.
 */
export const junit: ReportFormat = {
  name: "junit",
  start(context) {
    const words = findingWords(context);
    return {
      begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gwlint">\n',
      document: (result) => suite(result, casesOf(context, result, words)),
      end: () => "</testsuites>\n",
    };
  },
};

interface Case {
  name: string;
  outcome: "passed" | "failure" | "error" | "skipped";
  /** What stands inside the case, as XML. */
  inside: string;
}

function suite(result: DocumentResult, cases: readonly Case[]): string {
  const count = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  const path = xmlAttribute(result.path);
  const counts = `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
  const seen = new Map<string, number>();
  const lines = cases.map(({ name, inside }) => {
    // Readers take two cases of one name for one.
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const unique = xmlAttribute(nth === 1 ? name : `${name} (${nth})`);
    const open = `<testcase classname="${path}" name="${unique}" file="${path}"`;
    return inside === "" ? `    ${open}/>` : `    ${open}>${inside}</testcase>`;
  });
  return [`  <testsuite name="${path}" ${counts}>`, ...lines, "  </testsuite>\n"].join("\n");
}

type Words = (finding: WireFinding) => string;

function casesOf(context: ReportContext, result: DocumentResult, words: Words): Case[] {
  return [
    ...problemCase(context, result),
    ...result.findings.map((finding) => findingCase(context, finding, words)),
    ...result.notChecked.map(({ rule, title, reason, remedy }): Case => {
      const message = [reason, remedy].join(say(context.language, "pretty.joint"));
      return { name: `${rule} ${title}`, outcome: "skipped", inside: `<skipped message="${xmlAttribute(message)}"/>` };
    }),
    ...result.held.map((rule): Case => ({ name: rule, outcome: "passed", inside: "" })),
  ];
}

function problemCase({ language }: ReportContext, { status, problem }: DocumentResult): Case[] {
  if (!problem) return [];
  const text = xmlText([problem.message, problem.advice].filter(Boolean).join("\n"));
  const inside = `<error message="${xmlAttribute(problem.message)}" type="${status}">${text}</error>`;
  return [{ name: say(language, `status.${status}`), outcome: "error", inside }];
}

function findingCase(context: ReportContext, finding: WireFinding, words: Words): Case {
  const { suppressed, severity, message } = finding;
  const name = `${finding.rule} ${finding.title} ${finding.place}`;
  if (suppressed) {
    const reason = say(context.language, "junit.exempted", { reason: suppressed.reason });
    return { name, outcome: "skipped", inside: `<skipped message="${xmlAttribute(reason)}"/>` };
  }
  const text = xmlText(words(finding));
  if (severity === "info") return { name, outcome: "passed", inside: `<system-out>${text}</system-out>` };
  const inside = `<failure message="${xmlAttribute(message)}" type="${severity}">${text}</failure>`;
  return { name, outcome: "failure", inside };
}
