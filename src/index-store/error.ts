/** An index that cannot be used or written: `key` and `values` name its sentence in the catalogue. */
export class IndexError extends Error {
  readonly key: string;
  readonly values: Record<string, string | number>;
  constructor(key: string, values: Record<string, string | number> = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = "IndexError";
    this.key = key;
    this.values = values;
  }
}
