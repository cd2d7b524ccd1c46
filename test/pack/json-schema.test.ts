import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { packJsonSchema } from "../../src/pack/json-schema.ts";
import { parseYaml } from "../../src/yaml/parse.ts";
import { kinds } from "./kinds.ts";

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const validate = ajv.compile(packJsonSchema(kinds));

/** Places an editor would underline. */
function errorsIn(yaml: string): string[] {
  validate(parseYaml(yaml, "p.yaml").value);
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

const pack = (rule: string) => `
pack: p
title: 试
source: { issuer: 某市, document: 某办法, year: 2019, verified: clause }
extends: gongwen
rules:
  GW-1: off
  GW-2: { with: { max: 3 } }
  R-1: { title: 短, clause: 一, quote: 不得, strength: 不得, evidence: direct, message: 长, advice: 短, ${rule} }
`;

describe("the schema for editors", () => {
  it("accepts a sound pack", () => {
    expect(
      errorsIn(pack("check: length, with: { max: 4 }, when: { deployment: [task], policyDocument: true }")),
    ).toEqual([]);
    expect(errorsIn(pack("check: pattern, with: { pattern: [甲] }, when: { kind: { not: 函 } }"))).toEqual([]);
  });

  it.each([
    ["an unknown check", "check: lenght", "/rules/R-1/check"],
    ["an option of another check", "check: length, with: { max: 4, pattern: 甲 }", "/rules/R-1/with"],
    ["an option's value", "check: length, with: { max: 4, scope: bodi }", "/rules/R-1/with/scope"],
    ["options left out", "check: length", "/rules/R-1"],
    ["an unknown fact", "check: length, with: { max: 4 }, when: { deploy: task }", "/rules/R-1/when"],
    ["a fact's value", "check: length, with: { max: 4 }, when: { deployment: tsk }", "/rules/R-1/when/deployment"],
    ["an unknown key", "check: length, with: { max: 4 }, mesage: 长", "/rules/R-1"],
  ])("underlines %s", (_, rule, place) => {
    expect(errorsIn(pack(rule))).toContain(place);
  });

  it("says at each key what it is for", () => {
    const schema = JSON.stringify(packJsonSchema(kinds));
    expect(schema).toContain("依据原文里的约束词");
    expect(schema).toContain("数字数。");
  });

  it("underlines a key the pack does not have", () => {
    expect(errorsIn("pack: p\ntitle: t\nrule: {}\n")).toEqual([""]);
  });
});
