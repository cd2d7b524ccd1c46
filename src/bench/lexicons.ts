import type { Pack } from "../model/rule.ts";

/** Word lists by name, as the packs bring them along. Asking for one nobody has is a mistake of the pack's compiler. */
export function lexiconsOf(packs: readonly Pack[]): (name: string) => readonly string[] {
  const lexicons = new Map(packs.flatMap((pack) => Object.entries(pack.lexicons ?? {})));
  return (name) => {
    const entries = lexicons.get(name);
    if (!entries) throw new Error(`no lexicon ${name}`);
    return entries;
  };
}
