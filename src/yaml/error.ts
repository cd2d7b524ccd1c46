/** A mistake in a YAML file at a place of it. `code` is a catalogue key, `values` fill its sentence. */
export class YamlError extends Error {
  readonly code: string;
  readonly file: string;
  /** 1-based, as `column`. */
  readonly line: number;
  readonly column: number;
  /** The lines around the place with a mark under it. */
  readonly frame: string;
  readonly values: Record<string, string | number>;

  constructor(code: string, place: YamlPlace & { file: string; frame: string }, values: YamlError["values"] = {}) {
    super(`${place.file}:${place.line}:${place.column} ${code}`);
    this.name = "YamlError";
    this.code = code;
    this.file = place.file;
    this.line = place.line;
    this.column = place.column;
    this.frame = place.frame;
    this.values = values;
  }
}

export interface YamlPlace {
  line: number;
  column: number;
}
