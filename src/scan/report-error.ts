/** The report folder cannot be used: it cannot be written to, holds another run, or another process works in it. */
export class ReportError extends Error {
  readonly key: string;
  readonly values: Record<string, string | number>;
  constructor(key: string, values: Record<string, string | number> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = "ReportError";
    this.key = key;
    this.values = values;
  }
}
