import { symbolText } from "../story/symbols.ts";
import type { ListLevel } from "./definitions.ts";
import type { List } from "./lists.ts";
import { numeral } from "./numerals.ts";

/** Counts the lists of a document, paragraph by paragraph, and writes the label each is printed with. */
export class LabelCounter {
  /** Last number used of each level, by the lists' common key; undefined where a level has to begin anew. */
  private readonly counters = new Map<string, (number | undefined)[]>();
  /** Uses whose own first number was already given out. */
  private readonly started = new Set<string>();

  /**
   * The label of the next paragraph on this level, with what follows it, as a typed 公文 has it: `一、`, `（一）`,
   * `1. `, `第一条　`. `""` for a level that prints nothing.
   */
  next(list: List, index: number): string {
    const level = list.level(index);
    if (!level) return "";
    const numbers = this.count(list, index, level);
    if (level.run.vanish) return "";
    const label = level.format === "bullet" ? bullet(level) : fill(level, list, numbers);
    return label === "" ? "" : label + suffix(label, level.suffix);
  }

  private count(list: List, index: number, level: ListLevel): (number | undefined)[] {
    let numbers = this.counters.get(list.counters);
    if (!numbers) {
      numbers = [];
      this.counters.set(list.counters, numbers);
    }
    const stated = list.starts.get(index);
    const use = `${list.id}/${index}`;
    const before = numbers[index];
    if (stated !== undefined && !this.started.has(use)) numbers[index] = stated;
    else numbers[index] = before === undefined ? (stated ?? level.start) : before + 1;
    this.started.add(use);
    for (let deeper = index + 1; deeper < 9; deeper++) {
      const restart = list.level(deeper)?.restart;
      if (restart === undefined || index < restart) numbers[deeper] = undefined;
    }
    return numbers;
  }
}

/** `%1.%2` with each level's number in its own format. A level not used yet shows its first number. */
function fill(level: ListLevel, list: List, numbers: (number | undefined)[]): string {
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const other = list.level(at);
    if (!other) return "";
    const value = numbers[at] ?? list.starts.get(at) ?? other.start;
    return level.legal && other.format !== "none" ? String(value) : formatted(value, other.format);
  });
}

function formatted(value: number, format: string): string {
  if (format === "bullet") return "";
  return format.startsWith("zeros:") ? String(value).padStart(Number(format.slice(6)), "0") : numeral(value, format);
}

/** A bullet is printed, so it is text: the character where the font is an ordinary one, else its Unicode likeness. */
function bullet(level: ListLevel): string {
  const font = level.run.ascii?.name ?? level.run.eastAsia?.name ?? "";
  return Array.from(level.text, (character) => symbolText(character.codePointAt(0)!, font, "•")).join("");
}

/**
 * Where the list sets a tab or a space, a typed document has nothing after 、 or a closing bracket, a wide space after
 * 第一条 and the like, else one blank.
 */
function suffix(label: string, kind: string): string {
  if (kind === "nothing") return "";
  const last = label.at(-1)!;
  if (/[、，。．：；）〕】》」』①-⓿㉑-㉟㊱-㊿㊀-㊉]/.test(last)) return "";
  if (/[章节条编款项目部分篇]/.test(last)) return "\u3000";
  return /\s/.test(last) ? "" : " ";
}
