import { z } from "zod";
import { FACT_NAMES, FACT_TYPES, type FactName, type FactType } from "../model/facts.ts";
import { SEVERITIES } from "../model/rule.ts";
import { FACT_ALIASES, VALUE_ALIASES } from "./fact-words.data.ts";

/** Shapes of `gwlint.yaml` and of sidecars. Facts are checked by `declareFacts`, which takes Chinese words too. */

const line = z.string().trim().min(1);
const listOf = <T extends z.ZodType>(entry: T) => z.union([entry, z.array(entry)]);

const factKeys = Object.fromEntries(
  FACT_NAMES.flatMap((name) => [name, ...FACT_ALIASES[name]].map((word) => [word, factValue(name).optional()])),
);

/** Any value passes here; what an editor offers stands in the JSON Schema alone. */
function factValue(name: FactName): z.ZodType {
  const { type, values }: FactType = FACT_TYPES[name];
  if (type === "boolean") return z.unknown().meta({ type: ["boolean", "string"] });
  if (type === "date") return z.unknown().meta({ type: "string", description: "2024-01-05" });
  const words = values && [...values, ...Object.keys(VALUE_ALIASES[name] ?? {})];
  const one = words ? { anyOf: [{ enum: words }, { type: "string" }] } : { type: "string" };
  return z.unknown().meta(type === "list" ? { anyOf: [one, { type: "array", items: one }] } : one);
}

const superiorsSchema = listOf(z.union([line, z.strictObject({ for: listOf(line).optional(), files: listOf(line) })]));

const ruleChange = z.union([
  z.enum(["off", ...SEVERITIES]),
  z.strictObject({
    off: z.boolean().optional(),
    severity: z.enum(SEVERITIES).optional(),
    with: z.record(z.string(), z.unknown()).optional(),
  }),
]);

export const FAIL_ON = [...SEVERITIES, "never"] as const;

export const configSchema = z.strictObject({
  packs: listOf(line).optional().meta({ description: "规则包：随附的名字，或者文件路径" }),
  documents: listOf(line).optional().meta({ description: "哪些文件是公文（路径模式）" }),
  ignore: listOf(line).optional().meta({ description: "哪些文件不查（路径模式）" }),
  superiors: superiorsSchema.optional().meta({ description: "上级文件：文件或文件夹，可以按文稿指定" }),
  units: line.optional().meta({ description: "单位名录文件" }),
  plans: listOf(line).optional().meta({ description: "年度发文计划、会议计划等文件" }),
  facts: z
    .array(z.strictObject({ for: listOf(line), ...factKeys }))
    .optional()
    .meta({ description: "按路径声明文种、行文方向等" }),
  rules: z.record(line, ruleChange).optional().meta({ description: "本单位对规则的调整" }),
  exemptions: line.optional().meta({ description: "豁免清单文件" }),
  "fail-on": z.enum(FAIL_ON).optional(),
  "fingerprint-key": z.string().min(16).optional(),
  lang: z.enum(["zh", "en"]).optional(),
});

export const sidecarSchema = z.strictObject({
  facts: z.strictObject(factKeys).optional(),
  superiors: listOf(line).optional(),
});

/** JSON Schema of `gwlint.yaml` for editors, made of the schema that validates. */
export function configJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(configSchema, { io: "input" }), title: "gwlint.yaml" };
}
