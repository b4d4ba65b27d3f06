import { types } from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;

/** pg knows more type numbers and value shapes than its declarations say. */
type Parser = (value: string) => unknown;
const ofPg = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;

/**
 * How a column's text becomes a value: int8 → bigint (money and counts stay exact), date → 'YYYY-MM-DD'
 * (a calendar day has no zone), everything else as pg does it: numeric → string, timestamptz → Date.
 */
export function parseColumn(oid: number, format?: 'text' | 'binary'): Parser {
  if (format !== 'binary') {
    if (oid === INT8) return BigInt;
    if (oid === DATE) return String;
    if (oid === INT8_ARRAY) {
      // The array parser of text[] copes with quotes and null.
      const texts = ofPg(1009) as (value: string) => (string | null)[];
      return (value) => texts(value).map((item) => (item === null ? null : BigInt(item)));
    }
  }
  return ofPg(oid, format);
}
