import { z } from 'zod';
import { Currency, MoneyJson } from '../money/micros.ts';
import { ReconcileException } from './reconcile-exception.ts';
import { SaleCheckCount } from './sale-check-count.ts';

/** Where a line's commission stands at the as-of; README.md beside this file says which one holds when. */
export const LineState = z.enum(['pending', 'locked', 'paid', 'reversed', 'clawed_back', 'leaked']);
export type LineState = z.infer<typeof LineState>;

/** Why it stands there. */
export const LineReason = z.enum([
  'window_open',
  'window_over',
  'paid_by_network',
  'declined_by_network',
  'returned_in_window',
  'partly_returned_in_window',
  'returned_after_lock',
  'contract_forbids_clawback',
  'commission_denied',
]);
export type LineReason = z.infer<typeof LineReason>;

/** One commissioned order line. */
export const ReconciledLine = z.strictObject({
  orderId: z.string(),
  lineId: z.string(),
  partner: z.string(),
  /** The line's share of the order's commission, before anything came back. */
  earned: MoneyJson,
  /** What returns before the lock, or the network, took of it. */
  reversed: MoneyJson,
  state: LineState,
  reason: LineReason,
});
export type ReconciledLine = z.infer<typeof ReconciledLine>;

/** One credit note after the lock of one line, or a decision that denies it, which the contract allows to claw back. */
export const ClawbackRow = z.strictObject({
  orderId: z.string(),
  lineId: z.string(),
  partner: z.string(),
  /** The credit note; the decision's proposal, where a decision took it. */
  refundId: z.string(),
  amount: MoneyJson,
  reason: z.enum(['returned_after_lock', 'commission_denied']),
});
export type ClawbackRow = z.infer<typeof ClawbackRow>;

export const Totals = z.strictObject({ earned: MoneyJson, reversed: MoneyJson, clawback: MoneyJson });
export const Leakage = z.strictObject({
  amount: MoneyJson,
  lines: z.int(),
  partners: z.array(z.strictObject({ partner: z.string(), amount: MoneyJson })),
});
const Side = z.strictObject({ reversed: MoneyJson, clawback: MoneyJson });
/** The totals if returns naming no order belong to the customer's last purchase, and if to the first. */
export const Band = z.strictObject({ lifo: Side, fifo: Side });

/** `reconcile --json`. Lines, clawbacks and exceptions may be many: they are streamed, never held at once. */
export const ReconcileResult = z.strictObject({
  asOf: z.iso.datetime(),
  windowDays: z.int(),
  /** In the headline's currency. */
  totals: Totals,
  lines: z.array(ReconciledLine),
  clawbacks: z.array(ClawbackRow),
  leakage: Leakage,
  band: Band,
  /** The same figures of every other currency there is; never added to the headline. */
  otherCurrencies: z.array(
    z.strictObject({ currency: Currency, totals: Totals, leakage: MoneyJson, band: Band }),
  ),
  exceptions: z.array(ReconcileException),
  /** What the sales were held against. */
  checks: z.array(SaleCheckCount),
});
export type ReconcileResult = z.infer<typeof ReconcileResult>;

/** Everything of it that does not grow with the programme. */
export type ReconcileSummary = Omit<ReconcileResult, 'lines' | 'clawbacks' | 'exceptions' | 'checks'>;
