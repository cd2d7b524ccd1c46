import type { Comparison } from "../model/comparison.ts";
import { coverage } from "./coverage.ts";
import { compareReport } from "./report.ts";

/** The comparison as checks are handed it; loaded only for a draft that has a superior (230 KB of tables). */
export const comparison: Comparison = { overlap: compareReport, coverage };
