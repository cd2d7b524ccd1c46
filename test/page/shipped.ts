import { ruleKinds } from "../../src/bench/kinds.ts";
import { packFiles } from "../../src/node/pack-files.ts";
import { loadSources } from "../../src/pack/load.ts";
import type { ShippedPacks } from "../../src/page/core/pack-shelf.ts";

/** Shipped packs as the build puts them into the page. */
export async function shippedPacks(names: readonly string[]): Promise<ShippedPacks> {
  const files = packFiles("/");
  const { sources } = await loadSources(names, ruleKinds, files);
  const compiled = new Map(sources.map(({ layer }) => [layer.name, JSON.stringify(layer)]));
  return { compiled, lexicons: await files.lexicons() };
}
