import assert from 'node:assert';
import type { FraudPolicy } from './fraud-policy.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Consecutive days, both inclusive, as UTC dates. */
export interface FraudWindow {
  readonly fromDay: string;
  readonly toDay: string;
}

/**
 * The whole history in windows of `windowDays`, newest first, counted back from the as-of day.
 *
 * "Consistently" looks at the newest few. A programme whose history does not fill the windows needed is cut
 * into equal windows instead, or nothing could ever be consistent in it.
 *
 * @param asOf - ISO 8601 UTC; its day is the last day of the newest window.
 * @param historyFrom - UTC day of the earliest conversion.
 * @returns at least `windowsLooked` windows.
 */
export function fraudWindows(
  asOf: string,
  historyFrom: string,
  policy: Pick<FraudPolicy, 'windowDays' | 'windowsLooked' | 'windowsNeeded'>,
): FraudWindow[] {
  const lastDay = dayNumber(asOf.slice(0, 10));
  const historyDays = Math.max(1, lastDay - dayNumber(historyFrom) + 1);
  const enough = historyDays >= policy.windowDays * policy.windowsNeeded;
  const length = enough ? policy.windowDays : Math.ceil(historyDays / policy.windowsLooked);
  const count = Math.max(policy.windowsLooked, Math.ceil(historyDays / length));
  return Array.from({ length: count }, (_, index) => ({
    fromDay: dayText(lastDay - (index + 1) * length + 1),
    toDay: dayText(lastDay - index * length),
  }));
}

/** @returns the index of the day's window, or -1 for a day older than all of them. */
export function windowOf(day: string, windows: readonly FraudWindow[]): number {
  return windows.findIndex(({ fromDay, toDay }) => day >= fromDay && day <= toDay);
}

function dayNumber(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  assert(Number.isFinite(at), 'a day is YYYY-MM-DD');
  return Math.round(at / DAY_MILLISECONDS);
}

function dayText(number: number): string {
  return new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
