import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMail } from '../../db/queries/mail/read-mail.ts';
import { suppress } from '../../db/queries/mail/suppress.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { ANNA, BEN, NOW, POLICY, PROMPT, proposeOne, seedProgramme } from '../../db/testing/gate-fixture.ts';
import {
  handOverDraft,
  mailFrom,
  payoutDraft,
  rateDraft,
  replyDraft,
} from '../../db/testing/mail-fixture.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import type { SandboxFault } from '../connectors/sandbox/write.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import { decide } from '../gate/decide.ts';
import { resolve } from '../gate/resolve.ts';
import { undo } from '../gate/undo.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { ProposalDraft } from '../proposals/proposal-draft.ts';
import { type ProposeOutcome, propose } from '../proposals/propose.ts';
import { executeDue } from './execute-due.ts';

const { pools, drop } = await cloneDatabase();
const { app, agent } = pools;
const context = { now: NOW, policy: PROMPT };
beforeAll(async () => {
  await seedProgramme(pools, { partners: 8 });
  await app.query(`update partner set email = partner_id || '@blog.test'`);
});
afterAll(drop);

const put = (draft: ProposalDraft): Promise<ProposeOutcome> =>
  propose(agent, draft, { ...context, runId: null, programmeCurrency: 'GBP' });

async function carryOut(draft: ProposalDraft, fault: SandboxFault | null = null): Promise<string> {
  const one = await proposeOne(pools, draft, { policy: PROMPT });
  await decide(app, { ...one, decision: 'approve' }, ANNA, context);
  await executeDue(app, context);
  await deliverDue(outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0, fault: () => fault })]));
  return one.proposalId;
}

const statusOf = async (proposalId: string) => (await findProposal(app, proposalId))?.status;
const mailStatus = async (mailId: string) => (await readMail(app, mailId))?.status;

describe('a reply', () => {
  it('marks its mail answered when it is delivered, and not before', async () => {
    const mailId = await mailFrom(app, 'p1@blog.test');
    const one = await proposeOne(pools, replyDraft(mailId, 'p1', 'p1@blog.test'), { policy: PROMPT });
    await decide(app, { ...one, decision: 'approve' }, ANNA, context);
    await executeDue(app, context);
    expect(await mailStatus(mailId)).toBe('new');
    await deliverDue(outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0 })]));
    expect([await statusOf(one.proposalId), await mailStatus(mailId)]).toEqual(['delivered', 'answered']);
  });

  it('goes to nobody but the proven sender or the address on file', async () => {
    const proven = await mailFrom(app, 'colleague@p1.blog.test');
    expect(await put(replyDraft(proven, 'p1', 'colleague@p1.blog.test'))).toMatchObject({ state: 'dropped' });
    const spoofed = await mailFrom(app, 'p1@blog.test', { isProven: false });
    expect(await put(replyDraft(spoofed, 'p1', 'thief@evil.test'))).toMatchObject({ state: 'dropped' });
    expect(await put(replyDraft(spoofed, 'p1', 'p1@blog.test'))).toMatchObject({ state: 'inserted' });
  });

  it('never carries one partner’s name to another’s mail', async () => {
    const mailId = await mailFrom(app, 'p1@blog.test');
    expect(await put(replyDraft(mailId, 'p2', 'p1@blog.test'))).toMatchObject({ state: 'dropped' });
    expect(await put(replyDraft(mailId, 'p2', 'p2@blog.test'))).toMatchObject({ state: 'dropped' });
    expect(await put(replyDraft(mailId, null, 'p1@blog.test'))).toMatchObject({ state: 'dropped' });
  });

  it('is stale once another answer is on its way, and once its address wants no mail', async () => {
    const mailId = await mailFrom(app, 'p2@blog.test');
    const late = { ...replyDraft(mailId, 'p2', 'p2@blog.test'), dedupeKey: 'chat:the same mail' };
    const second = await proposeOne(pools, late, { policy: PROMPT });
    const first = await proposeOne(pools, replyDraft(mailId, 'p2', 'p2@blog.test'), { policy: PROMPT });
    await decide(app, { ...first, decision: 'approve' }, ANNA, context);
    await expect(decide(app, { ...second, decision: 'approve' }, ANNA, context)).rejects.toMatchObject({
      code: 'proposal_stale',
    });
    const other = await mailFrom(app, 'p3@blog.test');
    const third = await proposeOne(pools, replyDraft(other, 'p3', 'p3@blog.test'), { policy: PROMPT });
    await suppress(app, { address: 'p3@blog.test', reason: 'unsubscribe', since: NOW });
    await expect(decide(app, { ...third, decision: 'approve' }, ANNA, context)).rejects.toMatchObject({
      code: 'proposal_stale',
    });
  });

  it('is stopped by the executor when the address on file changed after the approval', async () => {
    const mailId = await mailFrom(app, 'p4@blog.test', { isProven: false });
    const one = await proposeOne(pools, replyDraft(mailId, 'p4', 'p4@blog.test'), { policy: PROMPT });
    await decide(app, { ...one, decision: 'approve' }, ANNA, context);
    await app.query(`update partner set email = 'new@blog.test' where partner_id = 'p4'`);
    await executeDue(app, context);
    expect(await statusOf(one.proposalId)).toBe('needs_person');
  });

  it('to a stranger names no partner', async () => {
    const mailId = await mailFrom(app, 'new@person.test');
    expect(await put(replyDraft(mailId, null, 'new@person.test'))).toMatchObject({ state: 'inserted' });
  });
});

describe('a rejection', () => {
  it('leaves the mail handled, since nothing more comes, and waiting again when it is taken back', async () => {
    const mailId = await mailFrom(app, 'p2@blog.test', { words: 'And now?' });
    const one = await proposeOne(pools, replyDraft(mailId, 'p2', 'p2@blog.test'));
    const undoable = { now: NOW, policy: POLICY };
    await decide(app, { ...one, decision: 'reject' }, ANNA, undoable);
    expect(await mailStatus(mailId)).toBe('handled');
    await undo(app, one, ANNA, undoable);
    expect([await statusOf(one.proposalId), await mailStatus(mailId)]).toEqual(['pending', 'triaged']);
  });

  it('leaves the mail waiting while another letter or hand-over for it stands', async () => {
    const mailId = await mailFrom(app, 'p1@blog.test', { words: 'Is anybody there?' });
    const reply = await proposeOne(pools, replyDraft(mailId, 'p1', 'p1@blog.test'));
    const handOver = await proposeOne(pools, {
      ...handOverDraft(mailId, 'p1'),
      dedupeKey: `second:${mailId}`,
    });
    await decide(app, { ...reply, decision: 'reject' }, ANNA, context);
    expect(await mailStatus(mailId)).toBe('new');
    await decide(app, { ...handOver, decision: 'reject' }, ANNA, context);
    expect(await mailStatus(mailId)).toBe('handled');
  });
});

describe('a hand-over', () => {
  it('takes the mail in hand when it is executed, and gives it back when that is given up', async () => {
    const mailId = await mailFrom(app, 'p5@blog.test');
    const proposalId = await carryOut(handOverDraft(mailId, 'p5'), 'refuse');
    expect([await statusOf(proposalId), await mailStatus(mailId)]).toEqual(['needs_person', 'handled']);
    await resolve(app, { proposalId, resolution: 'give-up', comment: 'No.' }, ANNA, context);
    expect(await mailStatus(mailId)).toBe('triaged');
  });

  it('leaves one receipt like any other effect', async () => {
    const mailId = await mailFrom(app, 'p5@blog.test', { words: 'Another.' });
    expect(await statusOf(await carryOut(handOverDraft(mailId, 'p5')))).toBe('delivered');
  });
});

describe('a change of payout details', () => {
  it('needs two people, and goes to the address on file alone', async () => {
    const mailId = await mailFrom(app, 'p6@blog.test');
    expect(await put(payoutDraft(mailId, 'p6', 'p6-new@blog.test'))).toMatchObject({ state: 'dropped' });
    const one = await proposeOne(pools, payoutDraft(mailId, 'p6', 'p6@blog.test'), { policy: PROMPT });
    const first = await decide(app, { ...one, decision: 'approve' }, ANNA, context);
    expect(first).toMatchObject({ status: 'pending', approvals: 1, approvalsNeeded: 2 });
    await expect(decide(app, { ...one, decision: 'approve' }, ANNA, context)).rejects.toMatchObject({
      code: 'approver_already_approved',
    });
    expect(await decide(app, { ...one, decision: 'approve' }, BEN, context)).toMatchObject({
      status: 'approved',
    });
  });
});

describe('a change of commission', () => {
  const ratesOf = async (partnerId: string) =>
    (
      await app.query(
        `select rate_bps, starts_at::date::text as from, ends_at::date::text as to from rate where partner_id = $1 order by starts_at`,
        [partnerId],
      )
    ).rows;
  const paying8 = (partnerId: string) =>
    app.query(`insert into rate (partner_id, rate_bps, starts_at) values ($1, 800, '2025-01-01')`, [
      partnerId,
    ]);

  it('ends the old rate and starts the new one, and puts both back when it is given up', async () => {
    await paying8('p7');
    const proposalId = await carryOut(rateDraft('p7', 800, 700), 'refuse');
    expect(await ratesOf('p7')).toEqual([
      { rate_bps: 800, from: '2025-01-01', to: '2026-03-10' },
      { rate_bps: 700, from: '2026-03-10', to: null },
    ]);
    await resolve(app, { proposalId, resolution: 'give-up', comment: 'No.' }, ANNA, context);
    expect(await ratesOf('p7')).toEqual([{ rate_bps: 800, from: '2025-01-01', to: null }]);
  });

  it('is refused when another rate holds, and above what break-even is known to be', async () => {
    await paying8('p8');
    expect(await put(rateDraft('p8', 850, 800))).toMatchObject({ state: 'dropped' });
    expect(await put(rateDraft('p8', 800, 900))).toMatchObject({ state: 'dropped' });
    const one = await proposeOne(pools, rateDraft('p8', 800, 700), { policy: PROMPT });
    await app.query(`update rate set rate_bps = 750 where partner_id = 'p8'`);
    await expect(decide(app, { ...one, decision: 'approve' }, ANNA, context)).rejects.toMatchObject({
      code: 'proposal_stale',
    });
  });
});
