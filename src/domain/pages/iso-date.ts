const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;

/**
 * A date as pages write it for machines, made ISO 8601: an instant in UTC when it has a time and an offset, else the day.
 *
 * @returns null when it is no such date.
 */
export function isoDate(text: string | null): string | null {
  const written = text?.trim() ?? '';
  const parts = ISO.exec(written);
  if (parts === null) return /\b(?:19|20)\d{2}\b/.test(written) ? dayOf(Date.parse(`${written} UTC`)) : null;
  const [, year, month, day, hour, , , offset] = parts;
  const date = `${year}-${month}-${day}`;
  const instant = Date.parse(hour !== undefined && offset !== undefined ? written.replace(' ', 'T') : date);
  if (dayOf(instant) === null) return null;
  return hour !== undefined && offset !== undefined ? new Date(instant).toISOString() : date;
}

function dayOf(instant: number): string | null {
  if (Number.isNaN(instant)) return null;
  const date = new Date(instant);
  const year = date.getUTCFullYear();
  return year >= YEAR_MIN && year <= YEAR_MAX ? date.toISOString().slice(0, 10) : null;
}
