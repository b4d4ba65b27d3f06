import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  blockDraft,
  linesOf,
  moneyDraft,
  NOW,
  POLICY,
  PROMPT,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { executeDue } from '../executor/execute-due.ts';
import { approveByPolicy } from './approve-by-policy.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 12, conversionsEach: 3 }));
afterAll(drop);

const EVERYTHING = {
  ...PROMPT,
  autoApprovedKinds: ['partner.warn', 'partner.block', 'commission.hold', 'commission.clawback'],
};

describe('approval by policy', () => {
  it('lets nothing pass by default', async () => {
    const { proposalId } = await proposeOne(pools, warnDraft('p1'));
    expect(await approveByPolicy(pools.app, [proposalId], { now: NOW, policy: POLICY })).toMatchObject({
      approved: [],
      left: [{ proposalId }],
    });
  });

  it('approves a listed kind, recorded as decided by the policy', async () => {
    const { proposalId } = await proposeOne(pools, warnDraft('p2'));
    expect(await approveByPolicy(pools.app, [proposalId], { now: NOW, policy: EVERYTHING })).toEqual({
      approved: [proposalId],
      left: [],
    });
    expect(await findProposal(pools.app, proposalId)).toMatchObject({
      status: 'approved',
      decisions: [{ by: 'policy', byKind: 'policy', decision: 'approve' }],
    });
  });

  it('never approves a clawback or a block, whatever the policy lists', async () => {
    await pools.app.query(`update conversion set status = 'paid' where partner_id = 'p3'`);
    const clawback = await proposeOne(pools, moneyDraft('commission.clawback', 'p3', linesOf('p3', 1, 2)));
    const block = await proposeOne(pools, blockDraft('p3'));
    const ids = [clawback.proposalId, block.proposalId];
    const { approved, left } = await approveByPolicy(pools.app, ids, { now: NOW, policy: EVERYTHING });
    expect(approved).toEqual([]);
    expect(left).toHaveLength(2);
  });

  it('leaves to people what needs two of them', async () => {
    const policy = { ...EVERYTHING, twoPersonAboveMicros: '1' };
    const { proposalId } = await proposeOne(pools, moneyDraft('commission.hold', 'p4', linesOf('p4', 1, 2)));
    expect(await approveByPolicy(pools.app, [proposalId], { now: NOW, policy })).toMatchObject({
      approved: [],
    });
  });

  it('keeps to the caps and to what was shown', async () => {
    const hold = await proposeOne(pools, moneyDraft('commission.hold', 'p5', linesOf('p5', 1, 2)));
    const caps = { ...POLICY.caps, perDayMicros: '1' };
    expect(
      await approveByPolicy(pools.app, [hold.proposalId], { now: NOW, policy: { ...EVERYTHING, caps } }),
    ).toMatchObject({ approved: [] });

    const warn = await proposeOne(pools, warnDraft('p5'));
    await pools.app.query(`update proposal set title = 'x' where proposal_id = $1`, [warn.proposalId]);
    expect(
      await approveByPolicy(pools.app, [warn.proposalId], { now: NOW, policy: EVERYTHING }),
    ).toMatchObject({ approved: [] });
  });

  it('no longer counts when the policy was withdrawn before the effect left', async () => {
    await executeDue(pools.app, { now: NOW, policy: EVERYTHING });
    const { proposalId } = await proposeOne(pools, warnDraft('p6'));
    await approveByPolicy(pools.app, [proposalId], { now: NOW, policy: EVERYTHING });
    expect(await executeDue(pools.app, { now: NOW, policy: PROMPT })).toMatchObject({
      executed: 0,
      needsPerson: 1,
    });
  });
});
