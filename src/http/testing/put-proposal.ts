import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../../db/client.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import { propose } from '../../proposals/propose.ts';

/** Puts a warning to a partner into the queue: the effect with nothing to compute. */
export async function putProposal(
  db: Queryable,
  { proposedBy = 'fraud' }: { readonly proposedBy?: string } = {},
): Promise<string> {
  const partnerId = `p-${randomUUID()}`;
  await db.query('insert into partner (partner_id, name, network) values ($1, $2, $3)', [
    partnerId,
    `Shop ${partnerId}`,
    'awin',
  ]);
  await db.query(`insert into programme (name, currency) values ('Test', 'GBP') on conflict do nothing`);
  const outcome = await propose(
    db,
    {
      workflow: 'fraud',
      proposedBy,
      title: `Warn ${partnerId}`,
      summary: 'Orders follow the click too soon.',
      effect: {
        kind: 'partner.warn',
        partnerId,
        network: 'awin',
        subject: 'Your traffic',
        body: 'Dear partner',
      },
      evidence: [{ type: 'note', title: 'Why', text: 'Because.' }],
      source: null,
      partnerId,
      money: null,
      madeBy: { engine: 'embedded', prompt: null, rules: 'fraud@1' },
      dedupeKey: `fraud:partner.warn:${partnerId}`,
    },
    { runId: null, now: new Date(), policy: DEFAULT_POLICY, programmeCurrency: 'GBP' },
  );
  if (outcome.proposalId === null) throw new Error(`dropped: ${outcome.reason}`);
  return outcome.proposalId;
}
