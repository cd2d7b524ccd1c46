/** Minutes of speech with the interval that the range of speeds allows. */
export interface SpeechEstimate {
  low: number;
  best: number;
  high: number;
}

/** Words (字数) a minute: slowest, usual and fastest. */
export interface SpeechSpeed {
  slow: number;
  usual: number;
  fast: number;
}

/**
 * No provision fixes a speed; limits on meetings and speeches are in minutes. 200 words a minute (180–220) is this
 * program's own assumption, and a finding that rests on it has to say so.
 */
export const ASSUMED_SPEED: SpeechSpeed = { slow: 180, usual: 200, fast: 220 };

/**
 * Minutes it takes to read `words` (字数) aloud, rounded to a tenth; `low` by the fastest speed, `high` by the slowest.
 * A speed that is not above 0 is a mistake of the caller and throws a RangeError.
 */
export function speechMinutes(words: number, speed: SpeechSpeed = ASSUMED_SPEED): SpeechEstimate {
  const { slow, usual, fast } = speed;
  if (!(slow > 0 && slow <= usual && usual <= fast)) throw new RangeError(`speech speed ${slow}–${usual}–${fast}`);
  return { low: tenths(words / fast), best: tenths(words / usual), high: tenths(words / slow) };
}

function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
