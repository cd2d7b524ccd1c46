import { diskCases } from "./disk-cases.ts";
import { outputCases } from "./output-cases.ts";
import { packCases } from "./pack-cases.ts";
import { patternCases } from "./pattern-cases.ts";
import { runCases } from "./run-cases.ts";

runCases([packCases, patternCases, outputCases, diskCases]);
