import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Unit } from "../../model/document.ts";
import { measureClauses } from "../../model/measures.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";

/*
 * addressed: 主送抄送. Every unit that is given a task is among 主送机关 or 抄送机关.
 *
 * Before: addressed to “市教育局、市财政局：”, a measure “（市公安局牵头）” is a hit at 市公安局.
 * After:  “市政府各部门：”, “各有关单位：” and the like cover every department; 办公厅 of the issuer itself needs no copy.
 * A unit gives one hit, at its first task. A document without 主送机关 is not applicable.
 */
const options = (z: Zod) => z.strictObject({});

type Options = zod.infer<ReturnType<typeof options>>;

export const addressed: CheckKind<Options> = {
  name: "addressed",
  title: { zh: "主送抄送", en: "Addressed" },
  about: {
    zh: "看被分配任务的单位是不是都在主送机关或者抄送机关里。主送里有“各部门”“各有关单位”一类统称的，都算在内。消息里可用 {unit}。",
    en: "Whether every unit that is given a task is among the addressees or copies. A class such as 各部门 or 各有关单位 covers all. Messages may use {unit}.",
  },
  values: ["unit"],
  options,
  check(document): Outcome {
    const { addressees, copies } = document.elements;
    if (!addressees) return { notApplicable: { because: "check.no-addressees", values: {} } };
    const named = simplify(addressees.text + (copies?.text ?? "")).replace(/[\s\u3000]/g, "");
    if (CLASS.test(named)) return { hits: [] };
    const issuer = document.facts.issuer.origin === "unknown" ? "" : simplify(document.facts.issuer.value);
    const seen = new Set<string>();
    const hits = measureClauses(document)
      .flatMap((clause) => clause.responsibility.units)
      .flatMap((unit): Hit[] => {
        const name = bare(unit);
        if (unit.vague || name.length < 2 || seen.has(name)) return [];
        seen.add(name);
        if (named.includes(name) || issuer.includes(name) || OWN.test(name)) return [];
        return [{ span: unit.span, values: { unit: unit.name }, evidence: [{ kind: "unit", draft: unit.span }] }];
      });
    return { hits };
  },
};

/** Classes that take in whole ranks of units. */
const CLASS =
  /各(?:部门|单位|有关|相关|直属|委办局|委|局|办|处|科|机构|成员)|有关(?:部门|单位)|相关(?:部门|单位)|部门和单位|所属/;

/** Units inside the issuer, and classes of units. */
const OWN = /^(?:各|本|你|我|办公室|办公厅|机关)|[处科股室司]$|部门$|机关$/;

/** 市教育局 → 教育局: the level word is left out where the addressees are written short. */
function bare(unit: Unit): string {
  return simplify(unit.name)
    .replace(/[\s\u3000]/g, "")
    .replace(/^[省市县区州](?=.{2,})/, "");
}
