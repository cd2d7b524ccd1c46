import { mkdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { ruleKinds } from "../../bench/kinds.ts";
import { rulesOf } from "../../bench/rules.ts";
import { say } from "../../language/say.ts";
import type { Pack } from "../../model/rule.ts";
import { packFiles } from "../../node/pack-files.ts";
import { openPacks } from "../../node/packs.ts";
import { closest } from "../../yaml/closest.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { AddCommand, Session } from "../main.ts";
import { checkCase } from "../pack-cases.ts";
import { explanation, factsTable, listTable, testLines } from "../rules-text.ts";
import { writeNew } from "../world.ts";

/** `rules list | explain | new | test | schema`: what pack authors work with. */
export const rulesCommand: AddCommand = (program, session) => {
  const { language } = session;
  const rules = program.command("rules").description(say(language, "cli.rules"));
  listCommand(rules, session);
  explainCommand(rules, session);
  newCommand(rules, session);
  testCommand(rules, session);
  schemaCommand(rules, session);
};

function listCommand(rules: Command, { language, world }: Session): void {
  rules
    .command("list")
    .description(say(language, "cli.rules-list"))
    .option("--pack <name>", say(language, "cli.rules-pack"))
    .option("--facts", say(language, "cli.rules-facts"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (options: { pack?: string; facts?: boolean }) => {
      if (options.facts) return world.out(factsTable(language));
      const names = options.pack ? [options.pack] : await packFiles(world.cwd).names();
      await world.out(listTable(rulesOf(await openPacks(names, world.cwd)), language));
    });
}

function explainCommand(rules: Command, { language, world }: Session): void {
  rules
    .command("explain")
    .description(say(language, "cli.rules-explain"))
    .argument("<id>", say(language, "cli.rules-id"))
    .option("--pack <name>", say(language, "cli.rules-pack"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (id: string, options: { pack?: string }) => {
      const { loadSources } = await import("../../pack/load.ts");
      const { explainRule } = await import("../../pack/explain.ts");
      const files = packFiles(world.cwd);
      const names = options.pack ? [options.pack] : await files.names();
      const { packs, sources } = await loadSources(names, ruleKinds, files);
      const rule = knownRule(id, packs);
      const tests = sources.flatMap((source) => source.tests);
      await world.out(explanation(explainRule(rule, ruleKinds, tests), language));
    });
}

/** The rule of that name; a wrong one is told with the nearest. */
function knownRule(id: string, packs: readonly Pack[]) {
  const rules = rulesOf(packs);
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  const near = closest(
    id,
    rules.map((one) => one.id),
  );
  throw new UsageError(near ? "cli.unknown-rule-near" : "cli.unknown-rule", { rule: id, near: near ?? "" });
}

/** `rules new NAME`: a pack that loads and passes its tests, with the schema for editors beside it. Nothing is overwritten. */
function newCommand(rules: Command, { language, world }: Session): void {
  rules
    .command("new")
    .description(say(language, "cli.rules-new"))
    .argument("<name>", say(language, "cli.rules-new-name"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (name: string) => {
      const { packJsonSchema } = await import("../../pack/json-schema.ts");
      const { isPackName } = await import("../../pack/schema.ts");
      const path = resolve(world.cwd, /\.ya?ml$/.test(name) ? name : `${name}.yaml`);
      const pack = basename(path).replace(/\.ya?ml$/, "");
      if (!isPackName(pack)) throw new UsageError("cli.rules-new-bad-name", { name: pack });
      if ((await packFiles(world.cwd).names()).includes(pack))
        throw new UsageError("cli.rules-new-taken", { name: pack });
      await mkdir(dirname(path), { recursive: true });
      const text = say(language, "rules-new.template", { pack });
      if (!(await writeNew(path, text))) throw new UsageError("cli.init-exists", { path });
      await writeNew(join(dirname(path), SCHEMA_FILE), schemaText(packJsonSchema(ruleKinds)));
      await world.out(`${say(language, "cli.rules-new-done", { path, shown: relative(world.cwd, path) })}\n`);
    });
}

/** The name the first line of every pack gives its schema. */
const SCHEMA_FILE = "pack.schema.json";

const schemaText = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;

function testCommand(rules: Command, { language, world, finish }: Session): void {
  rules
    .command("test")
    .description(say(language, "cli.rules-test"))
    .argument("[packs...]", say(language, "cli.rules-packs"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async (named: string[]) => {
      const { loadSources } = await import("../../pack/load.ts");
      const { runPackTests } = await import("../../pack/run-tests.ts");
      const files = packFiles(world.cwd);
      const { packs, sources } = await loadSources(named.length > 0 ? named : await files.names(), ruleKinds, files);
      const tests = sources.flatMap((source) => source.tests);
      const own = sources.flatMap((source) => source.layer.rules);
      const report = await runPackTests(tests, own, await checkCase(packs, session(world, language)));
      await world.out(testLines(report, tests.length, language));
      if (report.failures.length > 0) finish(EXIT.findings);
    });
}

const session = (world: Session["world"], language: Session["language"]) => ({ world, language });

function schemaCommand(rules: Command, { language, world }: Session): void {
  rules
    .command("schema")
    .description(say(language, "cli.rules-schema"))
    .option("--lang <language>", say(language, "cli.lang"))
    .action(async () => {
      const { packJsonSchema } = await import("../../pack/json-schema.ts");
      await world.out(schemaText(packJsonSchema(ruleKinds)));
    });
}
