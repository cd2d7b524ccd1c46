import { finish } from "../../compare/hash.ts";

/** 32-bit hash of a name. */
export function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return finish(hash);
}
