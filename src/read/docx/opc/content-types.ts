import type { Tag } from "../xml/tag.ts";

/** Hears `[Content_Types].xml`: which type each part is of. */
export class ContentTypes {
  private readonly byExtension = new Map<string, string>();
  private readonly byPart = new Map<string, string>();

  open(tag: Tag): boolean {
    const type = tag.get("ContentType") ?? "";
    if (tag.name === "ct:Default") this.byExtension.set((tag.get("Extension") ?? "").toLowerCase(), type);
    else if (tag.name === "ct:Override") this.byPart.set(fold(tag.get("PartName") ?? ""), type);
    return tag.name === "ct:Types";
  }

  close(): void {}
  text(): void {}

  of(part: string): string {
    const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
    return this.byPart.get(fold(part)) ?? this.byExtension.get(extension) ?? "";
  }
}

function fold(part: string): string {
  return part.replace(/^\//, "").toLowerCase();
}
