import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ReasonRow = z.object({ reason: z.enum(['unsubscribe', 'bounce', 'complaint', 'manual']) });
export type SuppressionReason = z.infer<typeof ReasonRow>['reason'];

/** Why an address gets no mail from us any more; `null` when it does. */
export async function isSuppressed(db: Queryable, address: string): Promise<SuppressionReason | null> {
  const { rows } = await db.query('select reason from mail_suppression where address = lower($1)', [address]);
  return rows[0] ? ReasonRow.parse(rows[0]).reason : null;
}
