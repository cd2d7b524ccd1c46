/**
 * Text as its UTF-8, one byte a character. A master of Chinese text parses in a third of the time so, strings take half
 * the memory, and what is only copied is never decoded. ASCII is the same either way.
 */
export type Utf8 = string;

const ASCII = /^[\u0000-\u007f]*$/;

export const utf8 = (text: string): Utf8 => (ASCII.test(text) ? text : Buffer.from(text).toString("latin1"));

export const textOf = (bytes: Utf8): string => (ASCII.test(bytes) ? bytes : Buffer.from(bytes, "latin1").toString());

/** A value with every text in it decoded; keys are left as they are. */
export function decoded<T>(value: T): T {
  if (typeof value === "string") return textOf(value) as T;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(decoded) as T;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = decoded(value[key]);
  return copy as T;
}

/** Results of a function for what comes again; all are forgotten when there are too many. */
export function remembered<K, T>(work: (key: K) => T, most = 4_096): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    let result = known.get(key);
    if (result === undefined) {
      result = work(key);
      if (known.size >= most) known.clear();
      known.set(key, result);
    }
    return result;
  };
}
