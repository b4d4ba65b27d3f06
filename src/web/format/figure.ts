import type { z } from 'zod';
import type { Figure } from '../../domain/proposals/evidence.ts';
import { LOCALE } from './locale.ts';
import { moneyShort } from './money.ts';
import { delay } from './time.ts';

type Unit = z.infer<typeof Figure>['unit'];

/** A figure as a person reads it, in its unit. Money figures are in units of the currency, not micros. */
export function figureText(value: number | null, unit: Unit, currency: string | null): string {
  if (value === null) return 'not known';
  switch (unit) {
    case 'share':
      return `${(value * 100).toFixed(Math.abs(value) < 0.1 ? 1 : 0)}\u00A0%`;
    case 'seconds':
      return delay(value);
    case 'money':
      return currency === null
        ? value.toFixed(2)
        : moneyShort({ micros: BigInt(Math.round(value * 1_000_000)).toString(), currency });
    case 'count':
      return countText(value);
    case 'ratio':
    case 'z':
      return value.toFixed(1);
    default:
      return unit satisfies never;
  }
}

/** `10,204`. */
export function countText(count: number): string {
  return count.toLocaleString(LOCALE);
}
