import { YamlError } from "../yaml/error.ts";

/** Mistakes in gwlint.yaml or a sidecar: the first as the error itself, all in `mistakes`, in reading order. */
export class ConfigError extends YamlError {
  readonly mistakes: readonly YamlError[];

  constructor(mistakes: readonly [YamlError, ...YamlError[]]) {
    const [first] = mistakes;
    super(first.code, first, first.values);
    this.name = "ConfigError";
    this.mistakes = mistakes;
  }
}

/** Throws where there are mistakes. */
export function throwMistakes(mistakes: readonly YamlError[]): void {
  const [first, ...others] = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
  if (first) throw new ConfigError([first, ...others]);
}
