import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { balances } from '../../db/queries/ledger/balances.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
  blockDraft,
  later,
  linesOf,
  moneyDraft,
  NOW,
  PROMPT,
  type Proposed,
  proposeOne,
  seedProgramme,
  VERA,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { oldNetwork, outboxContext, queuedOne } from '../../db/testing/outbox-fixture.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import { executeDue } from '../executor/execute-due.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { ProposalDraft } from '../proposals/proposal-draft.ts';
import { decide } from './decide.ts';
import { type Resolution, resolve } from './resolve.ts';
import { undo } from './undo.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 20, conversionsEach: 3 }));
afterAll(drop);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

const context = { now: NOW, policy: PROMPT };
const view = ({ proposalId }: Proposed) => findProposal(pools.app, proposalId);
const resolving = (one: Proposed, resolution: Resolution, by = BEN) =>
  resolve(pools.app, { proposalId: one.proposalId, resolution, comment: 'I looked.' }, by, context);
const sandbox = sandboxNetwork(pools.app, { latencyMs: 0 });

async function stopped(draft: ProposalDraft, how: 'unclear' | 'refused'): Promise<Proposed> {
  const one = await queuedOne(pools, draft);
  await deliverDue(outboxContext(pools, [oldNetwork(() => how)]));
  return one;
}

describe('resolving what stopped', () => {
  it.each(['unclear', 'refused'] as const)('%s: a person confirms that it arrived', async (how) => {
    await pools.app.query(`update conversion set status = 'paid' where partner_id = $1`, [partner]);
    const one = await stopped(moneyDraft('commission.clawback', partner, linesOf(partner, 1, 2)), how);
    expect(await resolving(one, 'confirm')).toBe('delivered');
    expect(await view(one)).toMatchObject({ status: 'delivered', delivery: { state: 'delivered' } });
    expect((await balances(pools.app, partner)).at(-1)).toMatchObject({
      account: 'receivable',
      balanceMicros: -4_000_000n,
    });
  });

  it.each(['unclear', 'refused'] as const)('%s: a person has it sent again', async (how) => {
    const one = await stopped(warnDraft(partner), how);
    expect(await resolving(one, 'retry')).toBe('executed');
    await deliverDue(outboxContext(pools, [sandbox]));
    expect(await view(one)).toMatchObject({ status: 'delivered', delivery: { reason: null } });
  });

  it.each(['unclear', 'refused'] as const)(
    '%s: a person gives it up, and nothing is left of it',
    async (how) => {
      const hold = await stopped(moneyDraft('commission.hold', partner, linesOf(partner, 1, 2)), how);
      const block = await stopped(blockDraft(partner), how);
      expect(await resolving(hold, 'give-up')).toBe('rejected');
      expect(await resolving(block, 'give-up')).toBe('rejected');
      const standing = await balances(pools.app, partner);
      expect(standing.map(({ balanceMicros }) => balanceMicros)).toEqual([0n, 0n]);
      const { rows } = await pools.app.query(
        `select p.status, b.lifted_at is not null as lifted,
              (select count(*)::int from commission_hold where partner_id = p.partner_id) as holds
         from partner p join partner_block b using (partner_id) where partner_id = $1`,
        [partner],
      );
      expect(rows).toEqual([{ status: 'active', lifted: true, holds: 0 }]);
      await expect(
        undo(pools.app, hold, ANNA, { now: later(1), policy: { ...PROMPT, undoSeconds: 8 } }),
      ).resolves.toMatchObject({ status: 'pending' });
    },
  );

  it('lets what the re-check stopped only be given up', async () => {
    const one = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 2)));
    await decide(pools.app, { ...one, decision: 'approve' }, ANNA, context);
    await pools.app.query('delete from conversion where partner_id = $1', [partner]);
    await executeDue(pools.app, context);
    for (const resolution of ['retry', 'confirm'] as const) {
      await expect(resolving(one, resolution)).rejects.toMatchObject({
        code: 'proposal_transition_forbidden',
      });
    }
    expect(await resolving(one, 'give-up')).toBe('rejected');
  });

  it('is not for proposals that go their way, nor for viewers', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    await expect(resolving(one, 'confirm')).rejects.toMatchObject({ code: 'proposal_transition_forbidden' });
    await expect(resolving(one, 'confirm', VERA)).rejects.toMatchObject({ code: 'role_missing' });
  });
});
