import { formatMicros, parseMicros } from '../../domain/money/micros.ts';

/** Micros as a JSON number that reads back to the same micros; null when no number does. */
export function jsonAmount(micros: bigint): number | null {
  const text = formatMicros(micros, 0);
  const value = Number(text);
  const written = String(value);
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(written) && parseMicros(written) === micros ? value : null;
}
