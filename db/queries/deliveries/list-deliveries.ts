import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import type { DeliveryView } from '../../../src/domain/http/delivery-view.ts';
import type { Queryable } from '../../client.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const DeliveryRow = z.object({
  delivery_id: z.uuid(),
  kind: z.string(),
  proposal_id: z.uuid(),
  idempotency_key: z.string(),
  arrived_at: z.date(),
  arrived_micros: z.bigint(),
});

/**
 * What arrived at the sandbox network, newest first, as it wrote it down itself.
 *
 * @param proposalId - only this proposal's; null for all.
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @param limit - rows a page, 1 to 200.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listDeliveries(
  db: Queryable,
  {
    proposalId,
    cursor,
    limit,
  }: { readonly proposalId: string | null; readonly cursor: string | null; readonly limit: number },
): Promise<{ items: DeliveryView[]; nextCursor: string | null }> {
  const [, afterMicros, afterId] = cursor === null ? [null, null, null] : readCursor(cursor);
  const { rows } = await db.query(
    `
    select delivery_id, kind, proposal_id, idempotency_key, arrived_at,
           (extract(epoch from arrived_at) * 1000000)::bigint as arrived_micros
      from sandbox_delivery
     where ($1::uuid is null or proposal_id = $1)
       and ($2::bigint is null
            or arrived_at < timestamptz 'epoch' + $2::bigint * interval '1 microsecond'
            or (arrived_at = timestamptz 'epoch' + $2::bigint * interval '1 microsecond' and delivery_id > $3::uuid))
     order by arrived_at desc, delivery_id
     limit $4
    `,
    [proposalId, afterMicros, afterId, limit + 1],
  );
  const page = rows.slice(0, limit).map((row) => DeliveryRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.delivery_id,
      kind: row.kind,
      proposalId: row.proposal_id,
      idempotencyKey: row.idempotency_key,
      at: row.arrived_at.toISOString(),
    })),
    nextCursor: rows.length > limit && last ? `${last.arrived_micros}.${last.delivery_id}` : null,
  };
}

function readCursor(cursor: string): RegExpExecArray {
  const match = CURSOR.exec(cursor);
  if (!match) throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  return match;
}
