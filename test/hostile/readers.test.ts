import { opcCases } from "./opc-cases.ts";
import { runCases } from "./run-cases.ts";
import { textCases } from "./text-cases.ts";
import { xmlCases } from "./xml-cases.ts";
import { zipCases } from "./zip-cases.ts";

runCases([zipCases, xmlCases, opcCases, textCases]);
