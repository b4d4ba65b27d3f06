import assert from 'node:assert';
import { z } from 'zod';

/**
 * Where a partner's money stands. An amount is positive when it is owed to the partner.
 *
 * `reserved`: earned, and may still be reversed. `locked`: earned for good, to be paid. `paid`: paid by the network.
 * `payable`: where a hold takes its money from. `held`: earned, kept back. `receivable`: negative, the partner owes it.
 *
 * The programme's own side, so that every transaction sums to zero: `earned` (negative, what was promised), `reversed` (what of
 * that fell away), `clawed_back` (what came back), `leaked` (negative, paid for orders that came back, for good) and
 * `commission_cost` (the other side of holds).
 */
export const Account = z.enum([
  'reserved',
  'locked',
  'paid',
  'payable',
  'held',
  'receivable',
  'earned',
  'reversed',
  'clawed_back',
  'leaked',
  'commission_cost',
]);
export type Account = z.infer<typeof Account>;

export interface LedgerEntry {
  readonly partnerId: string;
  readonly account: Account;
  readonly amountMicros: bigint;
  /** ISO 4217. */
  readonly currency: string;
  /** The conversion it is about; both null when it is about none. */
  readonly network: string | null;
  readonly conversionId: string | null;
}

export interface LedgerTransaction {
  readonly kind: 'hold' | 'hold-reversed' | 'clawback';
  /** Posted once, however often it is asked for. */
  readonly sourceKey: string;
  readonly occurredAt: Date;
  /** JSON values only. */
  readonly memo: Readonly<Record<string, unknown>>;
  readonly entries: readonly LedgerEntry[];
}

/** Every currency of a transaction sums to zero; anything else is a programmer's mistake. */
export function assertBalanced({ sourceKey, entries }: LedgerTransaction): void {
  const sums = new Map<string, bigint>();
  for (const { currency, amountMicros } of entries) {
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMicros);
  }
  for (const [currency, sum] of sums) assert(sum === 0n, `${sourceKey} is off by ${sum} micros ${currency}`);
}
