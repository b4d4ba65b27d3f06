import { MICROS_PER_UNIT, type MoneyJson } from './micros.ts';

/**
 * Money for a sentence, rounded half up to the currency's minor unit: `GBP 6,102.50`, `JPY 1,200`.
 *
 * Rounding stands here, at the edge, and nowhere before.
 */
export function moneyWords({ micros, currency }: MoneyJson): string {
  const decimals = decimalsOf(currency);
  const step = MICROS_PER_UNIT / 10n ** BigInt(decimals);
  const amount = BigInt(micros);
  const size = amount < 0n ? -amount : amount;
  const rounded = (size + step / 2n) / step;
  const scale = 10n ** BigInt(decimals);
  const whole = (rounded / scale).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const part = decimals === 0 ? '' : `.${(rounded % scale).toString().padStart(decimals, '0')}`;
  return `${currency} ${amount < 0n && rounded > 0n ? '-' : ''}${whole}${part}`;
}

/** 2 for most; what the platform knows of ISO 4217, and 2 for a code that it does not know. */
function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return Math.min(maximumFractionDigits ?? 2, 6);
}
