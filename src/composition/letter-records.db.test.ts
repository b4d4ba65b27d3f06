import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSenderPartner } from '../../db/queries/mail/find-sender-partner.ts';
import { mailThread } from '../../db/queries/mail/mail-thread.ts';
import { readMail } from '../../db/queries/mail/read-mail.ts';
import { suppress } from '../../db/queries/mail/suppress.ts';
import { putMail } from '../../db/queries/mail/testing/put-mail.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  NOW,
  PROMPT,
  type Proposed,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { replyDraft } from '../../db/testing/mail-fixture.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import { type Ending, type MailTaker, startMailTaker } from '../connectors/mail/testing/mail-taker.ts';
import { smtpTarget } from '../connectors/mail/write.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import { executeDue } from '../executor/execute-due.ts';
import { decide } from '../gate/decide.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { letterRecords } from './letter-records.ts';

let database: ClonedDatabase;
let taker: MailTaker | null = null;
beforeEach(async () => {
  database = await cloneDatabase();
  await seedProgramme(database.pools, { partners: 2 });
  await database.pools.app.query(`update partner set email = partner_id || '@blog.test'`);
});
afterEach(async () => {
  await taker?.close();
  taker = null;
  await database.drop();
});

async function targetWith(ending: (mail: number) => Ending = () => 'take'): Promise<DeliveryTarget> {
  taker = await startMailTaker(ending);
  return smtpTarget({
    server: taker.server,
    sender: { name: 'The Shop', address: 'partners@shop.test' },
    records: letterRecords(database.pools.app, 'https://shop.test', () => NOW),
    now: () => NOW,
    times: { greetingSeconds: 1, silenceSeconds: 0.3 },
  });
}

async function queued(partnerId: string): Promise<Proposed> {
  const { pools } = database;
  const one = await proposeOne(pools, warnDraft(partnerId), { policy: PROMPT });
  await decide(pools.app, { ...one, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT, smtp: true });
  await executeDue(pools.app, { now: NOW, policy: PROMPT });
  return one;
}

const statusOf = async ({ proposalId }: Proposed) =>
  (await findProposal(database.pools.app, proposalId))?.status;
const deliver = (target: DeliveryTarget) => deliverDue(outboxContext(database.pools, [target]));

describe('letters through the outbox', () => {
  it('leave once, stand in their conversation, and answers to them are known by it', async () => {
    const { app } = database.pools;
    const target = await targetWith();
    const one = await queued('p1');
    await deliver(target);
    expect(await statusOf(one)).toBe('delivered');
    expect(taker?.taken.map(({ to }) => to)).toEqual([['p1@blog.test']]);

    const { rows } = await app.query('select mail_id, action_id, partner_id, status from mail');
    expect(rows).toMatchObject([{ partner_id: 'p1', status: 'handled' }]);
    const lines = [
      'From: p1@blog.test',
      `In-Reply-To: <${rows[0]?.action_id}@shop.test>`,
      'Subject: Why?',
      '',
      'Why?',
    ];
    const answer = await putMail(app, lines, { now: new Date(NOW.getTime() + 60_000) });
    const mail = await readMail(app, answer.mailId);
    const thread = await mailThread(app, mail?.threadId ?? '');
    expect(thread.map(({ direction }) => direction)).toEqual(['out', 'in']);
    expect(mail && (await findSenderPartner(app, mail))?.partnerId).toBe('p1');
  });

  it('answer under the subject of the conversation with one Re:, below the mail that they answer', async () => {
    const { pools } = database;
    const { app } = pools;
    const lines = (from: string, id: string) => [
      'Authentication-Results: mx.shop.test; dmarc=pass header.from=x',
      `From: ${from}`,
      `Message-ID: <${id}@x.test>`,
      'Subject: AW: Re: =?utf-8?q?Zahlung_f=C3=BCr_M=C3=A4rz?=',
      'References: <first@x.test>',
      '',
      'When?',
    ];
    const { mailId } = await putMail(app, lines('p1@blog.test', 'second'), { now: NOW, isSimulated: false });
    const inReplyTo = { inReplyTo: 'second@x.test', references: ['first@x.test', 'second@x.test'] };
    const words = { subject: 'Re: [their subject]', ...inReplyTo };
    const one = await proposeOne(pools, replyDraft(mailId, 'p1', 'p1@blog.test', words), { policy: PROMPT });
    await decide(app, { ...one, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT, smtp: true });
    await executeDue(app, { now: NOW, policy: PROMPT });
    await deliver(await targetWith());
    const thread = await mailThread(app, (await readMail(app, mailId))?.threadId ?? '');
    const sent = thread.find(({ direction }) => direction === 'out');
    expect(sent?.subject).toBe('Re: Zahlung für März');
    expect(sent?.parsed).toMatchObject(inReplyTo);
  });

  it('that hang are left to a person, and never sent again by themselves', async () => {
    const target = await targetWith(() => 'hang');
    const one = await queued('p1');
    await deliver(target);
    expect(await statusOf(one)).toBe('unknown');
    await deliver(target);
    expect(taker?.taken).toHaveLength(1);
  });

  it('that were taken before the worker died are found, not sent again', async () => {
    const { app } = database.pools;
    const target = await targetWith();
    const one = await queued('p1');
    const dies = {
      ...target,
      deliver: async (...call: Parameters<DeliveryTarget['deliver']>) => {
        await target.deliver(...call);
        // As if the process had died: the row stays claimed, with the note that a call went out.
        await app.query(`update outbox set lease_until = now() - interval '1 second', fence = fence + 1`);
        return { state: 'failed', reason: 'late' } as const;
      },
    };
    await deliver(dies);
    expect(await statusOf(one)).toBe('delivered');
    expect(taker?.taken).toHaveLength(1);
  });

  it('to somebody who left are stopped with the reason', async () => {
    const { app } = database.pools;
    await suppress(app, { address: 'P1@blog.test', reason: 'unsubscribe', since: NOW });
    const one = await queued('p1');
    await deliver(await targetWith());
    expect(await statusOf(one)).toBe('needs_person');
    const { rows } = await app.query('select last_error from outbox');
    expect(rows[0]?.last_error).toContain('asked us for no more mail');
    expect(taker?.taken).toEqual([]);
  });

  it('of the demo never leave the house', async () => {
    await database.pools.app.query('update programme set is_demo = true');
    const one = await queued('p1');
    await deliver(await targetWith());
    expect(taker?.taken).toEqual([]);
    await deliver(sandboxNetwork(database.pools.app));
    expect(await statusOf(one)).toBe('delivered');
  });

  it('are tried again after a busy answer', async () => {
    const { app } = database.pools;
    const target = await targetWith((mail) => (mail === 1 ? 451 : 'take'));
    const one = await queued('p1');
    await deliver(target);
    expect(await statusOf(one)).toBe('executed');
    await app.query('update outbox set next_attempt_at = now()');
    await deliver(target);
    expect(await statusOf(one)).toBe('delivered');
    expect(taker?.taken).toHaveLength(2);
  });
});
