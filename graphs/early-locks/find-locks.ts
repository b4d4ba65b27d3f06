import { listLockWeeks } from '../../db/queries/locks/list-lock-weeks.ts';
import { lockKey } from '../../src/domain/networks/locks/lock-key.ts';
import { lockRules } from '../../src/domain/networks/locks/network-policy.ts';
import { defineNode } from '../define-node.ts';
import type { EarlyLockState } from './early-lock-state.ts';

/** Two weeks of so many networks and currencies. */
const WEEKS_MAX = 200;
/** A work item's name takes no more. */
const KEY_MAX = 200;

/** The weeks in which a network locks too early, as far as a warning is due: each becomes a work item with a thread of its own. */
export const findLocks = defineNode<EarlyLockState, Pick<EarlyLockState, 'items'>>({
  name: 'find-locks',
  tools: [],
  agent: null,
  async run({ items }, { deps }) {
    const { alertDaysBefore, networkLockDays } = deps.policy.reconciliation;
    const weeks = await listLockWeeks(deps.db, {
      asOf: deps.now(),
      rules: lockRules(deps.policy.networks, networkLockDays),
      daysAhead: Math.max(...alertDaysBefore),
      limit: WEEKS_MAX,
    });
    const keys = weeks.map(lockKey).filter((key) => key.length <= KEY_MAX);
    return { items: [...items, ...keys] };
  },
});
