/** A Markdown table; numbers stand right. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, column) => (rows.every((row) => /^[\d.]/.test(String(row[column]))) ? "--:" : "---"));
  return [line(heads), line(rule), ...rows.map(line)].join("\n");
}
