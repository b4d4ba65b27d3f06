import { z } from 'zod';

/**
 * What reconciliation could not use as it stands. It is named and set aside, the rest goes on; README.md says of each
 * what happens to the rest of it.
 */
export const ExceptionKind = z.enum([
  'conversion_without_order',
  'conversion_status_unknown',
  'conversion_duplicate',
  'conversion_negative',
  'conversion_currency_differs',
  'order_in_future',
  'refund_order_unknown',
  'refund_line_unknown',
  'refund_matches_nothing',
  'refund_exceeds_purchase',
  'refund_amount_exceeds_sale',
  'refund_currency_differs',
  'refund_without_quantity',
]);
export type ExceptionKind = z.infer<typeof ExceptionKind>;

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
});
export type ReconcileException = z.infer<typeof ReconcileException>;
