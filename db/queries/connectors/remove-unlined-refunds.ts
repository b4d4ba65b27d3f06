import type { Queryable } from '../../client.ts';

/** Takes away what is known of these refunds without a line, where their lines are known: the same money would count twice. */
export async function removeUnlinedRefunds(db: Queryable, refundIds: readonly string[]): Promise<void> {
  if (refundIds.length === 0) return;
  await db.query(
    `
    delete from refund whole
     where whole.refund_id = any($1) and whole.line_id = ''
       and exists (select from refund line where line.refund_id = whole.refund_id and line.line_id <> '')
    `,
    [refundIds],
  );
}
