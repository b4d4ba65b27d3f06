import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMail } from '../../db/queries/mail/read-mail.ts';
import { putMail } from '../../db/queries/mail/testing/put-mail.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { ANNA, later, PROMPT, proposeOne, seedProgramme } from '../../db/testing/gate-fixture.ts';
import { replyDraft } from '../../db/testing/mail-fixture.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import { type SandboxFault, sandboxNetwork } from '../connectors/sandbox/write.ts';
import { decide } from '../gate/decide.ts';
import { resolve } from '../gate/resolve.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { executeDue } from './execute-due.ts';

const { pools, drop } = await cloneDatabase();
const { app } = pools;
const at = (seconds: number) => ({ now: later(seconds), policy: PROMPT });
beforeAll(async () => {
  await seedProgramme(pools, { partners: 2 });
  await app.query(`update partner set email = partner_id || '@blog.test'`);
});
afterAll(drop);

/** A mail of the same conversation as every other from this address with this subject. @returns its id. */
async function mail(subject: string, seconds: number, from = 'p1@blog.test'): Promise<string> {
  const lines = [
    `Authentication-Results: mx.shop.test; dmarc=pass header.from=x`,
    `From: ${from}`,
    `Message-ID: <${crypto.randomUUID()}@x.test>`,
    `Subject: ${subject}`,
    '',
    'When?',
  ];
  return (await putMail(app, lines, { now: later(seconds) })).mailId;
}

const reply = (mailId: string, seconds: number, to = 'p1@blog.test') =>
  proposeOne(pools, replyDraft(mailId, to.slice(0, 2), to), at(seconds));
const approve = (one: { proposalId: string; shownHash: string }, seconds: number) =>
  decide(app, { ...one, decision: 'approve' }, ANNA, at(seconds));
async function deliver(seconds: number, fault: SandboxFault | null = null): Promise<void> {
  await executeDue(app, at(seconds));
  await deliverDue(outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0, fault: () => fault })]));
}
async function standing(one: { proposalId: string }) {
  const view = await findProposal(app, one.proposalId);
  return { status: view?.status, why: view?.decisions.findLast((d) => d.decision === 'supersede')?.comment };
}

describe('the replies of one conversation', () => {
  it('give way to the one that answers a newer mail, which says why, and their mail is handled', async () => {
    const [first, second] = [await mail('Pay one', 0), await mail('Pay one', 60)];
    const older = await reply(first, 70);
    const newer = await reply(second, 80);
    expect(await standing(older)).toEqual({
      status: 'superseded',
      why: 'A newer mail of this conversation came; its answer takes the place of this one.',
    });
    expect((await standing(newer)).status).toBe('pending');
    expect((await readMail(app, first))?.status).toBe('handled');
    await expect(approve(older, 90)).rejects.toThrow();
  });

  it('leave a newer mail’s alone when the older mail is answered late, until one of them is delivered', async () => {
    const [first, second] = [await mail('Pay two', 0), await mail('Pay two', 60)];
    const newer = await reply(second, 70);
    const older = await reply(first, 80);
    expect((await standing(newer)).status).toBe('pending');
    await approve(older, 90);
    await deliver(90);
    expect(await standing(newer)).toEqual({
      status: 'superseded',
      why: 'Another answer of this conversation has been sent meanwhile.',
    });
    const { rows } = await app.query(
      `select facts from audit where action = 'proposal.superseded' and subject = $1`,
      [newer.proposalId],
    );
    expect(rows).toHaveLength(1);
  });

  it('stay when they answer a mail that came after the delivered one was approved', async () => {
    const first = await reply(await mail('Pay three', 0), 10);
    await approve(first, 20);
    const second = await reply(await mail('Pay three', 30), 40);
    await deliver(50);
    expect([(await standing(first)).status, (await standing(second)).status]).toEqual([
      'delivered',
      'pending',
    ]);
  });

  it('leave those to somebody else alone', async () => {
    const theirs = await reply(await mail('Pay four', 0, 'p2@blog.test'), 10, 'p2@blog.test');
    const mine = await mail('Pay four', 30);
    await app.query(
      'update mail set thread_id = (select thread_id from mail where subject = $1 and from_address = $2) where mail_id = $3',
      ['Pay four', 'p2@blog.test', mine],
    );
    const ours = await reply(mine, 40);
    await approve(ours, 50);
    await deliver(50);
    expect((await standing(theirs)).status).toBe('pending');
  });

  it('give way too when a person confirms that one arrived', async () => {
    const [first, second] = [await mail('Pay five', 0), await mail('Pay five', 60)];
    const newer = await reply(second, 70);
    const older = await reply(first, 80);
    await approve(older, 90);
    await deliver(90, 'refuse');
    const confirmed = { proposalId: older.proposalId, resolution: 'confirm' as const, comment: 'It did.' };
    await resolve(app, confirmed, ANNA, at(100));
    expect((await standing(newer)).status).toBe('superseded');
  });
});
