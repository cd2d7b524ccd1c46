import type { Facts } from "../model/facts.ts";
import type { YamlError } from "../yaml/error.ts";
import { throwMistakes } from "./error.ts";
import { type Files, folderOf, joinPath } from "./files.ts";
import { locatedFacts, parseFile } from "./load.ts";

/** What stands in `草稿.gwlint.yaml` beside 草稿.docx: facts of this draft, and the superior documents it carries out. */
export interface Sidecar {
  file: string;
  facts: Partial<Facts>;
  superiors: string[];
}

/** Where a document's sidecar may stand: under its whole name first, then without the ending. */
function sidecarPaths(document: string): string[] {
  const whole = `${document}.gwlint.yaml`;
  const bare = `${document.replace(/\.[^./\\]+$/, "")}.gwlint.yaml`;
  return whole === bare ? [whole] : [whole, bare];
}

/** The sidecar of a document, null where it has none. Throws ConfigError with every mistake in it. */
export async function loadSidecar(document: string, files: Files): Promise<Sidecar | null> {
  for (const file of sidecarPaths(document)) {
    const bytes = await files.read(file);
    if (bytes) return parseSidecar(bytes, file);
  }
  return null;
}

async function parseSidecar(bytes: Uint8Array, file: string): Promise<Sidecar> {
  const [{ sidecarSchema }, parsed] = await Promise.all([import("./schema.ts"), parseFile(bytes, file)]);
  if (parsed.value === null) return { file, facts: {}, superiors: [] };
  const result = sidecarSchema.safeParse(parsed.value);
  if (!result.success) {
    const { locateIssues } = await import("../yaml/locate.ts");
    throwMistakes(locateIssues(result.error.issues, parsed, sidecarSchema));
  }
  const { facts = {}, superiors = [] } = result.data!;
  const mistakes: YamlError[] = [];
  const read = locatedFacts(facts, ["facts"], parsed, mistakes);
  throwMistakes(mistakes);
  const paths = [superiors].flat().map((path) => joinPath(folderOf(file), path));
  return { file, facts: read, superiors: paths };
}
