import { overprinted } from "./overprint.ts";

/** A complex field being read: between `begin` and `separate` stands its code, which is never printed. */
interface Field {
  inResult: boolean;
  code: string;
  /** A form's check box, which has no result: ticked or not. */
  checked: boolean | null;
}

/** The complex fields that are open in one story; they may run over paragraphs and stand in each other. */
export class Fields {
  private readonly open: Field[] = [];
  private codes = 0;

  /** Inside the code of some field, so that nothing is printed. */
  get inCode(): boolean {
    return this.codes > 0;
  }

  /** Still open: at the end of a story a damaged field, whose code would have swallowed the rest. */
  get unfinished(): boolean {
    return this.codes > 0;
  }

  /** Returns what is printed in the place of a field without a result. */
  mark(kind: string | undefined): string {
    if (kind === "begin") {
      this.open.push({ inResult: false, code: "", checked: null });
      this.codes++;
      return "";
    }
    const field = this.open.at(-1);
    if (!field) return "";
    if (!field.inResult) this.codes--;
    if (kind === "separate") {
      field.inResult = true;
      return "";
    }
    this.open.pop();
    if (field.inResult) return "";
    if (field.checked !== null) return field.checked ? "☒" : "☐";
    return overprinted(field.code);
  }

  /** A piece of the innermost field's code, which Word cuts anywhere. No field that prints without result is long. */
  addCode(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.inResult) field.code = (field.code + text).slice(0, 1000);
  }

  /** `w:checkBox` and what says whether it is ticked. */
  check(checked: boolean): void {
    const field = this.open.at(-1);
    if (field) field.checked = checked;
  }
}
