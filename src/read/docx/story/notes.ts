import type { Block, Region } from "../../../model/block.ts";
import type { Repeats } from "../xml/repeats.ts";
import type { Tag } from "../xml/tag.ts";
import type { XmlHandler } from "../xml/tokenize.ts";
import type { Reading } from "./context.ts";
import { Story } from "./story.ts";

/** Hears a footnotes or endnotes part: a story for each note, by its id. Separator lines are no notes. */
export class NotesReader implements XmlHandler {
  readonly blocks = new Map<string, Block[]>();
  private readonly reading: Reading;
  private readonly part: string;
  private readonly region: Region;
  /** A field in some note never ended: the part has to be read again without fields. */
  lostInField = false;
  private readonly ignoreFields: boolean;
  private story: Story | null = null;

  constructor(reading: Reading, part: string, region: Region, ignoreFields = false) {
    this.reading = reading;
    this.ignoreFields = ignoreFields;
    this.part = part;
    this.region = region;
  }

  open(tag: Tag): boolean | Repeats<unknown> {
    if (this.story) return this.story.open(tag);
    if (tag.name !== "w:footnote" && tag.name !== "w:endnote") return true;
    const type = tag.get("w:type") ?? "normal";
    if (type !== "normal") return false;
    const blocks: Block[] = [];
    this.blocks.set(tag.get("w:id") ?? "", blocks);
    this.story = new Story(this.reading, this.part, this.region, blocks, this.ignoreFields);
    return true;
  }

  close(name: string): void {
    if (name === "w:footnote" || name === "w:endnote") {
      if (this.story?.lostInField) this.lostInField = true;
      this.story?.end();
      this.story = null;
    } else this.story?.close(name);
  }

  text(value: string, at: number): void {
    this.story?.text(value, at);
  }
}

/** Hears a comments part: who says what, by the comment's id. */
export class CommentsReader implements XmlHandler {
  readonly comments = new Map<string, { text: string; author?: string }>();
  private comment: { text: string; author?: string } | null = null;
  private inText = false;

  open(tag: Tag): boolean {
    if (tag.name === "w:comment") {
      this.comment = { text: "", author: tag.get("w:author") };
      this.comments.set(tag.get("w:id") ?? "", this.comment);
    } else if (tag.name === "w:p" && this.comment?.text) this.comment.text += "\n";
    this.inText = tag.name === "w:t";
    return tag.name !== "w:del";
  }

  close(): void {
    this.inText = false;
  }

  text(value: string): void {
    if (this.inText && this.comment) this.comment.text += value;
  }
}
