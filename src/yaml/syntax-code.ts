/** Codes of the parser that have one cause. */
const CODES: Record<string, string> = {
  DUPLICATE_KEY: "yaml.duplicate-key",
  TAG_RESOLVE_FAILED: "yaml.tag",
  MULTIPLE_DOCS: "yaml.several-documents",
  TAB_AS_INDENT: "yaml.tab",
  BAD_INDENT: "yaml.indent",
  BAD_SCALAR_START: "yaml.start",
  BAD_DQ_ESCAPE: "yaml.escape",
  BLOCK_IN_FLOW: "yaml.flow",
  MULTILINE_IMPLICIT_KEY: "yaml.no-colon",
};

/** A key that is followed by a Chinese colon: the slip of whoever writes YAML with a Chinese keyboard. */
const WIDE_COLON = /(?:^|[{,])\s*["']?[\w-]+["']?\s*：/;

/**
 * What the author did, from the parser's code, its words and the line it stopped in: the parser says what it met, which
 * is seldom what has to be mended. `yaml.syntax` keeps the parser's words.
 */
export function syntaxCode(code: string, message: string, line: string): string {
  if (WIDE_COLON.test(line)) return "yaml.wide-colon";
  if (code === "BLOCK_AS_IMPLICIT_KEY" && message.includes("Nested mappings")) {
    // One colon on this line: the other is that of the next line, which is indented as if it went on with this one.
    return (line.match(/:\s/g)?.length ?? 0) > 1 ? "yaml.colon-inside" : "yaml.indent";
  }
  if (code === "BAD_INDENT" && message.startsWith("Flow")) return "yaml.flow";
  if (code !== "MISSING_CHAR") return CODES[code] ?? "yaml.syntax";
  if (message.includes("quote")) return "yaml.quote";
  return message.includes("followed by map values") ? "yaml.no-colon" : "yaml.flow";
}
