import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setPaused } from '../../db/queries/control/set-paused.ts';
import { balances } from '../../db/queries/ledger/balances.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
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
import { executeDue } from '../executor/execute-due.ts';
import { decide } from './decide.ts';
import type { DecisionInput } from './decision-input.ts';
import { undo } from './undo.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 30, conversionsEach: 3 }));
afterAll(drop);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

const deciding = (one: Proposed, decision: DecisionInput['decision'], policy = POLICY) =>
  decide(pools.app, { ...one, decision }, ANNA, { now: NOW, policy });
const undoing = (one: Proposed, now = later(7), by = BEN) =>
  undo(pools.app, one, by, { now, policy: POLICY });
const view = (one: Proposed) => findProposal(pools.app, one.proposalId);
const held = async () =>
  (await balances(pools.app, partner)).find(({ account }) => account === 'held')?.balanceMicros;

describe('undo', () => {
  it('makes an approved proposal wait again, its action cancelled and its hold reversed', async () => {
    const one = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    await deciding(one, 'approve');
    expect(await held()).toBe(6_000_000n);
    expect(await undoing(one)).toMatchObject({ status: 'pending', approvals: 0 });
    expect(await held()).toBe(0n);
    expect(await view(one)).toMatchObject({
      status: 'pending',
      approvals: 0,
      delivery: { state: 'cancelled' },
      decisions: [{ decision: 'approve' }, { decision: 'undo', by: 'Ben' }],
    });
    expect(await executeDue(pools.app, { now: later(3_600), policy: POLICY })).toMatchObject({ executed: 0 });
  });

  it('lets the same person approve again, with a new action and a new hold', async () => {
    const one = await proposeOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    const actions = new Set<unknown>();
    for (let round = 0; round < 3; round += 1) {
      await deciding(one, 'approve');
      actions.add((await view(one))?.delivery.actionId);
      if (round < 2) await undoing(one);
    }
    expect(actions.size).toBe(3);
    expect(await held()).toBe(6_000_000n);
    expect(await executeDue(pools.app, { now: later(9), policy: POLICY })).toMatchObject({ executed: 1 });
  });

  it('withdraws the approvals of both people', async () => {
    const policy = { ...POLICY, twoPersonKinds: ['partner.warn'] };
    const one = await proposeOne(pools, warnDraft(partner), { policy });
    await deciding(one, 'approve', policy);
    await decide(pools.app, { ...one, decision: 'approve' }, BEN, { now: NOW, policy });
    await undoing(one);
    expect(await deciding(one, 'approve', policy)).toMatchObject({ status: 'pending', approvals: 1 });
  });

  it('takes back the first of two approvals', async () => {
    const policy = { ...POLICY, twoPersonKinds: ['partner.warn'] };
    const one = await proposeOne(pools, warnDraft(partner), { policy });
    await deciding(one, 'approve', policy);
    await undoing(one);
    expect(await view(one)).toMatchObject({ status: 'pending', approvals: 0 });
  });

  it('brings a rejected proposal back', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    await deciding(one, 'reject');
    expect(await undoing(one)).toMatchObject({ status: 'pending' });
    expect(await deciding(one, 'approve')).toMatchObject({ status: 'approved' });
  });

  it('brings a rejected proposal back only while no other waits for the same wish', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    await deciding(one, 'reject');
    await proposeOne(
      pools,
      warnDraft(partner, {
        effect: { kind: 'partner.warn', partnerId: partner, network: 'awin', subject: 'B', body: 'B' },
      }),
    );
    await expect(undoing(one)).rejects.toMatchObject({ code: 'undo_too_late' });
  });

  it('wakes a snoozed proposal at any time', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    await deciding(one, 'snooze');
    expect(await undoing(one, later(600))).toMatchObject({ status: 'pending' });
  });

  it.each(['approve', 'reject'] as const)(
    'is refused after the window of a decision to %s',
    async (decision) => {
      const one = await proposeOne(pools, warnDraft(partner));
      await deciding(one, decision);
      await expect(undoing(one, later(8))).rejects.toMatchObject({ code: 'undo_too_late' });
    },
  );

  it('is possible later while the kill switch keeps the effect here', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    await deciding(one, 'approve');
    await setPaused(pools.app, true, 'Ben');
    expect(await executeDue(pools.app, { now: later(60), policy: POLICY })).toMatchObject({ executed: 0 });
    expect(await undoing(one, later(60))).toMatchObject({ status: 'pending' });
    await setPaused(pools.app, false, 'Ben');
  });

  it('is refused once the effect was executed', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    await deciding(one, 'approve');
    await executeDue(pools.app, { now: later(8), policy: POLICY });
    await expect(undoing(one, later(7))).rejects.toMatchObject({ code: 'undo_too_late' });
  });

  it('and execution exclude each other, however close they come', async () => {
    for (let round = 0; round < 20; round += 1) {
      const one = await proposeOne(pools, warnDraft(partner, { dedupeKey: `${partner}:${round}` }));
      await deciding(one, 'approve');
      const [undone, executed] = await Promise.allSettled([
        undoing(one),
        executeDue(pools.app, { now: later(8), policy: POLICY }),
      ]);
      const status = (await view(one))?.status;
      expect(executed.status).toBe('fulfilled');
      expect(status).toBe(undone.status === 'fulfilled' ? 'pending' : 'executed');
    }
  });

  it('is for those who may decide', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    await deciding(one, 'approve');
    await expect(undoing(one, later(1), VERA)).rejects.toMatchObject({ code: 'role_missing' });
  });

  it('has nothing to take back from a proposal nobody decided', async () => {
    await expect(undoing(await proposeOne(pools, warnDraft(partner)))).rejects.toMatchObject({
      code: 'undo_too_late',
    });
  });
});
