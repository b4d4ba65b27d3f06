import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
  linesOf,
  moneyDraft,
  POLICY,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
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

const TWO_PEOPLE = { ...POLICY, twoPersonKinds: ['partner.warn', 'partner.block'] };

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
