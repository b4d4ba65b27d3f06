const DAY_MS = 86_400_000;

/**
 * The warning that is due: the smallest of the policy's days within which the first lock lies.
 *
 * @param alertDaysBefore - such as 7, 3 and 1, in any order.
 * @returns null while none is due, and once the lock is past.
 */
export function lockStep(firstLocksAt: Date, now: Date, alertDaysBefore: readonly number[]): number | null {
  const leftMs = firstLocksAt.getTime() - now.getTime();
  if (leftMs <= 0) return null;
  const due = alertDaysBefore.filter((days) => leftMs <= days * DAY_MS);
  return due.length === 0 ? null : Math.min(...due);
}
