import { type LockingSale, lockWeekLines } from '../../../db/queries/locks/lock-week-lines.ts';
import { type LockKey, readLockKey } from '../../../src/domain/networks/locks/lock-key.ts';
import { lockStep } from '../../../src/domain/networks/locks/lock-step.ts';
import { lockRules } from '../../../src/domain/networks/locks/network-policy.ts';
import type { ToolContext } from '../../define-tool.ts';

/** More sales than a network locks in a week. */
const SALES_MAX = 200_000;

/** What a network is about to lock in one week although it may still come back. */
export interface LockCase extends LockKey {
  /** Most commission first; never empty. */
  readonly sales: readonly LockingSale[];
  readonly micros: bigint;
  readonly firstLocksAt: Date;
  readonly lastLocksAt: Date;
  /** The warning that is due: days before. */
  readonly step: number;
}

/**
 * Every figure of a proposal comes from here, so that none can be handed in.
 *
 * @param item - as `lockKey` writes it.
 * @returns null when nothing of it is due, or worth a decision, any more.
 */
export async function openLockCase({ db, policy, now }: ToolContext, item: string): Promise<LockCase | null> {
  const key = readLockKey(item);
  const { alertDaysBefore, networkLockDays, proposalMinMicros } = policy.reconciliation;
  const rules = lockRules(policy.networks, networkLockDays);
  const sales = await lockWeekLines(db, key, { asOf: now, rules, limit: SALES_MAX });
  const moments = sales.map(({ locksAt }) => locksAt.getTime());
  const first = moments.reduce((least, moment) => Math.min(least, moment), Number.POSITIVE_INFINITY);
  const last = moments.reduce((most, moment) => Math.max(most, moment), 0);
  const micros = sales.reduce((sum, sale) => sum + sale.micros, 0n);
  if (sales.length === 0 || micros < BigInt(proposalMinMicros)) return null;
  const firstLocksAt = new Date(first);
  const step = lockStep(firstLocksAt, now, alertDaysBefore);
  return step === null ? null : { ...key, sales, micros, firstLocksAt, lastLocksAt: new Date(last), step };
}
