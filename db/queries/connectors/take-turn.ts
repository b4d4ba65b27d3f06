import type pg from 'pg';
import { z } from 'zod';
import { type CallLimits, callsThatCount, waitForTurn } from '../../../src/domain/networks/call-limits.ts';
import { inTransaction } from '../../transaction.ts';

const Row = z.object({ calls: z.array(z.number()), now_ms: z.number() });

/**
 * Counts a call of an account for all processes of this database, by its clock: 0 when the call may go now, else how
 * long to wait before asking again, milliseconds; nothing is counted then.
 */
export async function takeTurn(pool: pg.Pool, account: string, limits: CallLimits): Promise<number> {
  if (limits.windows.length === 0) return 0;
  await pool.query('insert into connection_account (account) values ($1) on conflict (account) do nothing', [
    account,
  ]);
  return inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query(
      'select calls, 0::float8 as now_ms from connection_account where account = $1 for update',
      [account],
    );
    const { rows: clock } = await transaction.query(
      'select array[]::float8[] as calls, extract(epoch from clock_timestamp())::float8 * 1000 as now_ms',
    );
    // Read once the row is ours: a call that was waited for has been counted by then.
    const { now_ms: nowMs } = Row.parse(clock[0]);
    const calls = callsThatCount(limits, Row.parse(rows[0]).calls, nowMs);
    const waitMs = Math.ceil(waitForTurn(limits, calls, nowMs));
    if (waitMs <= 0) {
      await transaction.query('update connection_account set calls = $2 where account = $1', [
        account,
        [...calls, nowMs],
      ]);
    }
    return Math.max(0, waitMs);
  });
}
