import type { OfficialDocument } from "../../src/model/document.ts";
import type { Facts, FactValues } from "../../src/model/facts.ts";
import { FACT_NAMES } from "../../src/model/facts.ts";
import type { Rule } from "../../src/model/rule.ts";

/** A document of bare paragraphs with the facts declared; every other fact is unknown. */
export function plainDocument(paragraphs: string[], declared: Partial<FactValues> = {}): OfficialDocument {
  const blocks = paragraphs.map((text, index) => ({
    index,
    kind: "paragraph" as const,
    region: "body" as const,
    text,
    labelLength: 0,
    paragraph: index + 1,
    headingLevel: 0,
  }));
  const facts = Object.fromEntries(
    FACT_NAMES.map((name) => [
      name,
      name in declared ? { origin: "declared", value: declared[name] } : { origin: "unknown" },
    ]),
  ) as unknown as Facts;
  const none = null;
  return {
    name: "草稿.txt",
    source: { format: "text", blocks, declared: {}, traces: [], cut: [] },
    blocks,
    elements: {
      copyNumber: none,
      secrecy: none,
      urgency: none,
      issuerMark: none,
      docNumber: none,
      signers: none,
      title: none,
      addressees: none,
      attachments: [],
      signature: none,
      date: none,
      notes: none,
      copies: none,
      printed: none,
      publicity: none,
    },
    body: { first: 0, last: Math.max(0, blocks.length - 1) },
    chrome: [],
    parts: [],
    attachments: [],
    clauses: [],
    facts,
  };
}

/** A rule of kind `mock` that concerns every document, changed where the test says. */
export function rule(changes: Partial<Rule> = {}): Rule {
  return {
    id: "R-1",
    pack: "test",
    check: "mock",
    severity: "warning",
    strength: "一般",
    evidence: "direct",
    basis: [],
    when: null,
    ifUnknown: null,
    options: {},
    words: { title: "标题", message: "问题", advice: "办法" },
    english: null,
    replaces: [],
    threshold: false,
    ...changes,
  };
}
