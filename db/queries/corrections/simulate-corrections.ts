import type { Correction } from '../../../src/domain/networks/correction.ts';
import type { Queryable } from '../../client.ts';

/** What the simulated network does with corrections: its transactions stand as aimed at. Twice is like once. */
export async function simulateCorrections(
  db: Queryable,
  { idempotencyKey, rows }: { readonly idempotencyKey: string; readonly rows: readonly Correction[] },
): Promise<void> {
  await db.query(
    `
    insert into sandbox_transaction (network, transaction_id, state, idempotency_key)
    select row.network, row.transaction_id, row.state, $1
      from unnest($2::text[], $3::text[], $4::jsonb[]) as row(network, transaction_id, state)
        on conflict (network, transaction_id) do update
       set state = excluded.state, idempotency_key = excluded.idempotency_key, changed_at = now()
     where sandbox_transaction.idempotency_key <> excluded.idempotency_key
    `,
    [
      idempotencyKey,
      rows.map(({ network }) => network),
      rows.map(({ transactionId }) => transactionId),
      rows.map(({ after }) => JSON.stringify(after)),
    ],
  );
}
