// The packs of this repository as the loader asks for them: YAML under rules/.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

const root = new URL("../", import.meta.url);
const yamlIn = (folder) =>
  readdirSync(new URL(folder, root))
    .flatMap((name) => (name.endsWith(".yaml") ? [name.slice(0, -".yaml".length)] : []))
    .sort();

export const shippedPacks = {
  names: async () => yamlIn("rules/"),
  lexicons: async () => yamlIn("rules/lexicon/"),
  installed: async (name) => {
    const path = `rules/${name}.yaml`;
    const file = new URL(path, root);
    return existsSync(file) ? { path, text: readFileSync(file, "utf8") } : null;
  },
  read: async () => null,
  resolve: (from, path) => posix.join(from === null ? "." : posix.dirname(from), path),
};
