import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { balances } from '../../db/queries/ledger/balances.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
  blockDraft,
  later,
  linesOf,
  moneyDraft,
  NOW,
  proposeOne,
  seedProgramme,
  VERA,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { POLICY_PRINCIPAL, type Principal } from '../domain/principal.ts';
import { decidingOn } from './testing/deciding-on.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 60, conversionsEach: 4 }));
afterAll(drop);
const { deciding, view } = decidingOn(pools.app);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

describe('an approval', () => {
  it('moves status, action, ledger hold, decision and audit row together', async () => {
    const proposed = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    expect(await deciding(proposed, 'approve', ANNA, { comment: 'Clear.' })).toEqual({
      proposalId: proposed.proposalId,
      status: 'approved',
      approvalsNeeded: 1,
      approvals: 1,
      undoUntil: later(8).toISOString(),
      decidedBy: 'Anna',
    });
    expect(await view(proposed)).toMatchObject({
      status: 'approved',
      decisions: [{ by: 'Anna', byKind: 'session', decision: 'approve', comment: 'Clear.' }],
      delivery: { state: 'waiting', undoUntil: later(8).toISOString() },
    });
    const standing = Object.fromEntries(
      (await balances(pools.app, partner)).map((balance) => [balance.account, balance.balanceMicros]),
    );
    expect(standing).toEqual({ payable: -6_000_000n, held: 6_000_000n });
    const { rows } = await pools.app.query('select actor, action, facts from audit where subject = $1', [
      proposed.proposalId,
    ]);
    expect(rows).toMatchObject([
      {
        actor: 'Anna',
        action: 'proposal.approved',
        facts: { shownHash: proposed.shownHash, approvers: ['Anna'] },
      },
    ]);
  });

  it('needs somebody who may decide', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    const agent = { name: 'fraud', role: 'agent', kind: 'agent' } as unknown as Principal;
    for (const by of [VERA, POLICY_PRINCIPAL, agent]) {
      await expect(deciding(proposed, 'approve', by)).rejects.toMatchObject({ code: 'role_missing' });
    }
    expect(await view(proposed)).toMatchObject({ status: 'pending', decisions: [] });
  });

  it.each(['Anna', 'ANNA', ' anna '])('is refused to the proposer, also as %j', async (name) => {
    const proposed = await proposeOne(pools, warnDraft(partner, { proposedBy: 'Anna' }));
    await expect(deciding(proposed, 'approve', { ...ANNA, name })).rejects.toMatchObject({
      code: 'approver_is_proposer',
    });
    expect(await deciding(proposed, 'approve', BEN)).toMatchObject({ status: 'approved' });
  });

  it('is refused for another hash than the row’s', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    const other = { ...proposed, shownHash: 'f'.repeat(64) };
    await expect(deciding(other, 'approve')).rejects.toMatchObject({ code: 'proposal_changed' });
  });

  it('is refused once the proposal has expired, before any sweep', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await expect(deciding(proposed, 'approve', ANNA, { now: later(72 * 3_600) })).rejects.toMatchObject({
      code: 'proposal_expired',
    });
  });

  it('names the winner to whoever comes second', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await deciding(proposed, 'reject', BEN);
    await expect(deciding(proposed, 'approve')).rejects.toMatchObject({
      code: 'proposal_already_decided',
      facts: { decidedBy: 'Ben', status: 'rejected' },
    });
  });

  it.each([
    [`update conversion set status = 'approved' where conversion_id = $1`],
    [`update conversion set commission_micros = commission_micros + 1 where conversion_id = $1`],
    [`delete from conversion where conversion_id = $1`],
    [
      `insert into commission_hold (network, conversion_id, kind, partner_id, proposal_id, amount_micros, currency)
       select 'awin', $1, 'hold', 'p1', proposal_id, 1, 'GBP' from proposal order by created_at limit 1`,
    ],
  ])('computes its figures again: refused after %s', async (sql) => {
    await proposeOne(pools, warnDraft('p60'));
    const proposed = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    await pools.app.query(sql, [`${partner}-2`]);
    await expect(deciding(proposed, 'approve')).rejects.toMatchObject({ code: 'proposal_stale' });
    expect(await view(proposed)).toMatchObject({ status: 'pending' });
    expect(await balances(pools.app, partner)).toEqual([]);
  });

  it('of a clawback needs commission that is locked or paid', async () => {
    await pools.app.query(`update conversion set status = 'paid' where partner_id = $1`, [partner]);
    const proposed = await proposeOne(
      pools,
      moneyDraft('commission.clawback', partner, linesOf(partner, 1, 2)),
    );
    await pools.app.query(`update conversion set status = 'pending' where conversion_id = $1`, [
      `${partner}-1`,
    ]);
    await expect(deciding(proposed, 'approve')).rejects.toMatchObject({ code: 'proposal_stale' });
  });

  it('is refused when another approved proposal has the same conversion', async () => {
    const first = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 2)));
    const second = await proposeOne(
      pools,
      moneyDraft('commission.hold', partner, linesOf(partner, 2, 3), { dedupeKey: `other:${partner}` }),
    );
    const results = await Promise.allSettled([deciding(first, 'approve'), deciding(second, 'approve', BEN)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of a block is refused when the partner is blocked already', async () => {
    const proposed = await proposeOne(pools, blockDraft(partner));
    await pools.app.query('insert into partner_block (partner_id, blocked_at) values ($1, $2)', [
      partner,
      NOW,
    ]);
    await expect(deciding(proposed, 'approve')).rejects.toMatchObject({ code: 'proposal_stale' });
  });
});
