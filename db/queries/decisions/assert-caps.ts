import { assertWithinCaps } from '../../../src/domain/proposals/assert-within-caps.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import { effectMoney } from '../../../src/domain/proposals/effect-money.ts';
import type { GatePolicy } from '../../../src/domain/proposals/gate-policy.ts';
import type { Queryable } from '../../client.ts';
import { takeLock } from '../control/take-lock.ts';
import { capUsage } from './cap-usage.ts';

const DAY_MS = 86_400_000;

/**
 * Counts this effect's money with everything approved in the last 24 hours. Approvals of money take turns from here
 * to their commit, or fifty at once would each find the cap untouched.
 *
 * @throws {Refusal} `cap_exceeded`.
 */
export async function assertCaps(
  db: Queryable,
  proposalId: string,
  effect: Effect,
  { now, policy }: { readonly now: Date; readonly policy: Pick<GatePolicy, 'caps'> },
): Promise<void> {
  const money = effectMoney(effect);
  const { partnerId } = effect;
  if (money === null || partnerId === null) return;
  await takeLock(db, 'caps');
  const usage = await capUsage(db, {
    proposalId,
    partnerId,
    currency: money.currency,
    since: new Date(now.getTime() - DAY_MS),
  });
  assertWithinCaps(money, usage, policy.caps);
}
