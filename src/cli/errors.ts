import type { Values } from "../language/say.ts";

/** Wrong use of the command: exit code 2. `key` and `values` name its sentence in the catalogue. */
export class UsageError extends Error {
  readonly key: string;
  readonly values: Values;
  constructor(key: string, values: Values = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = "UsageError";
    this.key = key;
    this.values = values;
  }
}
