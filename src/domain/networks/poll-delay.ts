/** After the first question, which comes at once. */
const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 900;

/**
 * How long to wait before a job is asked about again: 15 s, 30 s, 1 min, … 15 min.
 *
 * @param polls - questions so far, >= 1.
 */
export function pollDelaySeconds(polls: number): number {
  return Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(polls - 1, 10));
}
