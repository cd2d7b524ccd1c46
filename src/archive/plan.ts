import { planItems } from "../measure/plan.ts";
import type { ArchivePlan } from "../model/archive.ts";
import type { Superior } from "../model/check.ts";
import { simplify } from "../model/simplify.ts";

/** The year stands in digits or in 〇一二三四五六七八九. */
const YEAR = /(?:19|20)\d\d(?=年)|[一二][〇零○一二三四五六七八九]{3}(?=年)/;
const DIGITS = "〇一二三四五六七八九";

/** A plan given by `plans:` of gwlint.yaml, as rules over an archive compare with it. */
export function archivePlan(plan: Superior): ArchivePlan {
  const named = simplify(plan.name);
  if ("problem" in plan)
    return { name: plan.name, words: named, unit: "", year: yearIn(named), entries: [], problem: plan.problem };
  const { document } = plan;
  const title = simplify(document.elements.title?.text ?? "").replace(/\s/g, "");
  const head = document.blocks.slice(0, 3).map(({ text }) => simplify(text).replace(/\s/g, ""));
  const dated = [title, ...head, named.replace(/^.*[\\/]/, "")].find((words) => YEAR.test(words)) ?? "";
  const unit = dated.slice(0, Math.max(0, dated.search(YEAR))).replace(/^.*关于(?:印发|公布)?[《“]?|[（(《“].*$/g, "");
  return {
    name: plan.name,
    words: [named, title, ...head].join("\n"),
    unit,
    year: yearIn(dated),
    entries: planItems(document),
  };
}

function yearIn(words: string): number | null {
  const year = YEAR.exec(words)?.[0];
  if (year === undefined) return null;
  return Number([...year.replace(/[零○]/g, "〇")].map((c) => (DIGITS.includes(c) ? DIGITS.indexOf(c) : c)).join(""));
}

/** Whether a plan is this issuer's: its own, that of all units of a place, one made together, or nobody's. */
export function isPlanOf({ unit }: ArchivePlan, issuer: string): boolean {
  const name = simplify(issuer);
  return unit === "" || name.startsWith(unit) || unit.includes(name);
}
