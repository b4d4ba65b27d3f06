import type { Queryable } from '../../client.ts';

/** Notes that these decisions stand in the vector store. */
export async function markLearned(
  db: Queryable,
  learned: readonly { readonly proposal_id: string; readonly kind: string; readonly decision_id: bigint }[],
  now: Date,
): Promise<void> {
  await db.query(
    `
    insert into precedent (proposal_id, kind, decision_id, learned_at)
    select t.proposal_id, t.kind, t.decision_id, $4
      from unnest($1::uuid[], $2::text[], $3::bigint[]) as t (proposal_id, kind, decision_id)
    on conflict (proposal_id) do update set decision_id = excluded.decision_id, learned_at = excluded.learned_at
    `,
    [
      learned.map((row) => row.proposal_id),
      learned.map((row) => row.kind),
      learned.map((row) => row.decision_id.toString()),
      now,
    ],
  );
}
