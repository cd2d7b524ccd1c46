import { sketchOf } from "../../src/archive/record/sketch.ts";
import type { ArchiveDocument, ArchiveRecord } from "../../src/model/archive.ts";
import type { Rule } from "../../src/model/rule.ts";

const NOTHING: ArchiveRecord = {
  kind: "通知",
  issuer: "某某市教育局",
  jointly: [],
  issuerLevel: "city",
  issuerBody: "department",
  direction: "down",
  deployment: null,
  policyDocument: false,
  number: null,
  issuedOn: "2019-05-06",
  receivedOn: null,
  inForceUntil: null,
  title: "某某市教育局关于做好助学工作的通知",
  repeals: [],
  revises: false,
  series: null,
  matters: [],
  reach: null,
  audience: null,
  measures: { total: 0, unnamed: 0 },
  sketch: null,
  declared: [],
};

let last = 0;

/** A document of an archive with the facts given; all others are those of an ordinary notice. */
export function filed(facts: Partial<ArchiveRecord> & { path?: string; sha256?: string } = {}): ArchiveDocument {
  const { path = `${String(++last).padStart(5, "0")}.docx`, sha256 = "", ...record } = facts;
  return { path, sha256, record: { ...NOTHING, ...record } };
}

export function ruleOf(check: string, options: Record<string, unknown>, more: Partial<Rule> = {}): Rule {
  return {
    id: check,
    pack: "test",
    check,
    scope: "archive",
    severity: "warning",
    strength: "本单位",
    evidence: "direct",
    basis: [],
    when: null,
    ifUnknown: null,
    options,
    words: { title: check, message: "", advice: "" },
    english: null,
    replaces: [],
    threshold: false,
    ...more,
  };
}

/** A text long enough to be sketched; of two seeds no two sentences are alike. */
export function wording(seed: number, sentences = 60): string {
  return Array.from({ length: sentences }, (_, i) =>
    Array.from({ length: 12 }, (__, j) =>
      String.fromCharCode(0x4e00 + ((seed * 7919 + i * 104729 + j * 1299709) % 20000)),
    ).join(""),
  ).join("。");
}

export const sketched = (seed: number, sentences?: number) => sketchOf(wording(seed, sentences));
