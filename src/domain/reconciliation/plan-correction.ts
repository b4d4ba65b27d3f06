import assert from 'node:assert';
import type { Correction, CorrectionState } from '../networks/correction.ts';
import {
  itemOf,
  type ReturnedCommission,
  type ReturnedItem,
  toCorrect,
  wholeCommission,
} from './returned-commission.ts';

/** Networks reckon the commission of a corrected sale themselves: to the penny. */
const ROUNDING_MICROS = 10_000n;

/**
 * What a network is to be told of one conversion: the commission falls by what came back, or was denied, before the lock and
 * was not told before, the sale in proportion. Aim and proportion are those of one correction of everything, so that many small
 * ones end where that does.
 */
export function planCorrection(returned: ReturnedCommission): Correction {
  const { correctedMicros, currency, denial } = returned;
  const whole = wholeCommission(returned);
  const left = whole - correctedMicros - toCorrect(returned);
  assert(
    left >= 0n && left < whole - correctedMicros,
    'only what was earned can come back, and something did',
  );
  const before = standsAt(returned);
  const wholeSale = returned.told === null ? returned.saleMicros : BigInt(returned.told.before.sale);
  const isAll = left === 0n;
  return {
    network: returned.network,
    transactionId: returned.conversionId,
    orderRef: returned.orderId,
    convertedAt: returned.convertedAt.toISOString(),
    before,
    after: {
      status: isAll ? 'reversed' : before.status,
      sale: ((wholeSale * left) / whole).toString(),
      commission: left.toString(),
    },
    currency,
    reason:
      denial !== null && denial.inWindowMicros > 0n ? 'not_payable' : isAll ? 'returned' : 'partly_returned',
    items: returned.items.map((item) =>
      itemOf(item, item.isDenied ? 0 : item.quantity - item.returnedInWindow),
    ),
    returned: newlyReturned(returned).map(({ item, quantity }) => itemOf(item, quantity)),
    moneyEffect: (left - BigInt(before.commission)).toString(),
  };
}

/** As the feed shows it; while it shows nothing of our last correction yet, as that left it. */
function standsAt({ told, status, saleMicros, commissionMicros }: ReturnedCommission): CorrectionState {
  const now = status === 'approved' ? 'approved' : 'pending';
  const shown: CorrectionState = {
    status: now,
    sale: saleMicros.toString(),
    commission: commissionMicros.toString(),
  };
  if (told === null) return shown;
  const off = commissionMicros - BigInt(told.after.commission);
  return off <= ROUNDING_MICROS && off >= -ROUNDING_MICROS ? shown : { ...told.after, status: now };
}

/** The units of each line that no correction has named yet: some networks take lines back one by one. */
function newlyReturned({ items, told }: ReturnedCommission): { item: ReturnedItem; quantity: number }[] {
  const named = new Map<string, number>();
  for (const { sku, quantity } of told?.returned ?? []) named.set(sku, (named.get(sku) ?? 0) + quantity);
  return items
    .map((item) => {
      const sku = item.sku ?? 'unknown';
      const known = Math.min(item.returnedInWindow, named.get(sku) ?? 0);
      named.set(sku, (named.get(sku) ?? 0) - known);
      return { item, quantity: item.returnedInWindow - known };
    })
    .filter(({ quantity }) => quantity > 0);
}
