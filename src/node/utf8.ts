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

/** Results of a function for the texts that come again; the oldest go when there are many. */
export function remembered<T>(work: (bytes: Utf8) => T, most = 4_096): (bytes: Utf8) => T {
  const known = new Map<Utf8, T>();
  return (bytes) => {
    let result = known.get(bytes);
    if (result === undefined) {
      result = work(bytes);
      if (known.size >= most) known.clear();
      known.set(bytes, result);
    }
    return result;
  };
}
