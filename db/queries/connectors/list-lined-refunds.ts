import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ refund_id: z.string() });

/** Which of these refunds are known by the lines that they are for. */
export async function listLinedRefunds(db: Queryable, refundIds: readonly string[]): Promise<Set<string>> {
  if (refundIds.length === 0) return new Set();
  const { rows } = await db.query(
    "select distinct refund_id from refund where refund_id = any($1) and line_id <> ''",
    [refundIds],
  );
  return new Set(rows.map((row) => Row.parse(row).refund_id));
}
