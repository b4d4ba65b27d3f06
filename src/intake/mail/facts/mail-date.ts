/**
 * The moment of a Date line.
 *
 * @returns ISO 8601 UTC; null when it is missing, unreadable, or outside the years a calendar of ours can hold.
 */
export function mailDate(value: string | null): string | null {
  if (value === null || !/\d/.test(value)) return null;
  const plain = value.replaceAll(/\([^()]*\)/g, ' ').trim();
  const date = new Date(plain);
  if (Number.isNaN(date.getTime())) return null;
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 10_000 ? date.toISOString() : null;
}
