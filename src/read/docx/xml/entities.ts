const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/**
 * Replaces the five named references of XML and numeric ones. Without a DOCTYPE there are no others. Null where a
 * reference is unknown, unfinished or names a character that XML does not allow.
 */
export function decodeReferences(raw: string): string | null {
  let text = "";
  let at = 0;
  for (let amp = raw.indexOf("&"); amp >= 0; amp = raw.indexOf("&", at)) {
    const end = raw.indexOf(";", amp);
    // "&#x10FFFF;" is ten long; leading zeros are legal, so leave room for some.
    if (end < 0 || end - amp > 40) return null;
    const value = decodeReference(raw.slice(amp + 1, end));
    if (value === null) return null;
    text += raw.slice(at, amp) + value;
    at = end + 1;
  }
  return text + raw.slice(at);
}

function decodeReference(body: string): string | null {
  if (!body.startsWith("#")) return Object.hasOwn(NAMED, body) ? NAMED[body]! : null;
  const hex = /^#x([0-9a-fA-F]+)$/.exec(body);
  const decimal = /^#([0-9]+)$/.exec(body);
  const code = hex ? Number.parseInt(hex[1]!, 16) : decimal ? Number.parseInt(decimal[1]!, 10) : -1;
  return isChar(code) ? String.fromCodePoint(code) : null;
}

/** Char of XML 1.0 (production 2). */
function isChar(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
