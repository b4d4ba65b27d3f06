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
  POLICY,
  type Proposed,
  proposeOne,
  seedProgramme,
  VERA,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { POLICY_PRINCIPAL, type Principal } from '../domain/principal.ts';
import type { GateContext } from './case.ts';
import { decide } from './decide.ts';
import { decideMany } from './decide-many.ts';
import type { DecisionInput } from './decision-input.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 60, conversionsEach: 4 }));
afterAll(drop);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

const context = { now: NOW, policy: POLICY };
const deciding = (
  { proposalId, shownHash }: Proposed,
  decision: DecisionInput['decision'],
  by: Principal = ANNA,
  more: Partial<DecisionInput> & Partial<GateContext> = {},
) => {
  const { now = NOW, policy = POLICY, ...input } = more;
  return decide(pools.app, { proposalId, shownHash, decision, ...input }, by, { now, policy });
};
const view = async ({ proposalId }: Proposed) => {
  const found = await findProposal(pools.app, proposalId);
  if (!found) throw new Error('gone');
  return found;
};
const TWO_PEOPLE = { ...POLICY, twoPersonKinds: ['partner.warn', 'partner.block'] };

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

describe('two people', () => {
  it('approve one after the other; the first leaves it pending', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner), { policy: TWO_PEOPLE });
    expect(await deciding(proposed, 'approve', ANNA, { policy: TWO_PEOPLE })).toMatchObject({
      status: 'pending',
      approvalsNeeded: 2,
      approvals: 1,
    });
    expect(await view(proposed)).toMatchObject({
      status: 'pending',
      approvals: 1,
      delivery: { state: 'none' },
    });
    expect(await deciding(proposed, 'approve', BEN, { policy: TWO_PEOPLE })).toMatchObject({
      status: 'approved',
      approvals: 2,
    });
  });

  it('are two: the same person’s second approval is refused, however the name is written', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner), { policy: TWO_PEOPLE });
    await deciding(proposed, 'approve', ANNA, { policy: TWO_PEOPLE });
    for (const name of ['Anna', 'anna']) {
      await expect(
        deciding(proposed, 'approve', { ...ANNA, name }, { policy: TWO_PEOPLE }),
      ).rejects.toMatchObject({ code: 'approver_already_approved' });
    }
    expect(await view(proposed)).toMatchObject({ status: 'pending', approvals: 1 });
  });

  it('are needed as soon as the policy says so, whatever the row said before', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    expect(await deciding(proposed, 'approve', ANNA, { policy: TWO_PEOPLE })).toMatchObject({
      status: 'pending',
      approvalsNeeded: 2,
    });
  });

  it('approve what they saw: neither may change it on the way', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner), { policy: TWO_PEOPLE });
    await expect(
      deciding(proposed, 'edit', ANNA, { policy: TWO_PEOPLE, edits: { subject: 'Hello' } }),
    ).rejects.toMatchObject({ code: 'edit_not_allowed' });
  });

  it('may also refuse alone', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner), { policy: TWO_PEOPLE });
    await deciding(proposed, 'approve', ANNA, { policy: TWO_PEOPLE });
    expect(await deciding(proposed, 'reject', BEN)).toMatchObject({ status: 'rejected' });
  });
});

describe('an edit', () => {
  it('approves the changed words and keeps what was shown', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await deciding(proposed, 'edit', ANNA, { edits: { subject: 'A question' } });
    const found = await view(proposed);
    expect(found).toMatchObject({
      status: 'approved',
      effect: { subject: 'Your traffic' },
      decisions: [{ decision: 'edit', edits: { subject: 'A question' } }],
    });
    const { rows } = await pools.app.query('select effect from outbox where proposal_id = $1', [found.id]);
    expect(rows).toMatchObject([
      { effect: { subject: 'A question', body: 'Dear partner, your orders come quickly.' } },
    ]);
  });

  it.each([
    ['edit_not_allowed', { partnerId: 'p2' }],
    ['edit_not_allowed', { kind: 'partner.block' }],
    ['edit_not_allowed', { lines: 'x' }],
    ['input_invalid', { subject: '' }],
    ['input_invalid', { body: 'x'.repeat(8_001) }],
    ['input_invalid', { subject: 'Your traffic' }],
    ['input_invalid', {}],
  ])('is refused with %s for %j', async (code, edits) => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await expect(deciding(proposed, 'edit', ANNA, { edits })).rejects.toMatchObject({ code });
  });

  it('never touches a figure', async () => {
    const proposed = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 1)));
    await expect(
      deciding(proposed, 'edit', ANNA, { edits: { money: '{"micros":"1","currency":"GBP"}' } }),
    ).rejects.toMatchObject({ code: 'edit_not_allowed' });
  });
});

describe('the other decisions', () => {
  it('a response needs a comment, and takes the proposal out of the queue', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await expect(deciding(proposed, 'respond')).rejects.toMatchObject({ code: 'input_invalid' });
    expect(await deciding(proposed, 'respond', ANNA, { comment: 'Name the orders.' })).toMatchObject({
      status: 'superseded',
    });
    expect(await view(proposed)).toMatchObject({
      decisions: [{ decision: 'respond', comment: 'Name the orders.' }],
      delivery: { state: 'none' },
    });
  });

  it('a snooze lasts until the next morning at 8 by the programme’s clock', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    expect(await deciding(proposed, 'snooze')).toMatchObject({ status: 'snoozed' });
    expect((await view(proposed)).snoozedUntil).toBe('2026-03-03T08:00:00.000Z');
  });

  it('a snoozed proposal can still be approved', async () => {
    const proposed = await proposeOne(pools, warnDraft(partner));
    await deciding(proposed, 'snooze', ANNA, { snoozedUntil: later(3_600) });
    expect(await deciding(proposed, 'approve', BEN)).toMatchObject({ status: 'approved' });
    expect(await view(proposed)).toMatchObject({ snoozedUntil: null });
  });

  it.each([-1, 72 * 3_600])(
    'a snooze of %s seconds is refused: past, or beyond its life',
    async (seconds) => {
      const proposed = await proposeOne(pools, warnDraft(partner));
      await expect(
        deciding(proposed, 'snooze', ANNA, { snoozedUntil: later(seconds) }),
      ).rejects.toMatchObject({ code: 'input_invalid' });
    },
  );

  it('an unknown id is refused as such', async () => {
    const unknown = { proposalId: '6f8c1f7e-0000-4000-8000-000000000000', shownHash: 'a'.repeat(64) };
    await expect(deciding(unknown, 'approve')).rejects.toMatchObject({ code: 'proposal_unknown' });
  });

  it('many at once are each bound to their own hash', async () => {
    const right = await proposeOne(pools, warnDraft(partner));
    const wrong = await proposeOne(pools, blockDraft(partner));
    const outcomes = await decideMany(
      pools.app,
      [
        { ...wrong, decision: 'approve', shownHash: right.shownHash },
        { ...right, decision: 'approve' },
      ],
      ANNA,
      context,
    );
    expect(outcomes).toMatchObject([
      { ok: false, refusal: { code: 'proposal_changed' } },
      { ok: true, outcome: { status: 'approved' } },
    ]);
  });
});
