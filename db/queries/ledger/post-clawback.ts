import { entriesOf } from '../../../src/domain/ledger/entries-of.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';
import { readLines } from '../proposals/read-lines.ts';
import { postLedger } from './post-ledger.ts';

/** Books what the partner owes now that a clawback has arrived, once; nothing for any other effect. */
export async function postClawback(
  db: Queryable,
  {
    actionId,
    proposalId,
    effect,
    at,
  }: {
    readonly actionId: string;
    readonly proposalId: string;
    readonly effect: Effect;
    readonly at: Date;
  },
): Promise<void> {
  if (effect.kind !== 'commission.clawback') return;
  await postLedger(db, {
    kind: 'clawback',
    sourceKey: `clawback:${actionId}`,
    occurredAt: at,
    memo: { proposalId, actionId },
    entries: entriesOf(effect, await readLines(db, proposalId)),
  });
}
