import { dayOf } from '../../../src/domain/answers/order-words.ts';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { OwnCode } from './own-codes.ts';

/** Codes as a list for a letter, such as `ANNA10 (10 %, – 2026-12-31)`; null when there are none. */
export function codeWords(codes: readonly OwnCode[]): string | null {
  return codes.length === 0 ? null : codes.map(oneCode).join(', ');
}

function oneCode({ code, percent_off, amount_off_micros, currency, ends_at }: OwnCode): string {
  const facts = [
    percent_off === null ? null : `${Number(percent_off)} %`,
    amount_off_micros === null || currency === null
      ? null
      : moneyWords({ micros: amount_off_micros.toString(), currency }),
    ends_at === null ? null : `– ${dayOf(ends_at)}`,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? code : `${code} (${facts.join(', ')})`;
}
