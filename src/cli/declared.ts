import { mergeFacts, parseFactOption } from "../config/declared.ts";
import type { Facts } from "../model/facts.ts";
import { UsageError } from "./errors.ts";

/** All `--fact` options as facts; the first mistake is wrong usage. */
export function factOptions(options: readonly string[]): Partial<Facts> {
  const declared = options.map(parseFactOption);
  const problem = declared.flatMap(({ problems }) => problems)[0];
  if (problem) throw new UsageError(problem.key, problem.values);
  return mergeFacts(...declared.map(({ facts }) => facts).reverse());
}
