import type { Queryable } from '../../../db/client.ts';
import type { Correction } from '../../domain/networks/correction.ts';
import { correctionKey } from '../../domain/networks/correction-key.ts';
import { planHash } from '../../domain/reconciliation/plan-hash.ts';

/** An action of the outbox with the rows of its plan, approved by somebody, as the executor leaves it. */
export async function queueCorrection(
  db: Queryable,
  rows: readonly Correction[],
): Promise<{ actionId: string; proposalId: string }> {
  const network = rows[0]?.network ?? '';
  const effect = {
    ...{ kind: 'commission.correct', partnerId: 'p1', network },
    money: { micros: '1', currency: 'GBP' },
    lines: { count: rows.length, sha256: 'a'.repeat(64) },
    planSha256: planHash(rows),
  };
  const proposal = await db.query<{ proposal_id: string }>(
    `insert into proposal (kind, partner_id, title, summary, effect, evidence, approvals_needed, proposed_by, workflow, made_by,
       shown_hash, origin_hash, dedupe_key, created_at, expires_at, status)
     values ('commission.correct', 'p1', 't', 's', $1, '[]', 1, 'reconciliation', 'reconciliation', '{}', repeat('a', 64),
       repeat('a', 64), gen_random_uuid()::text, now(), now() + interval '1 day', 'pending') returning proposal_id`,
    [effect],
  );
  const proposalId = proposal.rows[0]?.proposal_id ?? '';
  await db.query(
    `insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash)
     values ($1, 'anna', 'token', 'approve', repeat('a', 64))`,
    [proposalId],
  );
  await db.query(`update proposal set status = 'approved' where proposal_id = $1`, [proposalId]);
  for (const row of rows) {
    await db.query('insert into correction_line values ($1, $2, $3, $4, $5)', [
      proposalId,
      correctionKey(row),
      network,
      row.transactionId,
      row,
    ]);
  }
  const action = await db.query<{ action_id: string }>(
    `insert into outbox (proposal_id, effect, target, not_before) values ($1, $2, $3, now()) returning action_id`,
    [proposalId, effect, network],
  );
  return { actionId: action.rows[0]?.action_id ?? '', proposalId };
}
