import type { Cell } from './cell.ts';

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([Zz]|[+-]\d\d(?::?\d\d)?))?)?$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const OFFSET_MINUTES_MAX = 14 * 60;

/** Events outside these years are a wrong century; each month of theirs would become a table. */
const EVENT_YEAR_MIN = 2000;
const EVENT_YEAR_MAX = 2099;

/**
 * An ISO 8601 time → `2026-03-01T12:00:00Z` or `…00.5Z`: UTC, no zeros at the end of the fraction.
 *
 * A time without a zone is UTC, a day without a time its first moment. The seventh digit of a second and
 * the following are cut off: the database keeps microseconds.
 */
function read(text: string, yearMin: number, yearMax: number): string | null {
  const match = ISO.exec(text) ?? ISO.exec(text.trim());
  if (match === null) return text.trim() === '' ? '' : null;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction, zone] =
    match;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;

  const digits = fraction === undefined ? '' : fraction.slice(0, 6).replace(/0+$/, '');
  const end = digits === '' ? 'Z' : `.${digits}Z`;
  let seconds = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const offsetMinutes = zone === undefined ? 0 : offsetOf(zone);
  if (Math.abs(offsetMinutes) > OFFSET_MINUTES_MAX) return null;
  if (offsetMinutes !== 0) {
    seconds = new Date(Date.parse(`${seconds}Z`) - offsetMinutes * 60_000).toISOString().slice(0, 19);
  }
  const utcYear = Number(seconds.slice(0, 4));
  return utcYear >= yearMin && utcYear <= yearMax ? seconds + end : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0) + leap;
}

function offsetOf(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || '0');
  return zone.startsWith('-') ? -minutes : minutes;
}

/** True when a time that could be read names no zone, so that it was taken for UTC. A bare day counts too. */
export function lacksZone(text: string): boolean {
  const match = ISO.exec(text.trim());
  return match !== null && match[8] === undefined;
}

/** When something happened: years 2000 to 2099. */
export const eventTimeCell: Cell = {
  read: (text) => read(text, EVENT_YEAR_MIN, EVENT_YEAR_MAX),
  expects: `an ISO 8601 time of the years ${EVENT_YEAR_MIN} to ${EVENT_YEAR_MAX}, as in 2026-03-01T12:00:00Z`,
  isText: false,
};

/** A moment that something starts or ends; people write the year 9999 for "never". */
export const timeCell: Cell = {
  read: (text) => read(text, 1000, 9999),
  expects: 'an ISO 8601 time, as in 2026-03-01T12:00:00Z',
  isText: false,
};

/** A calendar day; of a time the day in its own zone. */
export const dayCell: Cell = {
  read: (text) => {
    const time = read(text, 1000, 9999);
    return time === null || time === '' ? time : text.trim().slice(0, 10);
  },
  expects: 'a day, as in 2026-03-01',
  isText: false,
};
