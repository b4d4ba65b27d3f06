import { formatMicros, type MoneyJson } from '../../domain/money/micros.ts';

/** `£6,102` in a list, where pence only blur; small sums keep theirs. */
export function moneyShort({ micros, currency }: MoneyJson): string {
  const units = Number(BigInt(micros) / 10_000n) / 100;
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    maximumFractionDigits: Math.abs(units) >= 100 ? 0 : 2,
    minimumFractionDigits: Math.abs(units) >= 100 ? 0 : 2,
  }).format(units);
}

/** Every digit, for a title or a receipt. */
export function moneyExact({ micros, currency }: MoneyJson): string {
  return `${formatMicros(BigInt(micros))} ${currency}`;
}

/** Sums of one currency after the other: currencies are never added. */
export function moneyList(amounts: readonly MoneyJson[]): string {
  return amounts.map(moneyShort).join(' + ');
}
