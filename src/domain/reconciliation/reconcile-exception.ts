import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';

/**
 * What reconciliation could not use as it stands, and sales that the shop knows otherwise than the network. Each is
 * named and the rest goes on; README.md says of each what happens to the rest of it.
 */
export const ExceptionKind = z.enum([
  'conversion_without_order',
  'conversion_status_unknown',
  'conversion_duplicate',
  'conversion_negative',
  'conversion_currency_differs',
  'commission_denied',
  'order_in_future',
  'refund_order_unknown',
  'refund_line_unknown',
  'refund_matches_nothing',
  'refund_exceeds_purchase',
  'refund_amount_exceeds_sale',
  'refund_currency_differs',
  'refund_without_quantity',
  'order_uncredited',
  'sale_amount_differs',
  'commission_differs',
  'customer_type_differs',
  'code_owner_differs',
  'conversion_late',
  'click_outside_window',
  'self_referral',
  'customer_concentrated',
]);
export type ExceptionKind = z.infer<typeof ExceptionKind>;

/** Each kind in a sentence, for a person who decides what to do about it. */
export const EXCEPTION_SENTENCES: Readonly<Record<ExceptionKind, string>> = {
  conversion_without_order: 'The network reports a sale of an order that the shop does not have.',
  conversion_status_unknown: 'The network gives the sale a status that is not known; it is not counted.',
  conversion_duplicate: 'Another sale of the same order is counted already.',
  conversion_negative: 'The network reports a negative commission; it is not counted.',
  conversion_currency_differs: 'The commission is in another currency than the order.',
  commission_denied:
    'A decision about the code or the site denies the commission, and the network still counts the sale.',
  order_in_future: 'The order lies in the future.',
  refund_order_unknown: 'The refund names an order that the shop does not have.',
  refund_line_unknown: 'The refund names a line that the order does not have.',
  refund_matches_nothing: 'The refund names no order, and its customer has no such purchase left.',
  refund_exceeds_purchase: 'More units came back than were bought.',
  refund_amount_exceeds_sale: 'More money was given back than was paid.',
  refund_currency_differs: 'The refund is in another currency than the order.',
  refund_without_quantity: 'Money was given back without a unit; it takes no commission.',
  order_uncredited: 'Our own click or code shows who brought the order, and no network reports it.',
  sale_amount_differs: 'The network’s sale is neither the order’s net value nor what was kept of it.',
  commission_differs:
    'The commission is not the agreed rate of the order’s net value, nor of what was kept of it.',
  customer_type_differs: 'The network says new or returning where the shop’s orders say the other.',
  code_owner_differs: 'The order was made with a code that belongs to another partner than the credited one.',
  conversion_late: 'The network reported the sale long after the order.',
  click_outside_window: 'The click is too old, or later than the order: it cannot have brought it.',
  self_referral: 'The customer is the credited partner.',
  customer_concentrated: 'One customer made a large part of this partner’s orders; for information.',
};

export const ReconcileException = z.strictObject({
  kind: ExceptionKind,
  orderId: z.string().nullable(),
  lineId: z.string().nullable(),
  partner: z.string().nullable(),
  network: z.string().nullable(),
  conversionId: z.string().nullable(),
  refundId: z.string().nullable(),
  /** Units that found no purchase; null where units are not what is wrong. */
  quantity: z.int().nullable(),
  /** What it should be and what it is; null where amounts are not what is wrong. */
  expected: MoneyJson.nullable(),
  found: MoneyJson.nullable(),
  /** The one more fact that there is: a code's owner, the shop's word for the customer, a moment, the click, the decision, the customer with the orders. */
  detail: z.string().nullable(),
  sentence: z.string(),
});
export type ReconcileException = z.infer<typeof ReconcileException>;
