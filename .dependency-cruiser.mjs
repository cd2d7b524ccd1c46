// The arrows of docs/architecture.md. A stage may import itself, what is named here, and nothing else of ours.
const may = {
  model: [],
  language: [],
  yaml: ["model", "language"],
  read: ["model", "yaml"],
  recognise: ["model"],
  measure: ["model"],
  compare: ["model"],
  "index-store": ["model", "compare"],
  check: ["model", "measure", "compare"],
  pack: ["model", "language", "yaml"],
  config: ["model", "language", "yaml"],
  result: ["model", "language", "measure"],
  except: ["model", "language", "yaml"],
  workbook: [],
  ledger: ["model", "recognise", "compare"],
  report: ["model", "language", "ledger", "workbook"],
  revise: ["model", "read"],
  archive: ["model", "measure", "compare"],
};

const why = {
  model: "the types everybody shares know nobody",
  language: "sentences know no types: a stage hands keys and values on",
  yaml: "one place reads YAML, for packs and configuration alike",
  read: "a reader knows bytes and blocks; what a 公文 is comes later",
  recognise: "recognition knows blocks, not files, rules or sentences",
  measure: "counting knows the document alone",
  compare: "comparing knows two texts alone",
  "index-store": "an index holds texts and what comparing needs of them; it recognises and words nothing",
  check: "a check sees the document and its measures; never a reader, a pack's YAML or a sentence",
  pack: "packs are data: loading one is handed the registry and knows no check",
  config: "configuration is data, like packs",
  result: "results are worded here, from verdicts; no check runs again",
  except: "an exception sees findings only",
  workbook: "a workbook knows cells, not what they are about",
  ledger:
    "a ledger is read off the recognised document; times and numbers with the patterns that recognise and compare have",
  report: "a format sees results only; it decides nothing",
  revise: "a copy is made from bytes and findings; it checks nothing and words nothing",
  archive: "a rule over an archive sees the facts of its documents, never their text",
};

const stages = Object.keys(may);
/** What is put together of stages, without the command: ways to lay out a workbench, and the page. */
const assemblies = "bench|page";
/** Stages that may use Node: an index lies on a disk. */
const onDisk = ["index-store"];
const pureStages = stages.filter((stage) => !onDisk.includes(stage)).join("|");

const arrows = stages.map((stage) => ({
  name: `arrow-${stage}`,
  comment: why[stage],
  severity: "error",
  from: { path: `^src/${stage}/` },
  to: { path: "^src/", pathNot: [stage, ...may[stage]].map((name) => `^src/${name}/`) },
}));

export default {
  forbidden: [
    ...arrows,
    {
      name: "no-cycle",
      comment: "data goes one way",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-node-in-core",
      comment: "the core runs in a browser page too: bytes in, values out",
      severity: "error",
      from: { path: `^src/(${pureStages}|${assemblies})/|^src/lint\\.ts$` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "cli-is-the-end",
      comment: "commands use the stages, no stage uses a command",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "arrow-assembly",
      comment: "what the command, the library and the page share knows neither of them, nor a disk",
      severity: "error",
      from: { path: `^src/(${assemblies})/` },
      to: { path: "^src/(cli|node|index-store|scan|index\\.ts)" },
    },
    {
      name: "page-is-an-end",
      comment: "nothing is built on the page",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/page/" },
      to: { path: "^src/page/" },
    },
    {
      name: "core-of-the-page",
      comment: "what runs in the worker knows the questions, not the window that asks them",
      severity: "error",
      from: { path: "^src/page/core/" },
      to: { path: "^src/page/(?!core/|messages\\.ts)" },
    },
    {
      name: "lint-is-the-line",
      comment: "only the command and the public API drive the process",
      severity: "error",
      from: { path: `^src/(${stages.join("|")})/` },
      to: { path: "^src/(lint|dossier|index)\\.ts$" },
    },
    {
      name: "no-dev-dependency",
      comment: "what ships may use only what is installed with it",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      comment: "an import that leads nowhere is a mistake",
      severity: "error",
      from: {},
      // mdast and hast are types alone: there is no module of that name. virtual: is what a build makes up.
      to: { couldNotResolve: true, pathNot: "^(mdast|hast)$|^virtual:" },
    },
    {
      name: "no-orphan",
      comment: "a file nobody imports is dead",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.d\\.ts$", orphan: true },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".json"],
    },
  },
};
