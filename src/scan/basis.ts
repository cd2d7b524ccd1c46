import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Superior } from "../model/check.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { Pack } from "../model/rule.ts";
import type { ScanPack } from "../model/scan.ts";

/** 16 hexadecimal digits over a value as JSON. */
export function digest(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("hex")
    .slice(0, 16);
}

/** Of a file's bytes; empty where there is none. */
export function fileDigest(path: string | null): string {
  if (path === null || !existsSync(path)) return "";
  return createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16);
}

export function packsOf(packs: readonly Pack[]): ScanPack[] {
  return packs.map((pack) => ({ name: pack.name, title: pack.title, sha256: digest(pack) }));
}

const digests = new WeakMap<OfficialDocument, string>();

/** Superiors by name and content. */
export function superiorsDigest(superiors: readonly Superior[]): string {
  if (superiors.length === 0) return "";
  return digest(
    superiors.map((one) => {
      if ("problem" in one) return [one.name, one.problem];
      let known = digests.get(one.document);
      if (known === undefined) {
        known = digest([one.document.blocks.map(({ text }) => text), one.document.facts]);
        digests.set(one.document, known);
      }
      return [one.name, known];
    }),
  );
}
