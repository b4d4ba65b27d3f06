import { z } from 'zod';
import { Currency, MicrosText } from '../money/micros.ts';

const Id = z.string().min(1).max(200);

/** Why a commission is corrected, in our words; each network's writer knows its own. */
export const CorrectionReason = z.enum([
  'returned',
  'partly_returned',
  'cancelled',
  'duplicate',
  'fraud',
  'wrong_amount',
  'not_payable',
  'test',
  'other',
]);
export type CorrectionReason = z.infer<typeof CorrectionReason>;

/** A transaction's state in a plan: how much was sold, what is paid for it, and whether it is paid at all. Micros. */
export const CorrectionState = z.strictObject({
  status: z.enum(['pending', 'approved', 'reversed']),
  sale: MicrosText,
  commission: MicrosText,
});
export type CorrectionState = z.infer<typeof CorrectionState>;

/** A line that stays in the order; networks that replace whole orders need all of them. Amounts in micros. */
export const CorrectionItem = z.strictObject({
  sku: Id,
  quantity: z.int().min(0),
  unitPrice: MicrosText,
  discount: MicrosText,
});
export type CorrectionItem = z.infer<typeof CorrectionItem>;

/** One row of a write-back plan. */
export const Correction = z.strictObject({
  network: Id,
  transactionId: Id,
  /** Some networks know a transaction by the order too. */
  orderRef: Id.nullable(),
  /** When the sale was; null where the network does not need it. */
  convertedAt: z.iso.datetime().nullable(),
  before: CorrectionState,
  after: CorrectionState,
  currency: Currency,
  reason: CorrectionReason,
  /** The lines as they are afterwards; null where only the total is known. */
  items: z.array(CorrectionItem).max(1_000).nullable(),
  /** The lines that came back, with the quantity that did; null where they are not known. */
  returned: z.array(CorrectionItem).max(1_000).nullable(),
  /** What the correction changes for us, in micros: `after.commission` − `before.commission` of what is paid. */
  moneyEffect: MicrosText,
});
export type Correction = z.infer<typeof Correction>;

/** What a correction asks of a network. */
export type CorrectionAction = 'approve' | 'decline' | 'amend';

/** Approving, taking back, or changing the amount. */
export function actionOf({ before, after }: Pick<Correction, 'before' | 'after'>): CorrectionAction {
  if (after.status === 'reversed') return 'decline';
  return after.sale === before.sale && after.commission === before.commission ? 'approve' : 'amend';
}
