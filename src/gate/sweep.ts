import type pg from 'pg';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { expireDue } from '../../db/queries/proposals/expire-due.ts';
import { wakeSnoozed } from '../../db/queries/proposals/wake-snoozed.ts';
import { inTransaction } from '../../db/transaction.ts';
import { SYSTEM_PRINCIPAL } from '../domain/principal.ts';

const EXPIRED_A_TURN = 500;

export interface Swept {
  readonly expired: number;
  readonly woken: number;
}

/** What time alone decides: open proposals expire, snoozed ones come back. At most 500 expire a call. */
export async function sweep(pool: pg.Pool, now: Date): Promise<Swept> {
  return inTransaction(pool, async (transaction) => {
    const expired = await expireDue(transaction, now, EXPIRED_A_TURN);
    const woken = await wakeSnoozed(transaction, now);
    await appendAudit(
      transaction,
      ...expired.map(({ proposalId, shownHash }) => ({
        at: now,
        actor: SYSTEM_PRINCIPAL.name,
        action: 'proposal.expired',
        subject: proposalId,
        facts: { shownHash },
      })),
    );
    return { expired: expired.length, woken };
  });
}
