import type { MoneyJson } from '../../domain/money/micros.ts';
import { LOCALE } from './locale.ts';

/** From here on pence only blur. */
const WHOLE_FROM = 100;

/** `£6,102` in a list, where pence only blur; small sums keep theirs. */
export function moneyShort(money: MoneyJson): string {
  return moneyWith(money, Math.abs(unitsOf(money)) >= WHOLE_FROM ? 0 : 2);
}

/** `£6,102.50`: to the penny, for a title, an order or a receipt. */
export function moneyExact(money: MoneyJson): string {
  return moneyWith(money, 2);
}

/** Sums of one currency after the other: currencies are never added. */
export function moneyList(amounts: readonly MoneyJson[]): string {
  return amounts.map(moneyShort).join(' + ');
}

function moneyWith(money: MoneyJson, decimals: 0 | 2): string {
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency: money.currency,
    maximumFractionDigits: decimals,
    minimumFractionDigits: decimals,
  }).format(unitsOf(money));
}

/** For showing only: what is decided is the micros. */
const unitsOf = ({ micros }: MoneyJson): number => Number(BigInt(micros) / 100n) / 10_000;
