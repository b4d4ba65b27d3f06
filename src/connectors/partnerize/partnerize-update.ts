import { actionOf, type Correction, type CorrectionReason } from '../../domain/networks/correction.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import { jsonAmount } from '../networks/json-amount.ts';
import { conversionOf } from './partnerize-draft.ts';

/** What Partnerize takes for one correction: a conversion, or some of its items. */
export type PartnerizeUpdate =
  | { readonly conversions: Readonly<Record<string, unknown>> }
  | { readonly items: Readonly<Record<string, unknown>> }
  | { readonly problem: string };

/** In the letters that Partnerize takes. */
const REASONS: Readonly<Record<CorrectionReason, string>> = {
  returned: 'order returned',
  partly_returned: 'order partly returned',
  cancelled: 'order cancelled',
  duplicate: 'duplicate conversion',
  fraud: 'breach of programme terms',
  wrong_amount: 'amount corrected',
  not_payable: 'breach of programme terms',
  test: 'test conversion',
  other: 'other',
};

/**
 * @param found - the conversion as it is now; only an amount needs it, because amounts are changed by item.
 */
export function updateOf(row: Correction, found: NetworkTransaction | undefined): PartnerizeUpdate {
  const { transactionId, after, reason } = row;
  const action = actionOf(row);
  switch (action) {
    case 'approve':
      return { conversions: { [transactionId]: { status: 'approved' } } };
    case 'decline': {
      const status = reason === 'fraud' ? 'fraudulent' : 'rejected';
      return { conversions: { [transactionId]: { status, reason: REASONS[reason] } } };
    }
    case 'amend': {
      if (found === undefined) return { problem: 'Partnerize shows no such conversion.' };
      const values = itemValues(row, found);
      if (values === null) {
        return { problem: 'Its lines do not fit the items at Partnerize, and amounts are changed by item.' };
      }
      const items: Record<string, unknown> = {};
      for (const [id, micros] of values) {
        const item_value = jsonAmount(micros);
        if (item_value === null) return { problem: 'The amount cannot be written exactly.' };
        items[id] = {
          item_value,
          ...(micros === 0n
            ? { status: 'rejected' }
            : after.status === 'approved'
              ? { status: 'approved' }
              : {}),
          reason: REASONS[reason],
          force_commission_recalculation: true,
        };
      }
      return { items };
    }
    default:
      return action satisfies never;
  }
}

/** What each item is worth afterwards, by its id; null when that cannot be told. */
function itemValues({ items, after }: Correction, { raw }: NetworkTransaction): Map<string, bigint> | null {
  const there = conversionOf(raw)?.conversion_items ?? [];
  const sale = BigInt(after.sale);
  const [only] = there;
  if (only && there.length === 1) return new Map([[only.conversion_item_id, sale]]);
  if (items === null) return null;
  const values = new Map(there.map(({ conversion_item_id }) => [conversion_item_id, 0n]));
  for (const { sku, quantity, unitPrice, discount } of items) {
    const at = there.filter((item) => item.sku === sku);
    const [item] = at;
    // Two items of one SKU could be taken for each other.
    if (!item || at.length > 1) return null;
    values.set(item.conversion_item_id, BigInt(unitPrice) * BigInt(quantity) - BigInt(discount));
  }
  const sum = [...values.values()].reduce((total, value) => total + value, 0n);
  return sum === sale && [...values.values()].every((value) => value >= 0n) ? values : null;
}
