import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../../db/partitions.ts';
import { HUMAN_REASONS } from '../../domain/inbox/human-reasons.ts';
import { createInboxWorld, type InboxWorld } from './testing/inbox-world.ts';
import { wakeDecidedThreads } from './wake-decided-threads.ts';

let world: InboxWorld;
beforeAll(async () => {
  world = await createInboxWorld();
});
afterAll(() => world.database.drop());

const human = (reason: keyof typeof HUMAN_REASONS) => ({
  route: 'human' as const,
  mustGoToHuman: true,
  reasons: [HUMAN_REASONS[reason]],
});

/** Lets the inbox run on one mail. @returns what it proposed, oldest first. */
async function proposed(mail: Parameters<InboxWorld['receive']>[0]) {
  const mailId = await world.receive(mail);
  await world.run();
  return { mailId, proposals: await world.proposals(mailId), mail: await world.mail(mailId) };
}

async function sentBack(first: Awaited<ReturnType<typeof proposed>>, comment: string) {
  const [card] = first.proposals;
  if (!card) throw new Error('nothing to send back');
  await world.sendBack(card, comment);
  world.later(20);
  await wakeDecidedThreads(world.deps);
  return (await world.proposals(first.mailId)).at(-1);
}

describe('what a manager sends back', () => {
  it('becomes a letter in the manager’s own words when a mail was handed over', async () => {
    const first = await proposed({ from: 'p3@blog3.test', language: 'de', ...human('complaint') });
    const letter = await sentBack(first, 'Wir kümmern uns darum.');
    expect(letter?.effect).toMatchObject({
      kind: 'mail.reply',
      to: 'p3@blog3.test',
      body: 'Guten Tag,\n\nWir kümmern uns darum.\n\nFreundliche Grüße\nIhr Affiliate-Team',
      isTemplate: true,
      automatic: false,
    });
    expect(letter?.madeBy.engine).toBe('person');
  });

  it('never answers phishing, and says so', async () => {
    const first = await proposed({ from: 'thief@evil.test', ...human('phishing') });
    const again = await sentBack(first, 'Please send me your details.');
    expect(again?.effect).toMatchObject({ kind: 'mail.hand-over' });
    expect(JSON.stringify(again?.evidence)).toContain('never answered');
  });

  it('takes the place of a draft when it reads as a letter, and is kept beside it when it does not', async () => {
    const first = await proposed({ from: 'p3@blog3.test', intent: 'general_question' });
    const kept = await sentBack(first, 'Make it shorter.');
    expect(kept?.summary).toContain('could not be worked in');
    expect(kept?.evidence).toContainEqual(expect.objectContaining({ text: 'Make it shorter.' }));
    const words = 'We answered this last week; the answer is still yes.';
    const own = await sentBack({ ...first, proposals: kept ? [kept] : [] }, words);
    expect(own?.effect).toMatchObject({ body: expect.stringContaining(words) });
  });
});

describe('one partner’s data', () => {
  it('never stands in what another is sent or shown', async () => {
    const { app } = world.database.pools;
    const yesterday = new Date(world.deps.now().getTime() - 86_400_000);
    await ensurePartitions(app, 'conversion', yesterday, yesterday);
    for (const [partner, micros] of [
      ['p1', 111_110_000],
      ['p2', 222_220_000],
      ['p3', 333_330_000],
    ] as const) {
      await app.query(
        `insert into conversion (partner_id, network, conversion_id, order_id, converted_at, amount_micros, commission_micros, currency, status, status_raw)
         values ($1, 'awin', $1 || '-c', $1 || '-order', $2, $3::bigint * 10, $3, 'GBP', 'pending', 'pending')`,
        [partner, yesterday, micros],
      );
    }
    const asked = await Promise.all(
      (['p1', 'p2', 'p3'] as const).map(async (partner, index) => ({
        partner,
        mailId: await world.receive({
          from: `${partner}@blog${index + 1}.test`,
          words: 'What about p1-order, p2-order and p3-order?',
          intent: 'payment_question',
        }),
      })),
    );
    await world.run();
    for (const { partner, mailId } of asked) {
      const [card] = await world.proposals(mailId);
      const { evidence = [], ...shown } = card ?? {};
      const ours = JSON.stringify([shown, evidence.filter(({ type }) => type !== 'quote')]);
      const amounts = { p1: '111.11', p2: '222.22', p3: '333.33' };
      for (const [other, amount] of Object.entries(amounts)) {
        if (other === partner) expect(ours).toContain(amount);
        else expect(ours).not.toMatch(new RegExp(`${amount.replace('.', '[.]')}|${other}-order|"${other}"`));
      }
    }
  });
});
