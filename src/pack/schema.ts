import { z } from "zod";
import { EVIDENCE, IN_FORCE, SEVERITIES, VERIFIED } from "../model/rule.ts";

/** Shapes of a pack's YAML. Keys are as pack authors write them; what hangs together is checked in `compile.ts`. */

const line = z.string().trim().min(1);
const listOf = <T extends z.ZodType>(entry: T) => z.union([entry, z.array(entry)]);

/** 出处: the issued document a basis quotes. */
export const sourceSchema = z.strictObject({
  issuer: line,
  document: line,
  year: z.int().min(1949).max(2100).nullable(),
  verified: z.enum(VERIFIED),
  "in-force": z.enum(IN_FORCE).default("unknown"),
  url: z.url().optional(),
});

export const clauseBasisSchema = z.strictObject({ source: line.optional(), clause: line, quote: line });
/** `gist`: what the clause says, in the pack author's words, where the wording itself was not seen. */
export const gistBasisSchema = z.strictObject({ source: line.optional(), clause: line, gist: line });
export const practiceBasisSchema = z.strictObject({ practice: line, examples: z.array(line).min(1) });
export const basisSchema = z.union([clauseBasisSchema, gistBasisSchema, practiceBasisSchema]);

const factValue = z.union([z.string(), z.boolean()]);
const factTest = z.union([factValue, z.array(factValue).min(1), z.strictObject({ not: listOf(factValue) })]);

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "YYYY-MM-DD");
const period = z.union([z.int().min(1949).max(2100), z.strictObject({ from: day.optional(), to: day.optional() })]);

const words = z.strictObject({ title: line, message: line, advice: line });

const against = z.union([z.strictObject({ file: line }), z.strictObject({ text: line, title: line.optional() })]);

const facts = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));

/** One document of an example for a rule over an archive; `times` puts it there so often, each with the next 文号. */
const testDocumentSchema = z.strictObject({
  title: line.optional(),
  text: z.string().min(1).optional(),
  number: line.optional(),
  facts: facts.optional(),
  times: z.int().min(1).max(1_000).optional(),
});

/** One example of a rule: a file beside the pack, or a text (repeated, where length matters). */
export const testCaseSchema = z.strictObject({
  file: line.optional(),
  text: z.string().min(1).optional(),
  repeat: z.int().min(1).max(100_000).optional(),
  title: line.optional(),
  format: z.enum(["markdown", "text"]).optional(),
  facts: facts.optional(),
  /** For a rule over an archive: the documents it holds. */
  documents: z.array(testDocumentSchema).min(1).max(200).optional(),
  against: listOf(against).optional(),
  /** What `plans:` of gwlint.yaml gives the rule. */
  plans: listOf(against).optional(),
  /** `document`, the printed path of a clause such as 三（二）2, or a line. */
  at: listOf(z.union([line, z.int().min(1)])).optional(),
});

export const testsSchema = z.strictObject({
  valid: z.array(testCaseSchema).default([]),
  invalid: z.array(testCaseSchema).default([]),
});

const ruleKeys = {
  title: line,
  basis: listOf(basisSchema).optional(),
  source: line.optional(),
  clause: line.optional(),
  quote: line.optional(),
  strength: line,
  severity: z.enum(SEVERITIES).optional(),
  evidence: z.enum(EVIDENCE),
  when: z.record(z.string(), factTest).optional(),
  "if-unknown": z.enum(["info", "apply"]).optional(),
  message: line,
  advice: line,
  en: words.optional(),
  replaces: listOf(line).optional(),
  period: period.optional(),
  threshold: z.boolean().optional(),
  tests: testsSchema.optional(),
};

export const ruleSchema = z.strictObject({
  check: line,
  ...ruleKeys,
  with: z.record(z.string(), z.unknown()).optional(),
});

/** What a rule of an extended pack may be set to; stands alone or, beside other changes, under `severity`. */
export const settingSchema = z.enum(["off", ...SEVERITIES]);

/** What may be changed in a rule of an extended pack. */
export const changeSchema = z.strictObject({
  severity: settingSchema.optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  "if-unknown": z.enum(["info", "apply"]).optional(),
  period: period.optional(),
  tests: testsSchema.optional(),
});

const PACK_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Whether a pack may go by that name, 本单位 or our-office. */
export const isPackName = (name: string): boolean => PACK_NAME.test(name);

/** Everything of a pack but its rules, which are read one by one so that one mistake hides no other. */
export const packSchema = z.strictObject({
  pack: z.string().regex(PACK_NAME),
  title: line,
  en: z.strictObject({ title: line }).optional(),
  source: sourceSchema.optional(),
  sources: z.record(z.string(), sourceSchema).optional(),
  extends: listOf(line).optional(),
  lexicons: z.record(z.string(), z.array(line).min(1)).optional(),
  rules: z.record(z.string(), z.unknown()).default({}),
});

export type RawSource = z.infer<typeof sourceSchema>;
export type RawBasis = z.infer<typeof basisSchema>;
export type RawRule = z.infer<typeof ruleSchema>;
export type RawPack = z.infer<typeof packSchema>;
export type RawTestCase = z.infer<typeof testCaseSchema>;
export type RawTests = z.infer<typeof testsSchema>;
export type RawFactTest = z.infer<typeof factTest>;
export type RawPeriod = z.infer<typeof period>;
