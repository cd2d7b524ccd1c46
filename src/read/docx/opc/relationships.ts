import type { Tag } from "../xml/tag.ts";

export interface Relationship {
  id: string;
  /** Last step of the type's URI, the same in transitional and strict files: `officeDocument`, `styles`, `image` … */
  type: string;
  /** Part name, or the target as written where it lies outside the package. */
  target: string;
  external: boolean;
}

/** By their ids. */
export type Relationships = ReadonlyMap<string, Readonly<Relationship>>;

export const NO_RELATIONSHIPS: Relationships = new Map();

/** Name of the part that holds the relationships of `source`; `""` is the package. */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf("/");
  return source === "" ? "_rels/.rels" : `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`;
}

/** Part whose relationships the part `name` holds, null where it is no relationships part. */
export function sourceOfRelationships(name: string): string | null {
  const match = /^(|.*\/)_rels\/([^/]*)\.rels$/.exec(name);
  return match ? match[1]! + match[2]! : null;
}

/** Hears a relationships part. */
export class RelationshipReader {
  readonly found = new Map<string, Readonly<Relationship>>();
  private readonly folder: string;

  constructor(part: string) {
    this.folder = part.slice(0, part.lastIndexOf("_rels/"));
  }

  open(tag: Tag): boolean {
    if (tag.name !== "rel:Relationship") return tag.name === "rel:Relationships";
    const id = tag.get("Id") ?? "";
    const target = tag.get("Target") ?? "";
    const external = tag.get("TargetMode") === "External";
    const type = (tag.get("Type") ?? "").replace(/\/$/, "");
    this.found.set(id, {
      id,
      type: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : partName(this.folder, target),
      external,
    });
    return false;
  }

  close(): void {}
  text(): void {}
}

/** Part that `target` names, seen from `folder`; a leading slash starts at the package's root. */
export function partName(folder: string, target: string): string {
  const path = (target.startsWith("/") ? target : folder + target).replaceAll("\\", "/");
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** First relationship of a type. */
export function ofType(relationships: Relationships, type: string): Relationship | undefined {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && !relationship.external) return relationship;
  }
  return undefined;
}
