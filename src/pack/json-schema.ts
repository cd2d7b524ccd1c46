import { z } from "zod";
import { say } from "../language/say.ts";
import type { RuleKind } from "../model/check.ts";
import type { FactName, FactType } from "../model/facts.ts";
import { FACT_TYPES } from "../model/facts.ts";
import { changeSchema, packSchema, ruleSchema, settingSchema } from "./schema.ts";
import { STRENGTHS } from "./strength.ts";

type Json = { [key: string]: unknown };

/**
 * The JSON Schema that editors complete and check packs with, from the schemas that validate them: options by check
 * kind, facts with their values. An editor cannot know what an extended pack has, so a change of a rule is accepted.
 */
export function packJsonSchema(kinds: readonly RuleKind[]): Json {
  const pack = described(toJson(packSchema));
  const properties = pack["properties"] as Json;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: say("zh", "pack.schema"),
    ...pack,
    properties: {
      ...properties,
      rules: {
        description: say("zh", "pack.key.rules"),
        type: "object",
        additionalProperties: {
          // A mapping with `check` is a rule, any other a change: errors then name the key, not the alternatives.
          if: { type: "object", required: ["check"] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: ruleJson(kinds),
          else: { anyOf: [toJson(settingSchema), described(toJson(changeSchema))] },
        },
      },
    },
  };
}

function ruleJson(kinds: readonly RuleKind[]): Json {
  const rule = described(toJson(ruleSchema));
  const properties = rule["properties"] as Json;
  return {
    ...rule,
    properties: {
      ...properties,
      check: {
        enum: kinds.map(({ name }) => name),
        markdownEnumDescriptions: kinds.map(({ about }) => about.zh),
        description: say("zh", "pack.key.check"),
      },
      when: {
        description: say("zh", "pack.key.when"),
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(FACT_TYPES).map(([name, type]) => [name, factJson(name as FactName, type)]),
        ),
      },
      strength: { ...(properties["strength"] as Json), examples: [...STRENGTHS] },
    },
    allOf: kinds.map((kind) => ({
      if: { properties: { check: { const: kind.name } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: withJson(kind),
    })),
  };
}

/** `with:` of one kind; it has to be there where the kind has options without a default. */
function withJson(kind: RuleKind): Json {
  const options = toJson(kind.options(z) as z.ZodType);
  const required = ((options["required"] as string[] | undefined) ?? []).length > 0;
  return {
    properties: { with: { description: kind.about.zh, ...options } },
    ...(required ? { required: ["with"] } : {}),
  };
}

function factJson(name: FactName, type: FactType): Json {
  const value: Json =
    type.type === "boolean" ? { type: "boolean" } : type.values ? { enum: [...type.values] } : { type: "string" };
  const some: Json = { anyOf: [value, { type: "array", items: value, minItems: 1 }] };
  const not: Json = { type: "object", properties: { not: some }, required: ["not"], additionalProperties: false };
  return { title: name, anyOf: [...(some["anyOf"] as Json[]), not] };
}

/** Draft 7, which the YAML language servers read; the input side, where defaults may be left out. */
function toJson(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
  }) as Json;
  return json;
}

/** Says at every key of the pack's own what it is for; options of a kind are described by the kind. */
function described(schema: Json): Json {
  const properties = schema["properties"] as Json | undefined;
  const entries = Object.entries(schema).map(([name, value]): [string, unknown] => {
    if (Array.isArray(value)) return [name, value.map((one) => (isObject(one) ? described(one) : one))];
    return [name, isObject(value) && name !== "properties" ? described(value) : value];
  });
  if (!properties) return Object.fromEntries(entries);
  const named = Object.entries(properties).map(([key, value]): [string, unknown] => {
    const sentence = say("zh", `pack.key.${key}`);
    const known = sentence !== `pack.key.${key}`;
    return [key, { ...(known ? { description: sentence } : {}), ...described(value as Json) }];
  });
  return { ...Object.fromEntries(entries), properties: Object.fromEntries(named) };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
