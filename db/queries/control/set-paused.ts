import type pg from 'pg';
import { inTransaction } from '../../transaction.ts';
import { appendAudit } from '../audit/append-audit.ts';

/**
 * Turns the kill switch on or off, and says so in the audit log when that changed anything.
 *
 * @param by - the name of who did it.
 */
export async function setPaused(pool: pg.Pool, paused: boolean, by: string): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    const { rows } = await transaction.query(
      `
      update control
         set paused = $1, changed_by = $2, changed_at = now()
       where control_id = 1 and paused <> $1
      returning changed_at
      `,
      [paused, by],
    );
    const changed = rows[0];
    if (!changed) return;
    await appendAudit(transaction, {
      at: new Date(changed.changed_at),
      actor: by,
      action: paused ? 'control.paused' : 'control.resumed',
      subject: 'control',
      facts: {},
    });
  });
}
