import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetViews, viewsOfRun } from "../../src/cli/views-made.ts";
import type { ScanRun } from "../../src/model/scan.ts";
import { folderWith } from "./run.ts";

const RUN: ScanRun = {
  id: "a",
  tool: "0",
  basis: { packs: "1", config: "2" },
  packs: [],
  inputs: ["档案"],
  options: {},
  shard: null,
  totals: {
    found: 0,
    bytes: 0,
    summary: {
      documents: 0,
      byStatus: {},
      bySeverity: { error: 0, warning: 0, info: 0 },
      suppressed: 0,
      rules: { held: 0, broken: 0, notChecked: 0, notApplicable: 0 },
    },
    problems: {},
    unchecked: { files: 0, rules: 0 },
    ignored: 0,
  },
  superiorUnread: false,
  started: "2026-01-01T00:00:00.000Z",
  today: "2026-01-01",
  finished: "2026-01-01T01:00:00.000Z",
  complete: true,
};

describe("views of a run", () => {
  let folder = "";
  let made = 0;
  const views = (run: Partial<ScanRun> = {}, more: { config?: string; language?: "zh" | "en" } = {}) => {
    const { language = "zh", ...asked } = more;
    return viewsOfRun(folder, { run: { ...RUN, ...run }, asked, language }, async () => {
      made++;
      writeFileSync(join(folder, "report.html"), "");
      return ["report.html"];
    });
  };
  beforeEach(async () => {
    folder = folderWith({});
    expect(await views()).toEqual(["report.html"]);
    made = 0;
  });

  it("stand where it ends again on the same day with the same lines", async () => {
    expect(await views({ finished: "2026-01-01T09:00:00.000Z" })).toBe(null);
    expect(await views()).toBe(null);
    expect(made).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["report.html", "views.json"]);
    expect(statSync(join(folder, "views.json")).mode & 0o777).toBe(0o600);
  });

  it.each<[string, Partial<ScanRun>, { config?: string; language?: "en" }]>([
    ["it is another run", { id: "b" }, {}],
    ["packs or configuration changed", { basis: { packs: "1", config: "3" } }, {}],
    ["another day is to be shown", { finished: "2026-01-02T01:00:00.000Z" }, {}],
    ["it did not come to its end", { complete: false }, {}],
    ["another configuration is named", {}, { config: "x.yaml" }],
    ["they are wanted in another language", {}, { language: "en" }],
  ])("are made again where %s", async (_why, run, more) => {
    expect(await views(run, more)).toEqual(["report.html"]);
    expect(made).toBe(1);
  });

  it("are made again where one is gone, was being made, or the note tells nothing", async () => {
    rmSync(join(folder, "report.html"));
    await views();
    forgetViews(folder);
    await views();
    writeFileSync(join(folder, "views.json"), '{"run":');
    await views();
    expect(made).toBe(3);
    expect(JSON.parse(readFileSync(join(folder, "views.json"), "utf8"))).toMatchObject({ run: "a" });
  });
});
