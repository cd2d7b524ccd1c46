/** What a comment of a draft orders: which rules to pass over in the next clause, and why. */
export type Directive =
  | { rules: string[]; reason: string }
  | { problem: "except.unknown-directive" | "except.no-rule" | "except.no-reason"; word: string };

const ORDER = "gwlint-disable-next";

/**
 * Reads `gwlint-disable-next RULE, RULE -- 理由`; null for a comment that is none of ours. A dash —— parts the reason
 * as well. Anything beginning with `gwlint-` that is not understood is a mistake and never a wider order.
 */
export function readDirective(comment: string): Directive | null {
  const text = comment.trim();
  const word = /^gwlint[^\s,，、：:]*/i.exec(text)?.[0];
  if (!word?.includes("-")) return null;
  if (word !== ORDER) return { problem: "except.unknown-directive", word };
  const rest = text.slice(word.length);
  const dash = /--|—/.exec(rest);
  const names = (dash ? rest.slice(0, dash.index) : rest).split(/[\s,，、]+/).filter(Boolean);
  const reason = dash
    ? rest
        .slice(dash.index)
        .replace(/^[-—]+/, "")
        .trim()
    : "";
  if (names.length === 0) return { problem: "except.no-rule", word };
  if (reason === "") return { problem: "except.no-reason", word: names.join("、") };
  return { rules: [...new Set(names)], reason };
}
