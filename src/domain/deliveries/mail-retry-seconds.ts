/** After a refused password: slow from the start, since servers lock accounts. */
const SIGN_IN = { firstSeconds: 60, longestSeconds: 3_600 } as const;
const OTHER = { firstSeconds: 1, longestSeconds: 300 } as const;

/**
 * How long to wait before a mail server is tried again: doubling, and spread a little beyond, so that many do not come
 * back at once.
 *
 * @param failures - in a row, >= 1.
 * @param chance - a random number in [0, 1).
 * @returns seconds: after a refused password 60 to 3,960, else 1 to 330.
 */
export function mailRetrySeconds(isSignInRefused: boolean, failures: number, chance: number): number {
  const { firstSeconds, longestSeconds } = isSignInRefused ? SIGN_IN : OTHER;
  const longest = Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - 1, 20));
  return longest * (1 + chance / 10);
}
