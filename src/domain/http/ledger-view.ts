import { z } from 'zod';
import { Account } from '../ledger/ledger-transaction.ts';
import { Currency, MoneyJson } from '../money/micros.ts';
import { ExceptionKind, ReconcileException } from '../reconciliation/reconcile-exception.ts';
import { Band, Leakage, Totals } from '../reconciliation/reconcile-result.ts';

/** What the programme owes, from the ledger's entries. Money of two currencies is added by a dated rate or not at all. */
export const LiabilityView = z.strictObject({
  /** Up to when the ledger is reckoned; null before the first reconciliation. */
  asOf: z.iso.datetime().nullable(),
  /** The programme's. */
  currency: Currency,
  accounts: z.array(
    z.strictObject({
      account: Account,
      balance: MoneyJson,
      /** In the programme's currency; null without a rate on or before the as-of. */
      converted: MoneyJson.nullable(),
      /** The day of that rate. */
      rateDay: z.string().nullable(),
    }),
  ),
  /** Unpaid commission by days since the order: 0 to 30, 31 to 60, 61 to 90, older. */
  aging: z.array(
    z.strictObject({
      stands: z.enum(['reserved', 'locked']),
      fromDays: z.int(),
      lines: z.int(),
      money: MoneyJson,
      clawback: MoneyJson,
    }),
  ),
  /** Pending commission by age, and what of it will come back. */
  reserve: z.array(
    z.strictObject({
      fromDays: z.int(),
      lines: z.int(),
      pending: MoneyJson,
      rateBps: z.int(),
      /** Of the programme's own returns; else the policy's rate. */
      isOwnRate: z.boolean(),
      reserve: MoneyJson,
    }),
  ),
  /** What networks lock before the window ends, by week of the lock; the soonest first. */
  earlyLocks: z.array(
    z.strictObject({
      network: z.string(),
      /** ISO week of the lock. */
      week: z.string(),
      firstLocksAt: z.iso.datetime(),
      lastLocksAt: z.iso.datetime(),
      lines: z.int(),
      partners: z.int(),
      /** Commission that may still come back when it locks. */
      money: MoneyJson,
      /** The newest warning in the queue; null before there is one. */
      warning: z.strictObject({ proposalId: z.uuid(), status: z.string() }).nullable(),
    }),
  ),
  /** When networks with pending commission lock it. */
  lockRules: z.array(
    z.strictObject({
      network: z.string(),
      lines: z.int(),
      /** Such as "30 days after the sale"; null where nothing is known. */
      rule: z.string().nullable(),
      /** The rule stands in the user's policy as the contract's. */
      isContract: z.boolean(),
      source: z.string(),
    }),
  ),
});
export type LiabilityView = z.infer<typeof LiabilityView>;

const ByCurrency = z.strictObject({ currency: Currency, totals: Totals, leakage: MoneyJson, band: Band });

/** The newest reconciliation; null before the first. */
export const ReconciliationView = z
  .strictObject({
    asOf: z.iso.datetime(),
    windowDays: z.int(),
    totals: Totals,
    leakage: Leakage,
    /** If returns naming no order belong to the last purchase, and if to the first. */
    band: Band,
    otherCurrencies: z.array(ByCurrency),
    exceptions: z.array(
      z.strictObject({
        kind: ExceptionKind,
        sentence: z.string(),
        count: z.int(),
        examples: z.array(ReconcileException),
      }),
    ),
    /** What networks were told, and whether it stands there. */
    corrections: z.array(
      z.strictObject({
        network: z.string(),
        isSimulated: z.boolean(),
        delivered: z.int(),
        done: z.int(),
        /** The network's job has not ended. */
        working: z.int(),
        refused: z.int(),
        differs: z.int(),
        open: z.int(),
      }),
    ),
    /** The newest rows that do not stand as approved. */
    correctionTroubles: z.array(
      z.strictObject({
        network: z.string(),
        transactionId: z.string(),
        orderId: z.string().nullable(),
        proposalId: z.uuid(),
        state: z.enum(['refused', 'differs', 'missing']),
        /** The network's own words may stand in it. */
        sentence: z.string(),
        checkedAt: z.iso.datetime(),
      }),
    ),
  })
  .nullable();
export type ReconciliationView = z.infer<typeof ReconciliationView>;
