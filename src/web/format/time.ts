import { LOCALE } from './locale.ts';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'long' });
const JUST_NOW_SECONDS = 45;

/** `in 2 days`, `5 minutes ago`, `just now`. */
export function timeFromNow(iso: string, now: Date): string {
  const seconds = Math.round((Date.parse(iso) - now.getTime()) / 1_000);
  if (Math.abs(seconds) < JUST_NOW_SECONDS) return seconds > 0 ? 'in a moment' : 'just now';
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length * 0.95) ?? ['minute', 60];
  return relative.format(Math.round(seconds / size), unit);
}

/** The exact moment in the programme's time zone, for a tooltip or a table. */
export function timeExact(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );
}

/** `06:00` in the programme's time zone. */
export function clockTime(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone }).format(new Date(iso));
}

/** `Thu 09:00`: within the next days, in the programme's time zone. */
export function dayAndTime(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(iso));
}

/** `42 s`, `3.5 h`: a delay a person can grasp. */
export function delay(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${(seconds / 3_600).toFixed(1)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
