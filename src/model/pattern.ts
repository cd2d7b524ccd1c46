/** Bounds for a pattern of a pack. RE2 itself refuses repeats over 1,000, nested ones by their product. */
export const PATTERN_LENGTH = 1_000;

/** Why a pattern is refused before it is parsed, as a catalogue key with values; null where nothing speaks against it. */
export function patternTooLong(source: string): { length: number; max: number } | null {
  return source.length > PATTERN_LENGTH ? { length: source.length, max: PATTERN_LENGTH } : null;
}
