import { z } from 'zod';
import { Account } from '../ledger/ledger-transaction.ts';
import { MoneyJson } from '../money/micros.ts';
import { LineReason, LineState } from '../reconciliation/reconcile-result.ts';

/** One commissioned order line of a statement. */
export const StatementLineView = z.strictObject({
  orderId: z.string(),
  lineId: z.string(),
  network: z.string(),
  conversionId: z.string(),
  orderedAt: z.iso.datetime(),
  lockAt: z.iso.datetime(),
  state: LineState,
  reason: LineReason,
  earned: MoneyJson,
  reversed: MoneyJson,
  clawback: MoneyJson,
  /** Came back too late to be asked back. */
  leaked: MoneyJson,
});
export type StatementLineView = z.infer<typeof StatementLineView>;

/** What a partner earned in a span of orders and what became of it, with the balances of the ledger. */
export const PartnerStatement = z.strictObject({
  partner: z.strictObject({ id: z.string(), name: z.string(), network: z.string() }),
  programme: z.string(),
  isSimulated: z.boolean(),
  /** Up to when it is reckoned; null before the first reconciliation. */
  asOf: z.iso.datetime().nullable(),
  from: z.iso.datetime(),
  /** Not included. */
  until: z.iso.datetime(),
  /** Of everything ever booked; positive is owed to the partner. */
  balances: z.array(z.strictObject({ account: Account, balance: MoneyJson })),
  /** Of the span, by state. */
  totals: z.array(
    z.strictObject({
      state: LineState,
      lines: z.int(),
      earned: MoneyJson,
      reversed: MoneyJson,
      clawback: MoneyJson,
      leaked: MoneyJson,
    }),
  ),
  /** Latest first. */
  lines: z.array(StatementLineView),
  /** Lines that there are besides. */
  more: z.int().min(0),
});
export type PartnerStatement = z.infer<typeof PartnerStatement>;
