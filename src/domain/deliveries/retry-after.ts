const FIRST_SECONDS = 0.5;
const LONGEST_SECONDS = 30;

/**
 * How long to wait before the next attempt: doubling from half a second to half a minute, spread over half of it so
 * that a thousand failed calls do not come back at once.
 *
 * @param attempts - made so far, >= 1.
 * @param chance - a random number in [0, 1).
 * @returns seconds, in [0.25, 30].
 */
export function retryAfterSeconds(attempts: number, chance: number): number {
  const longest = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempts - 1));
  return longest * (0.5 + chance / 2);
}
