import type { Unit } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";

/** 主要负责同志, 分管领导, 工作人员: how a unit shares its work out, not which unit. */
const INNER =
  /^(?:各?(?:级|地|部门|单位)*)?(?:主要|分管|具体|牵头|班子|经办|工作|责任|专班)?(?:负责)?(?:同志|领导|人员|负责人|成员|责任人|一把手)$/;

/** Leaves posts inside a unit out where any other name stands beside them. */
export function withoutInnerPosts(units: Unit[]): Unit[] {
  const others = units.filter((unit) => !INNER.test(simplify(unit.name)));
  return others.length > 0 ? others : units;
}
