import { z } from 'zod';
import type { Correction } from '../../../src/domain/networks/correction.ts';
import { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';
import { readCorrections } from './read-corrections.ts';

const Row = z.object({ proposal_id: z.uuid(), effect: Effect });

/** The rows that one action of the outbox is to tell a network, checked against its hash; empty for any other action. */
export async function rowsOfAction(db: Queryable, actionId: string): Promise<readonly Correction[]> {
  const { rows } = await db.query('select proposal_id, effect from outbox where action_id = $1', [actionId]);
  if (!rows[0]) return [];
  const { proposal_id: proposalId, effect } = Row.parse(rows[0]);
  return effect.kind === 'commission.correct' ? readCorrections(db, { proposalId, effect }) : [];
}
