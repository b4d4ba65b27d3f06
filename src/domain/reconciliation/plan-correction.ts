import assert from 'node:assert';
import type { Correction } from '../networks/correction.ts';
import { itemOf, type ReturnedCommission } from './returned-commission.ts';

/**
 * What a network is to be told of one conversion: the commission falls by what came back, or was denied, before the lock, the
 * sale in proportion.
 */
export function planCorrection(returned: ReturnedCommission): Correction {
  const { commissionMicros, reversedMicros, saleMicros, currency, denial } = returned;
  assert(
    reversedMicros > 0n && reversedMicros <= commissionMicros,
    'only what was earned can come back, and something did',
  );
  const left = commissionMicros - reversedMicros;
  const status = returned.status === 'approved' ? 'approved' : 'pending';
  const isAll = left === 0n;
  return {
    network: returned.network,
    transactionId: returned.conversionId,
    orderRef: returned.orderId,
    convertedAt: returned.convertedAt.toISOString(),
    before: { status, sale: saleMicros.toString(), commission: commissionMicros.toString() },
    after: {
      status: isAll ? 'reversed' : status,
      sale: ((saleMicros * left) / commissionMicros).toString(),
      commission: left.toString(),
    },
    currency,
    reason:
      denial !== null && denial.inWindowMicros > 0n ? 'not_payable' : isAll ? 'returned' : 'partly_returned',
    items: returned.items.map((item) =>
      itemOf(item, item.isDenied ? 0 : item.quantity - item.returnedInWindow),
    ),
    returned: returned.items
      .filter(({ returnedInWindow }) => returnedInWindow > 0)
      .map((item) => itemOf(item, item.returnedInWindow)),
    moneyEffect: (-reversedMicros).toString(),
  };
}
