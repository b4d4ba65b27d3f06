import assert from 'node:assert';
import { correctionKey } from '../../../src/domain/networks/correction-key.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import { planHash } from '../../../src/domain/reconciliation/plan-hash.ts';
import type { Queryable } from '../../client.ts';
import { readLines } from '../proposals/read-lines.ts';
import { correctionPlan } from '../reconciliation/correction-plan.ts';

/** Writes down the rows of a correction that is being executed: what networks are told comes from these, and only from these. */
export async function keepCorrections(
  db: Queryable,
  {
    proposalId,
    effect,
  }: { readonly proposalId: string; readonly effect: Extract<Effect, { kind: 'commission.correct' }> },
): Promise<void> {
  const lines = await readLines(db, proposalId);
  const rows = await correctionPlan(db, {
    partnerId: effect.partnerId,
    network: effect.network,
    conversionIds: lines.map(({ conversionId }) => conversionId),
    proposalId,
  });
  assert(planHash(rows) === effect.planSha256, 'the re-check compared the plan a moment ago');
  await db.query(
    `
    insert into correction_line (proposal_id, correction_key, network, transaction_id, correction)
    select $1, key, $2, transaction_id, correction
      from unnest($3::text[], $4::text[], $5::jsonb[]) as row(key, transaction_id, correction)
        on conflict do nothing
    `,
    [
      proposalId,
      effect.network,
      rows.map(correctionKey),
      rows.map(({ transactionId }) => transactionId),
      rows.map((row) => JSON.stringify(row)),
    ],
  );
}
