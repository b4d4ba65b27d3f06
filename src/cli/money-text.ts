import { formatMicros, type MoneyJson } from '../domain/money/micros.ts';

/** `12.34 GBP`, or nothing when no money is at stake. */
export function moneyText(money: MoneyJson | null): string | null {
  return money === null ? null : `${formatMicros(BigInt(money.micros))} ${money.currency}`;
}
