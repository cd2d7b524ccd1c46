/** Whether a relative path (with `/`) is meant. */
export type PathMatcher = (path: string) => boolean;

/** Alternatives that `{a,b}` may multiply to; more is a mistake. */
const MAX_ALTERNATIVES = 256;

/** Whether a text has signs that make it a pattern. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/**
 * Pattern of paths: `**` any number of folders, `*` and `?` inside a name, `{a,b}`, `[a-z]` and `[!a-z]`. A pattern
 * means a folder's content too: `drafts` and `drafts/` mean everything below. Matching takes time in proportion to
 * pattern times path. Throws RangeError where braces multiply beyond 256 patterns.
 */
export function compileGlob(pattern: string): PathMatcher {
  const clean = pattern
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "");
  const alternatives = expandBraces(clean).map((one) => one.split("/"));
  return (path) => {
    const parts = path
      .replaceAll("\\", "/")
      .replace(/^(?:\.\/)+/, "")
      .split("/");
    return alternatives.some((segments) => matchSegments(segments, parts));
  };
}

/** One matcher for several patterns; without any, nothing is meant. */
export function anyGlob(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.map(compileGlob);
  return (path) => matchers.some((matches) => matches(path));
}

/** Greedy with one point to come back to: the last `**`. A pattern that is used up matches everything below. */
export function matchSegments(pattern: readonly string[], path: readonly string[], below = true): boolean {
  let p = 0;
  let back = -1;
  let from = 0;
  for (let at = 0; at <= path.length; ) {
    if (p === pattern.length && (below || at === path.length)) return true;
    if (at === path.length) break;
    if (pattern[p] === "**") {
      back = p++;
      from = at;
    } else if (p < pattern.length && matchName(pattern[p]!, path[at]!)) {
      p++;
      at++;
    } else if (back >= 0) {
      p = back + 1;
      at = ++from;
    } else return false;
  }
  while (pattern[p] === "**") p++;
  return p === pattern.length;
}

/** One name against one segment of a pattern; greedy, coming back to the last `*` only. */
export function matchName(pattern: string, name: string): boolean {
  let p = 0;
  let back = -1;
  let from = 0;
  let at = 0;
  while (at < name.length) {
    const step = p < pattern.length ? stepAt(pattern, p, name[at]!) : 0;
    if (pattern[p] === "*") {
      back = p++;
      from = at;
    } else if (step > 0) {
      p += step;
      at++;
    } else if (back >= 0) {
      p = back + 1;
      at = ++from;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** Length of the pattern's next sign where it takes `char`, else 0. */
function stepAt(pattern: string, at: number, char: string): number {
  const sign = pattern[at]!;
  if (sign === "?") return 1;
  if (sign === "[") {
    const end = pattern.indexOf("]", at + 2);
    if (end > 0) return inClass(pattern.slice(at + 1, end), char) ? end + 1 - at : 0;
  }
  return sign === char ? 1 : 0;
}

function inClass(members: string, char: string): boolean {
  const not = members[0] === "!" || members[0] === "^";
  const list = not ? members.slice(1) : members;
  let found = false;
  for (let i = 0; i < list.length && !found; i++) {
    if (list[i + 1] === "-" && i + 2 < list.length) {
      found = char >= list[i]! && char <= list[i + 2]!;
      i += 2;
    } else found = list[i] === char;
  }
  return found !== not;
}

/** `{a,b}` written out, from the innermost braces; a brace without its twin or without a comma is itself. */
function expandBraces(pattern: string): string[] {
  let open: string[] = [pattern];
  const done: string[] = [];
  while (open.length > 0) {
    const next: string[] = [];
    for (const one of open) {
      const braces = /\{([^{},]*(?:,[^{},]*)+)\}/.exec(one);
      if (!braces) done.push(one);
      else for (const choice of braces[1]!.split(",")) next.push(one.replace(braces[0], () => choice));
    }
    open = next;
    if (open.length + done.length > MAX_ALTERNATIVES) throw new RangeError("too many alternatives in a pattern");
  }
  return done;
}
