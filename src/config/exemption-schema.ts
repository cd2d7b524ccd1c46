import { z } from "zod";

const line = z.string().trim().min(1);

/** One entry: what is excused, and the three things without which it is no exemption: why, by whom, until when. */
export const exemptionSchema = z.strictObject({
  rule: z.union([line, z.array(line).min(1)]).meta({ description: "哪条规则，可以写几条" }),
  path: line.meta({ description: "哪份文稿：路径或路径模式，从 gwlint.yaml 所在的文件夹算起" }),
  clause: line.optional().meta({ description: "哪一条，例如 三（二）；下面的各项也算" }),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional()
    .meta({ description: "哪一处问题：--format json 里的 fingerprint" }),
  reason: line.meta({ description: "理由" }),
  "approved-by": line.meta({ description: "谁批准的" }),
  until: line.meta({ description: "到哪天为止（含当天），例如 2026-12-31" }),
});

export type ExemptionEntry = z.output<typeof exemptionSchema>;

/** The file before its entries are looked at: they are validated one by one, so that one mistake leaves the others in force. */
export const exemptionListSchema = z.strictObject({ exemptions: z.array(z.unknown()).nullish() });

export const exemptionFileSchema = z.strictObject({ exemptions: z.array(exemptionSchema).nullish() });

/** JSON Schema of the exemption file for editors. */
export function exemptionsJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(exemptionFileSchema, { io: "input" }), title: "gwlint 豁免清单" };
}
