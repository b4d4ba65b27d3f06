import { z } from 'zod';
import { Refusal } from '../errors.ts';

/** Millionths of a currency unit as decimal text: how money travels in JSON, where bigint does not exist. */
export const MicrosText = z
  .string()
  .max(20)
  .regex(/^-?\d+$/, 'micros are a whole number as text, for example "12340000"');

/** ISO 4217 code. Amounts of different currencies are never added without a dated rate. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a currency is three capital letters, for example GBP');

/** Money in JSON: `{ "micros": "12340000", "currency": "GBP" }` is 12.34 pounds. */
export const MoneyJson = z.strictObject({ micros: MicrosText, currency: Currency });
export type MoneyJson = z.infer<typeof MoneyJson>;

export const MICROS_PER_UNIT = 1_000_000n;
const DECIMAL = /^([+-]?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/**
 * Reads decimal text such as `"7.781"` or `"-0.05"` without ever touching a float.
 *
 * @param text - optional sign, up to 12 digits, optionally a point and up to 6 decimals; no grouping.
 * @returns micros, `"7.781"` → `7781000n`.
 * @throws {Refusal} `money_unreadable` for anything else, a seventh decimal included: rounding is not ours to do.
 */
export function parseMicros(text: string): bigint {
  const match = DECIMAL.exec(text.trim());
  if (!match) {
    throw new Refusal(
      'money_unreadable',
      'An amount is decimal text with a point and at most six decimals, such as 12.34.',
      {
        text: text.slice(0, 40),
      },
    );
  }
  const [, sign, whole = '0', fraction = ''] = match;
  const micros = BigInt(whole) * MICROS_PER_UNIT + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -micros : micros;
}

/**
 * The shortest decimal text that reads back to the same micros, with at least `decimals` places.
 *
 * @param decimals - places always shown, 0 to 6; 2 suits most currencies.
 */
export function formatMicros(micros: bigint, decimals = 2): string {
  const sign = micros < 0n ? '-' : '';
  const size = micros < 0n ? -micros : micros;
  const fraction = (size % MICROS_PER_UNIT).toString().padStart(6, '0');
  const kept = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  return `${sign}${size / MICROS_PER_UNIT}${kept === '' ? '' : `.${kept}`}`;
}
