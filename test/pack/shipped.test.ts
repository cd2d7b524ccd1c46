import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ruleKinds } from "../../src/bench/kinds.ts";
import { PackError } from "../../src/pack/errors.ts";
import { formatPackError } from "../../src/pack/format-error.ts";
import { packJsonSchema } from "../../src/pack/json-schema.ts";
import { loadSources } from "../../src/pack/load.ts";
import { parseYaml } from "../../src/yaml/parse.ts";
import { shippedFiles } from "./files.ts";

const load = (name: string) =>
  loadSources([name], ruleKinds, shippedFiles).catch((error: unknown) => {
    if (error instanceof PackError) expect.fail(formatPackError(error, "zh"));
    throw error;
  });

describe("every pack that comes with gwlint", async () => {
  const names = await shippedFiles.names();
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    packJsonSchema(ruleKinds),
  );

  it.each(names)("%s has no mistake and goes by the name of its file", async (name) => {
    const { packs } = await load(name);
    expect(packs[0]!.name).toBe(name);
    expect(packs[0]!.rules.length).toBeGreaterThan(0);
  });

  it.each(names)("%s is sound to an editor too", async (name) => {
    const found = await shippedFiles.installed(name, "source");
    validate(parseYaml(found!.text, found!.path).value);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(names)("%s has options that stay as they are when validated again, as a pack over it does", async (name) => {
    const { packs } = await load(name);
    for (const rule of packs[0]!.rules) {
      const kind = ruleKinds.find((one) => one.name === rule.check)!;
      expect(kind.options(z).parse(rule.options)).toEqual(rule.options);
    }
  });
});
