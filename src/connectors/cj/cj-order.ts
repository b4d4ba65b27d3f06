import { formatMicros } from '../../domain/money/micros.ts';
import { actionOf, type Correction, type CorrectionReason } from '../../domain/networks/correction.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import type { CjCredentials } from './cj-client.ts';
import type { CjRecord } from './cj-record.ts';

/** What CJ takes for one order. */
export interface CjOrder {
  readonly orderId: string;
  readonly [field: string]: unknown;
}

/** As CJ's schema lists them; its pages name others, so the account's own can be configured. */
const REASONS: Readonly<Record<CorrectionReason, string>> = {
  returned: 'ReturnedMerchandise',
  partly_returned: 'ReturnedMerchandise',
  cancelled: 'Other',
  duplicate: 'DuplicateOrder',
  fraud: 'Compliance',
  wrong_amount: 'Other',
  not_payable: 'Compliance',
  test: 'Other',
  other: 'Other',
};

/** The order as it is to be at CJ, or why it cannot be said. */
export function orderOf(
  row: Correction,
  found: NetworkTransaction | undefined,
  { enterpriseId, currency, openEndedLocking, correctionReasons }: CjCredentials,
  updateTime: string,
): CjOrder | { readonly problem: string } {
  if (found === undefined) return { problem: 'CJ shows no such transaction.' };
  const { records = [] } = found.raw as { records?: CjRecord[] };
  const tracker = records[0]?.actionTrackerId ?? '';
  if (found.orderRef === null || !/^\d{1,12}$/.test(tracker)) {
    return { problem: 'CJ shows no order number, or no action tracker, for it.' };
  }
  const order = {
    enterpriseId,
    actionTrackerId: Number(tracker),
    orderId: found.orderRef,
    updateTime,
    correctionReason: correctionReasons[row.reason] ?? REASONS[row.reason],
  };
  const action = actionOf(row);
  if (action === 'decline') return { ...order, ...(openEndedLocking ? { status: 'Declined' } : {}) };
  if (action === 'approve' && !openEndedLocking) {
    return { problem: 'CJ approves by itself when the transaction locks.' };
  }
  if (found.items.length > 0 && row.items === null) {
    return { problem: 'The order has lines at CJ, and a restatement without all of them would remove them.' };
  }
  return {
    ...order,
    currency,
    ...(found.code === null ? {} : { coupon: found.code }),
    ...(row.items === null
      ? { amount: formatMicros(BigInt(row.after.sale)) }
      : {
          items: row.items.map(({ sku, quantity, unitPrice, discount }) => ({
            sku,
            quantity,
            unitPrice: formatMicros(BigInt(unitPrice)),
            discount: formatMicros(BigInt(discount)),
          })),
        }),
    ...(openEndedLocking ? { status: row.after.status === 'approved' ? 'Accepted' : 'Pending' } : {}),
  };
}
