const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * When a change of rate would start: the first midnight (UTC) by which its proposal is decided or has expired, so that
 * no rate ever starts in the past.
 */
export function rateStart(now: Date, lifetimeHours: number): string {
  const expires = now.getTime() + lifetimeHours * HOUR_MS;
  return new Date((Math.floor(expires / DAY_MS) + 1) * DAY_MS).toISOString();
}
