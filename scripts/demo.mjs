// Checks the demonstration drafts as a clerk would and shows what is printed. They are written to be broken, so the
// expected exit code is 1; anything else means that the tool, not the drafts, is wrong.
import { spawnSync } from "node:child_process";

const run = spawnSync(process.execPath, ["bin/gwlint.js", "check", "fixtures/demo"], { stdio: "inherit" });
if (run.status !== 1) {
  console.error(`gwlint ended with ${run.status}; the demonstration drafts have findings, so 1 was expected`);
  process.exitCode = 1;
} else {
  console.log("These findings are what the demonstration drafts under fixtures/demo were written for.");
}
