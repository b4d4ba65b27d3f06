import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setPaused } from '../../db/queries/control/set-paused.ts';
import { balances } from '../../db/queries/ledger/balances.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  blockDraft,
  later,
  linesOf,
  moneyDraft,
  NOW,
  POLICY,
  PROMPT,
  type Proposed,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { decide } from '../gate/decide.ts';
import type { ProposalDraft } from '../proposals/proposal-draft.ts';
import { executeDue } from './execute-due.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 40, conversionsEach: 4 }));
afterAll(drop);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

async function approved(draft: ProposalDraft, policy = PROMPT): Promise<Proposed> {
  const one = await proposeOne(pools, draft);
  await decide(pools.app, { ...one, decision: 'approve' }, ANNA, { now: NOW, policy });
  return one;
}
const executing = (now = NOW, policy = PROMPT) => executeDue(pools.app, { now, policy });
const view = ({ proposalId }: Proposed) => findProposal(pools.app, proposalId);

describe('the executor', () => {
  it('waits for the end of the undo window', async () => {
    const one = await approved(warnDraft(partner), POLICY);
    expect(await executing(later(7.999))).toMatchObject({ executed: 0 });
    expect(await executing(later(8))).toMatchObject({ executed: 1 });
    expect(await view(one)).toMatchObject({ status: 'executed', delivery: { state: 'queued' } });
  });

  it('marks the conversions of a hold, once', async () => {
    const one = await approved(moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    const results = await Promise.all([executing(), executing(), executing()]);
    expect(results.reduce((sum, { executed }) => sum + executed, 0)).toBe(1);
    const { rows } = await pools.app.query(
      'select conversion_id, kind, amount_micros from commission_hold where proposal_id = $1 order by 1',
      [one.proposalId],
    );
    expect(rows).toEqual(
      [1, 2, 3].map((n) => ({ conversion_id: `${partner}-${n}`, kind: 'hold', amount_micros: 2_000_000n })),
    );
  });

  it('stops attribution for a blocked partner from that moment', async () => {
    await approved(blockDraft(partner));
    await executing();
    const { rows } = await pools.app.query(
      'select p.status, b.sub_id, b.blocked_at from partner p join partner_block b using (partner_id) where partner_id = $1',
      [partner],
    );
    expect(rows).toEqual([{ status: 'blocked', sub_id: '', blocked_at: NOW }]);
  });

  it('leaves the partner active when only a sub-ID is blocked', async () => {
    await approved(blockDraft(partner, 'site-9'));
    await executing();
    const { rows } = await pools.app.query(
      'select p.status, b.sub_id from partner p join partner_block b using (partner_id) where partner_id = $1',
      [partner],
    );
    expect(rows).toEqual([{ status: 'active', sub_id: 'site-9' }]);
  });

  it.each([
    `update conversion set status = 'reversed' where conversion_id = $1 || '-1'`,
    `update conversion set commission_micros = 1 where conversion_id = $1 || '-1'`,
    `delete from conversion where conversion_id = $1 || '-1'`,
    `delete from partner where partner_id = $1`,
  ])('hands an approved hold to a person and takes it back out of the ledger after: %s', async (sql) => {
    const one = await approved(moneyDraft('commission.hold', partner, linesOf(partner, 1, 2)));
    await pools.app.query(sql, [partner]);
    expect(await executing()).toMatchObject({ executed: 0, needsPerson: 1 });
    const found = await view(one);
    expect(found).toMatchObject({ status: 'needs_person', delivery: { state: 'needs_person' } });
    expect(found?.delivery.reason).toBeTruthy();
    const standing = await balances(pools.app, partner);
    expect(standing.map(({ balanceMicros }) => balanceMicros)).toEqual([0n, 0n]);
    const { rows } = await pools.app.query('select from commission_hold where proposal_id = $1', [
      one.proposalId,
    ]);
    expect(rows).toEqual([]);
  });

  it('does not execute an approval that was deleted, or one by the proposer', async () => {
    const forged = await approved(warnDraft(partner));
    await pools.app.query('delete from decision where proposal_id = $1', [forged.proposalId]);
    const own = await approved(warnDraft(partner, { dedupeKey: `own:${partner}` }));
    await pools.app.query(`update decision set decided_by = 'Fraud' where proposal_id = $1`, [
      own.proposalId,
    ]);
    expect(await executing()).toMatchObject({ executed: 0, needsPerson: 2 });
  });

  it('asks again when the policy now wants two people, or a lower cap', async () => {
    await approved(warnDraft(partner));
    expect(await executing(NOW, { ...PROMPT, twoPersonKinds: ['partner.warn'] })).toMatchObject({
      executed: 0,
      needsPerson: 1,
    });
    await approved(moneyDraft('commission.hold', partner, linesOf(partner, 1, 2)));
    const caps = { ...PROMPT.caps, perPartnerPerDayMicros: '1' };
    expect(await executing(NOW, { ...PROMPT, caps })).toMatchObject({ executed: 0, needsPerson: 1 });
  });

  it('does nothing while paused, and everything afterwards', async () => {
    await setPaused(pools.app, true, 'Ben');
    await approved(warnDraft(partner));
    expect(await executing(later(60))).toMatchObject({ executed: 0, needsPerson: 0 });
    await setPaused(pools.app, false, 'Ben');
    expect(await executing(later(60))).toMatchObject({ executed: 1 });
  });

  it('is the only way to an effect: the outbox itself refuses what was not approved', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    const insert = () =>
      pools.app.query(
        `insert into outbox (proposal_id, effect, target, not_before)
         select proposal_id, effect, 'sandbox', $2 from proposal where proposal_id = $1`,
        [one.proposalId, NOW],
      );
    await expect(insert()).rejects.toThrow('no effect without approval');
    await pools.app.query(`update proposal set status = 'approved' where proposal_id = $1`, [one.proposalId]);
    await expect(insert()).rejects.toThrow('no effect without approval');
    expect(await executing()).toMatchObject({ executed: 0 });
  });
});
