import { EXTRACT_END, EXTRACT_START } from './data-file.ts';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** The extract's bounds as UTC milliseconds; the end is exclusive. */
export const SOURCE_START_MS = sourceTimeMs(EXTRACT_START);
export const SOURCE_END_MS = sourceTimeMs(EXTRACT_END);

/** How source times become demo times. */
export interface DemoCalendar {
  /** Whole weeks added to every source time. */
  readonly shiftWeeks: number;
  /** The last full day, the day before the load date, as YYYY-MM-DD. */
  readonly lastDay: string;
  /** Source rows at or after this moment (UTC milliseconds) lie in the demo's future and are dropped. */
  readonly sourceCutMs: number;
  /** A source moment as ISO 8601 UTC in demo time. */
  toDemo(sourceMs: number): string;
}

/**
 * Whole weeks by which the demo's dates move, so that weekdays keep their character.
 *
 * The shift is the smallest that brings the extract's last day to yesterday or later (UTC); what is then
 * later, up to six days, is dropped, so that the demo ends yesterday whatever the weekday of loading.
 */
export function demoShiftWeeks(loadDate: Date): number {
  return Math.ceil((startOfDayMs(loadDate) - SOURCE_END_MS) / WEEK_MS);
}

/** The demo's calendar for a load at `loadDate`; only its UTC day matters. */
export function demoCalendar(loadDate: Date): DemoCalendar {
  const shiftWeeks = demoShiftWeeks(loadDate);
  const endMs = startOfDayMs(loadDate);
  const shiftMs = shiftWeeks * WEEK_MS;
  return {
    shiftWeeks,
    lastDay: new Date(endMs - DAY_MS).toISOString().slice(0, 10),
    sourceCutMs: endMs - shiftMs,
    toDemo: (sourceMs) => new Date(sourceMs + shiftMs).toISOString(),
  };
}

/** UTC milliseconds of a source time such as 2011-09-01T08:26. */
export function sourceTimeMs(text: string): number {
  return Date.parse(`${text}:00Z`);
}

function startOfDayMs(date: Date): number {
  return Math.floor(date.getTime() / DAY_MS) * DAY_MS;
}
