import type { Queryable } from '../../client.ts';
import { stageCommissions } from './stage-commissions.ts';
import { stageDenials } from './stage-denials.ts';
import { stageExceptions } from './stage-exceptions.ts';
import { stageLines } from './stage-lines.ts';
import { stageNamedReturns } from './stage-named-returns.ts';
import { stageNotes } from './stage-notes.ts';
import { stageOrderReturns } from './stage-order-returns.ts';
import { stageShares } from './stage-shares.ts';
import { stageUnnamedReturns } from './stage-unnamed-returns.ts';
import type { Staging } from './staging.ts';

/**
 * Reckons the programme, or the staged orders, once: `staged_line`, `staged_kept_note` and `staged_exception` hold what the
 * three kept tables would. Temporary tables of the transaction; nothing that is kept is touched.
 */
export async function stageResult(transaction: Queryable, staging: Staging): Promise<void> {
  // A million rows are sorted and joined at once.
  await transaction.query(`set local work_mem = '128MB'`);
  await stageCommissions(transaction, staging);
  await stageDenials(transaction);
  await stageShares(transaction, staging);
  await stageNamedReturns(transaction, staging);
  await stageOrderReturns(transaction, staging);
  await stageUnnamedReturns(transaction, staging);
  await stageNotes(transaction);
  await stageLines(transaction, staging.asOf);
  await stageKeptNotes(transaction);
  await stageExceptions(transaction, staging);
}

/** The placed returns as they are kept: those of the headline, on uncommissioned lines too; and what decisions took. */
async function stageKeptNotes(db: Queryable): Promise<void> {
  await db.query('create temp table staged_kept_note (like reconciliation_note) on commit drop');
  await db.query(`
    insert into staged_kept_note
    select r.refund_id, r.refund_line_id, r.order_id, r.line_id, r.refunded_at, r.quantity, r.matching, n.kind,
           coalesce(n.amount_micros, 0)
      from staged_return r
      left join staged_note n
        on n.matching = 'lifo' and n.order_id = r.order_id and n.line_id = r.line_id
       and n.refund_id = r.refund_id and n.refund_line_id = r.refund_line_id
     where r.matching <> 'fifo'
    union all
    select n.refund_id, '', n.order_id, n.line_id, d.denied_at, 0, 'decision', n.kind, n.amount_micros
      from staged_denial d
      join staged_note n using (order_id)
     where n.matching = 'lifo' and n.quantity = 0
  `);
  await db.query('analyze staged_kept_note');
}
